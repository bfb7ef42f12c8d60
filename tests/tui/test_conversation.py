"""In a conversation: what the keys do, what is shown, what is recorded."""

from dataclasses import replace

import pytest
from tui.shelf import PRACTICE, desk, scenario, with_long_choices
from tui.stage import LARGE, SMALL, Stage, on_stage

from simulator.domain.attempt import Chose, Hinted, Rewound
from simulator.domain.scenario import Purpose, Scenario
from simulator.tui.widgets.feeling_bar import feeling_bar
from simulator.usecases.settings import Settings


async def test_a_digit_picks_and_the_same_digit_says_it() -> None:
    async with on_stage(desk(), scenario="late") as stage:
        await stage.press("enter", "1")
        assert "▸ 1" in stage.text
        assert stage.moves() == []
        await stage.press("1")
        assert [move.turn for move in stage.moves()] == ["first"]
        assert "second turn" in stage.text


async def test_another_digit_moves_the_pick() -> None:
    async with on_stage(desk(), scenario="late") as stage:
        await stage.press("enter", "1", "2")
        assert "▸ 2" in stage.text
        assert stage.moves() == []


async def test_enter_says_what_is_picked() -> None:
    async with on_stage(desk(), scenario="late") as stage:
        await stage.press("enter", "down", "down", "up", "enter")
        assert len(stage.moves()) == 1


async def test_enter_held_down_says_one_choice() -> None:
    async with on_stage(desk(), scenario="late") as stage:
        await stage.press("enter", "1", *["enter"] * 12)
        assert len(stage.moves()) == 1


async def test_enter_held_down_at_home_says_nothing() -> None:
    async with on_stage(desk()) as stage:
        await stage.press(*["enter"] * 12)
        assert stage.moves() == []
        assert "The customer's words at the first turn." in stage.words


async def test_a_digit_without_a_choice_does_nothing() -> None:
    async with on_stage(desk(), scenario="late") as stage:
        await stage.press("enter", "3", "3", "4", "enter")
        assert stage.moves() == []


async def test_the_mouse_picks_and_says() -> None:
    async with on_stage(desk(), scenario="late") as stage:
        await stage.press("enter")
        row = next(number for number, text in enumerate(stage.lines) if "  1 " in text)
        await stage.click(10, row)
        assert stage.moves() == []
        await stage.click(10, row)
        assert len(stage.moves()) == 1


async def test_a_click_on_a_key_does_what_the_key_does() -> None:
    async with on_stage(desk(), scenario="late") as stage:
        await stage.press("enter")
        bar = stage.lines[-1]
        await stage.click(bar.index("h hint"), 23)
        assert stage.moves() == [Hinted(turn="first")]


async def test_a_choice_can_be_taken_back_and_both_are_recorded() -> None:
    async with on_stage(desk(), scenario="late") as stage:
        await stage.press("enter", "1", "1", "u")
        assert [type(move) for move in stage.moves()] == [Chose, Rewound]
        assert "Taken back. Try something else: it is recorded but never held against you." in stage.text
        assert "first turn" in stage.text
        assert "second turn" not in stage.text


async def test_a_hint_is_shown_and_recorded_once() -> None:
    async with on_stage(desk(), scenario="late") as stage:
        await stage.press("enter", "h", "h")
        assert "What to notice at the first turn." in stage.words
        assert stage.moves() == [Hinted(turn="first")]


async def test_a_hint_keeps_the_pick() -> None:
    async with on_stage(desk(), scenario="late") as stage:
        await stage.press("enter", "2", "h")
        assert "▸ 2" in stage.text


async def test_practice_says_why_the_mood_moved() -> None:
    async with on_stage(desk(), scenario="late") as stage:
        await stage.press("enter", "1", "1", "w")
        assert "Trust went from 2 to" in stage.words


