"""Settings, help, the palette, and people's own keys."""

from tui.shelf import desk
from tui.stage import SMALL, on_stage

from simulator.usecases.settings import Settings, load_settings


async def test_a_setting_holds_at_once_and_is_kept() -> None:
    async with on_stage(desk()) as stage:
        await stage.press("f2", "enter", "down", "enter", "down", "space", "down", "right")
        kept = load_settings(stage.app.sitting.settings_file)[0]
        assert (kept.theme, kept.density, kept.motion, kept.plain) == ("light", "compact", True, True)
        assert "light" in stage.app.theme
        assert stage.app.animation_level == "full"
        await stage.press("f2")
        assert "Next for you" in stage.text
        assert stage.app.screen.has_class("-compact")


async def test_the_goal_can_be_changed_in_the_settings() -> None:
    async with on_stage(desk()) as stage:
        await stage.press("f2", "up", "down", "down", "down", "down", "enter", *"patience", "enter", "q")
        assert "Your goal: patience" in stage.text


async def test_motion_is_off_unless_asked_for() -> None:
    async with on_stage(desk()) as stage:
        assert stage.app.animation_level == "none"


async def test_help_says_what_can_be_done_on_this_screen() -> None:
    async with on_stage(desk()) as stage:
        await stage.press("question_mark")
        assert "Opens the briefing of the marked conversation" in stage.words
        assert "Practice: takes your last choice back" not in stage.words
        await stage.press("q", "n", "enter", "1", "1", "question_mark")
        assert "Practice: takes your last choice back" in stage.words


async def test_help_in_an_assessment_names_nothing_of_practice() -> None:
    async with on_stage(desk(), scenario="fresh") as stage:
        await stage.press("enter", "question_mark")
        assert "Practice:" not in stage.words


async def test_the_palette_finds_an_action_by_its_name() -> None:
    async with on_stage(desk()) as stage:
        await stage.press("ctrl+p", *"prog", "enter")
        assert "Progress" in stage.lines[0]


async def test_the_palette_finds_a_conversation_by_its_title() -> None:
    async with on_stage(desk()) as stage:
        await stage.press("ctrl+p", *"usage fell", "enter")
        assert "Usage fell by half" in stage.lines[0]


async def test_the_palette_closes_by_its_own_key() -> None:
    async with on_stage(desk()) as stage:
        await stage.press("ctrl+p", "down", "up", "ctrl+p", "down")
        assert "Next for you" in stage.text


async def test_the_palette_in_an_assessment_offers_nothing_of_practice() -> None:
    async with on_stage(desk(), scenario="fresh") as stage:
        await stage.press("enter", "1", "1", "ctrl+p")
        assert "Take back" not in stage.text
        assert "Hint" not in stage.text


async def test_an_own_key_takes_the_place_of_ours_in_footer_and_help() -> None:
    async with on_stage(desk(), settings=Settings(keys={"home.progress": "v", "conversation.choose.1": "a"})) as stage:
        assert "v progress" in stage.lines[-1]
        await stage.press("p")
        assert "Next for you" in stage.text
        await stage.press("v")
        assert "Progress" in stage.lines[0]
        await stage.press("q", "n", "enter", "a", "a")
        assert len(stage.moves()) == 1


async def test_an_own_key_that_cannot_be_used_is_said_and_ours_stays() -> None:
    for keys, said in (
        ({"home.progress": "q"}, "everywhere.back has it"),
        ({"home.fly": "x"}, "no action called"),
        ({"home.goal": "[/]"}, "is no key"),
        ({"home.goal": "x", "home.progress": "x"}, "home.goal has it"),
    ):
        async with on_stage(desk(), settings=Settings(keys=keys), size=SMALL) as stage:
            assert said in stage.words
            await stage.press("q")
            assert stage.app.return_value == 0
