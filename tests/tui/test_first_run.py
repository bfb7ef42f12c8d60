"""The first minute: a name, one question, a first conversation, a goal."""

from pathlib import Path

import pytest
from tui.shelf import desk, scenario
from tui.stage import LARGE, SMALL, on_stage

from simulator.domain.scenario import Purpose
from simulator.usecases.settings import load_settings

WARM_UP = scenario(name="warm-up", title="The coffee machine")


async def test_it_leads_from_a_name_to_the_briefing_of_the_warm_up_and_home_to_a_goal() -> None:
    async with on_stage(desk(WARM_UP), rep="") as stage:
        assert "What do people call you?" in stage.text
        await stage.press(*"Ana", "enter")
        assert "screen reader" in stage.text
        await stage.press("enter")
        assert "The order is a week late." in stage.text
        assert "Practice is private" in stage.words
        assert stage.desk.records.attempts() == ()
        await stage.press("enter")
        assert "The customer's words at the first turn." in stage.text
        await stage.press("1", "1", "1", "1", "1", "1", "enter")
        assert "How it came out" in stage.text
        await stage.press("q")
        assert "What do you want to get better at?" in stage.words
        await stage.press(*"calm", "enter")
        assert "Your goal: calm" in stage.text
        assert stage.app.sitting.settings.rep == "ana"
        assert load_settings(stage.app.sitting.settings_file)[0].goal == "calm"


async def test_the_goal_can_be_skipped() -> None:
    async with on_stage(desk(WARM_UP), rep="") as stage:
        await stage.press(*"Ana", "enter", "enter", "q", "enter")
        assert "What do you want" not in stage.text
        assert "Your goal" not in stage.text
        await stage.press("p")
        assert "Progress" in stage.lines[0]


async def test_an_empty_name_is_asked_for_again() -> None:
    async with on_stage(desk(WARM_UP), rep="") as stage:
        await stage.press("enter")
        assert "A name is needed" in stage.words
        await stage.press("enter", *"Bo", "enter")
        assert "Good to have you, Bo" in stage.words


async def test_choosing_plain_text_is_kept_and_leaves_the_app_for_it() -> None:
    async with on_stage(desk(WARM_UP), rep="") as stage:
        await stage.press(*"Ana", "enter", "2")
        assert stage.app.plain_wanted
        assert load_settings(stage.app.sitting.settings_file)[0].plain
        assert load_settings(stage.app.sitting.settings_file)[0].rep == "ana"


async def test_a_library_without_a_warm_up_leads_home() -> None:
    async with on_stage(desk(), rep="") as stage:
        await stage.press(*"Ana", "enter", "enter")
        assert "Next for you" in stage.text


async def test_a_settings_file_that_cannot_be_written_is_said_and_stops_nothing(tmp_path: Path) -> None:
    async with on_stage(desk(WARM_UP), rep="") as stage:
        blocked = tmp_path / "file"
        blocked.write_text("in the way")
        stage.app.sitting.settings_file = blocked / "settings.json"
        await stage.press(*"Ana", "enter")
        assert "cannot be written" in stage.words
        await stage.press("enter", "enter")
        assert "first turn" in stage.text


async def test_the_warm_up_is_practice() -> None:
    async with on_stage(desk(WARM_UP), rep="") as stage:
        await stage.press(*"Ana", "enter", "enter", "enter")
        assert [attempt.purpose for attempt in stage.desk.records.attempts()] == [Purpose.PRACTICE]


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_way_out_is_named_while_the_name_is_typed_and_afterwards(size: tuple[int, int]) -> None:
    async with on_stage(desk(WARM_UP), rep="", size=size) as stage:
        assert "ctrl+c quit" in stage.lines[-1]
        await stage.press(*"Ana", "enter")
        assert "q quit" in stage.lines[-1]
        assert "ctrl+c" not in stage.lines[-1]
    async with on_stage(desk(WARM_UP), rep="", size=size) as stage:
        await stage.press("ctrl+c")
        assert stage.app.return_value == 130