def unmoved(*, mood: str) -> Scenario:
    """The scenario with choices that move no feeling, and a mood at its second turn."""
    first = PRACTICE.turns["first"]
    still = replace(first, choices=tuple(replace(choice, effects={}) for choice in first.choices))
    return replace(
        PRACTICE, turns={**PRACTICE.turns, "first": still, "second": replace(PRACTICE.turns["second"], mood=mood)}
    )


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_why_says_what_moved_and_leaves_the_coachs_words_to_the_coach(size: tuple[int, int]) -> None:
    async with on_stage(desk(), scenario="late", size=size) as stage:
        await stage.press("enter")
        await stage.press(better_of(stage), better_of(stage), "w")
        assert stage.words.count("Coaching on the better words at the first turn.") == 1
        assert "Why Trust went from 2 to 3. The mood went from irritated to calmer." in stage.words


@pytest.mark.parametrize(
    ("mood", "said"),
    [
        (
            "calmer",
            "No feeling moved with your last choice. The mood went from irritated to calmer because of where the",
        ),
        ("irritated", "Neither a feeling nor the mood moved with your last choice."),
    ],
)
async def test_why_says_so_where_no_feeling_moved(mood: str, said: str) -> None:
    async with on_stage(desk(unmoved(mood=mood)), scenario="late") as stage:
        await stage.press("enter", "1", "1", "w")
        assert said in stage.words
        assert "Nothing moved" not in stage.words


async def test_practice_shows_coaching_after_each_choice() -> None:
    async with on_stage(desk(), scenario="late") as stage:
        await stage.press("enter", "1", "1")
        assert "Coaching on the" in stage.text


@pytest.mark.parametrize(
    ("low", "value", "high", "boxes"),
    [
        (0, 2, 4, "▰▰▱▱"),
        (0, 3, 4, "▰▰▰▱"),
        (0, 1, 3, "▰▱▱"),
        (-2, 1, 3, "▰▰▰▱▱"),
        (0, 8, 8, "▰▰▰▰▰▰▰▰"),
        (0, 50, 100, "▰▰▰▰▱▱▱▱"),
        (2, 2, 2, ""),
    ],
)
def test_a_feeling_has_one_box_for_each_point_of_its_scale(low: int, value: int, high: int, boxes: str) -> None:
    assert feeling_bar(value, low, high).plain == boxes


async def test_one_point_more_of_trust_is_one_box_more() -> None:
    short = replace(PRACTICE, feelings={"trust": replace(PRACTICE.feelings["trust"], max=4)})
    async with on_stage(desk(short), scenario="late") as stage:
        await stage.press("enter")
        assert " ▰▰▱▱ trust 2 of 4" in stage.lines[0]
        await stage.press(better_of(stage), better_of(stage))
        assert " ▰▰▰▱ trust 3 of 4 ▲+1" in stage.lines[0]


def better_of(stage: Stage) -> str:
    """The key of the better words on show."""
    return next(line for line in stage.lines if "Better words" in line).split("Better")[0].strip(" ▸")


async def test_the_mood_bar_shows_the_change() -> None:
    async with on_stage(desk(), scenario="late") as stage:
        await stage.press("enter")
        assert "irritated  ▰▰▱▱▱ trust 2 of 5" in stage.lines[0]
        await stage.press("1", "1")
        assert "▲+1" in stage.lines[0] or "▼-1" in stage.lines[0]


async def test_the_briefing_can_be_read_again_in_the_conversation() -> None:
    async with on_stage(desk(), scenario="late") as stage:
        await stage.press("enter", "b")
        assert "The order is a week late." in stage.words
        await stage.press("enter")
        assert "1-2 pick" in stage.lines[-1]
        assert stage.moves() == []


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_an_assessment_shows_the_mood_in_a_word_and_no_coaching(size: tuple[int, int]) -> None:
    async with on_stage(desk(), scenario="fresh", purpose=Purpose.ASSESSMENT, size=size) as stage:
        await stage.press("enter", "1", "1", "h", "u", "w")
        assert [type(move) for move in stage.moves()] == [Chose]
        assert "calmer" in stage.lines[0]
        for given_away in ("▰", "▱", "trust", "Coach", "What to notice", "hint", "take back", "why", "went from"):
            assert given_away not in stage.text


async def test_at_a_wide_screen_a_panel_coaches_in_practice() -> None:
    async with on_stage(desk(), scenario="late", size=LARGE) as stage:
        await stage.press("enter", "1", "1")
        assert "What it called for" in stage.text
        assert "★ exemplary, level 3 of 3" in stage.text or "○ missed, level 1 of 3" in stage.text
        assert "Empathy" in stage.text
        assert stage.words.count("Coaching on the") == 1


async def test_at_a_wide_screen_a_panel_shows_goal_and_facts_in_an_assessment() -> None:
    async with on_stage(desk(), scenario="fresh", size=LARGE) as stage:
        await stage.press("enter")
        assert "Agree on one next step." in stage.words
        assert "The order is a week late." in stage.words


async def test_leaving_and_coming_back_goes_on_at_the_same_turn() -> None:
    here = desk()
    async with on_stage(here, scenario="fresh") as stage:
        await stage.press("enter", "1", "1", "q")
        assert "in progress" in stage.text
        await stage.press("enter")
        assert "second turn" in stage.text
    async with on_stage(here, scenario="fresh") as stage:
        assert "second turn" in stage.text
        assert len(stage.moves()) == 1


async def test_the_end_offers_the_debrief_and_nothing_to_say() -> None:
    async with on_stage(desk(), scenario="late") as stage:
        await stage.press("enter", "1", "1", "1", "1", "1", "1")
        assert "The conversation has ended: saved." in stage.text
        assert " pick" not in stage.lines[-1]
        await stage.press("enter")
        assert "How it came out: saved" in stage.text


@pytest.mark.parametrize("words", [30])
async def test_four_choices_of_thirty_long_words_fit_a_small_screen(words: int) -> None:
    async with on_stage(desk(with_long_choices(words)), scenario="late") as stage:
        await stage.press("enter", "4")
        assert "▸ 4" in stage.text
        assert "The customer's words at the first turn." in stage.words


async def test_with_motion_any_key_shows_the_words_at_once() -> None:
    wordy = scenario(dress=lambda text: text + " again" * 30)
    async with on_stage(desk(wordy), scenario="late", settings=Settings(motion=True), size=LARGE) as stage:
        await stage.press("enter", "1", "1")
        assert "Reaction to" in stage.words
        assert stage.words.count("again Dana The customer's words at the second turn. again") == 0
        await stage.press("2")
        assert stage.words.count("again Dana The customer's words at the second turn. again") == 1


async def test_a_long_talk_can_be_read_back_to_its_first_line() -> None:
    """Only the newest bubbles are mounted; the others come back when somebody scrolls up."""
    async with on_stage(desk(), scenario="late") as stage:
        await stage.press("enter")
        for _ in range(9):
            await stage.press("1", "1", "h", "2", "2", "u", "u")
        await stage.press("1", "1", "1", "1")
        await stage.press(*["pageup"] * 6)
        assert "The customer's words at the first turn." in stage.words


@pytest.mark.parametrize(("choices", "said"), [(1, "1 pick"), (2, "1-2 pick"), (4, "1-4 pick")])
async def test_the_last_line_names_only_the_numbers_that_are_there(choices: int, said: str) -> None:
    first = PRACTICE.turns["first"]
    some = with_long_choices(2).turns["first"].choices[:choices]
    cut = replace(PRACTICE, turns={**PRACTICE.turns, "first": replace(first, choices=some)})
    async with on_stage(desk(cut), scenario="late") as stage:
        await stage.press("enter")
        assert stage.lines[-1].strip().startswith(said)
        await stage.click(stage.lines[-1].index("pick"), len(stage.lines) - 1)
        assert "▸" in stage.text


async def test_one_minute_is_no_minutes() -> None:
    async with on_stage(desk(replace(PRACTICE, minutes=1)), scenario=PRACTICE.id) as stage:
        assert "about 1 minute " in f"{stage.words} "
