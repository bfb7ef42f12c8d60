"""What lint says about room holds on the real screen of 80 columns and 24 lines."""

from dataclasses import replace

import pytest
from textual.content import Content
from tui.filled import so_many_lines, talk
from tui.shelf import PRACTICE, desk
from tui.stage import SMALL, on_stage

from simulator.domain.scenario import Purpose, Scenario
from simulator.lint.craft.layout import (
    CHOICE_LINES,
    CHOICE_WIDTH,
    ENDING_LINES,
    LINES,
    SPOKEN_WIDTH,
    lines_of,
    mood_room,
    title_room,
)
from simulator.tui.widgets.bubble import NAME_WIDTH, Bubble
from simulator.tui.widgets.choice_list import ChoiceList
from simulator.tui.widgets.pick_list import Pick


async def seen_after_a_choice(scenario: Scenario) -> str:
    async with on_stage(desk(scenario), scenario="late", size=SMALL) as stage:
        await stage.press("enter", "1", "1")
        return stage.text


@pytest.mark.parametrize(("reaction", "why", "words", "choices"), [(3, 4, 6, 8), (1, 2, 2, 16), (6, 6, 5, 4)])
async def test_what_lint_lets_be_is_all_on_the_screen(reaction: int, why: int, words: int, choices: int) -> None:
    assert reaction + why + words + choices == LINES
    seen = await seen_after_a_choice(talk(reaction=reaction, why=why, words=words, choices=choices))
    assert "Reaction1x" in seen
    assert f"Words{words}x" in seen
    assert sum(seen.count(f"Choice{number}x") for number in range(1, 6)) == choices


async def test_one_line_more_is_off_the_screen() -> None:
    assert "Reaction1x" not in await seen_after_a_choice(talk(reaction=4, why=4, words=6, choices=8))


@pytest.mark.parametrize("choices", [CHOICE_LINES, CHOICE_LINES + 1])
async def test_choices_scroll_when_they_take_one_line_too_many(choices: int) -> None:
    scenario = talk(reaction=1, why=1, words=1, choices=choices)
    async with on_stage(desk(scenario), scenario="late", size=SMALL) as stage:
        await stage.press("enter", "1", "1")
        assert (stage.app.screen.query_one(ChoiceList).max_scroll_y > 0) == (choices > CHOICE_LINES)


@pytest.mark.parametrize("lines", [ENDING_LINES, ENDING_LINES + 1])
async def test_after_the_end_so_many_lines_are_left(lines: int) -> None:
    third = PRACTICE.turns["third"]
    asked = tuple(replace(each, why="", reaction=so_many_lines(4, SPOKEN_WIDTH, "Reaction")) for each in third.choices)
    last = replace(PRACTICE.endings["end"], customer=so_many_lines(lines - 4, SPOKEN_WIDTH, "Words"))
    scenario = replace(
        PRACTICE, turns={**PRACTICE.turns, "third": replace(third, choices=asked)}, endings={"end": last}
    )
    async with on_stage(desk(scenario), scenario="late", size=SMALL) as stage:
        await stage.press("enter", *"111111")
        assert ("Reaction1x" in stage.text) == (lines <= ENDING_LINES)


async def test_lines_are_as_wide_as_lint_takes_them_to_be() -> None:
    scenario = talk(reaction=4, why=4, words=6, choices=8)
    async with on_stage(desk(scenario), scenario="late", size=SMALL) as stage:
        await stage.press("enter", "1", "1")
        bubbles = list(stage.app.screen.query(Bubble))
        assert {bubble.content_size.width for bubble in bubbles} == {SPOKEN_WIDTH + NAME_WIDTH}
        assert {pick.content_size.width for pick in stage.app.screen.query(Pick)} == {CHOICE_WIDTH + len("  1 ")}


@pytest.mark.parametrize(
    "text",
    [
        "I don't need the story of a pallet. I need loggers on a wall. I ordered in September so I wouldn't be here.",
        "a well-known one-off three-year lock-in " * 6,
        "x" * 200,
        "",
    ],
)
def test_lines_break_where_lint_takes_them_to_break(text: str) -> None:
    assert lines_of(text, SPOKEN_WIDTH, PRACTICE.customer) == (len(Content(text).wrap(SPOKEN_WIDTH)) if text else 0)


@pytest.mark.parametrize("more", [0, 1])
async def test_the_briefing_shows_as_much_of_a_title_as_lint_allows(more: int) -> None:
    title = "t" * (title_room(Purpose.PRACTICE, PRACTICE.level, PRACTICE.minutes) + more)
    async with on_stage(desk(replace(PRACTICE, title=title)), scenario="late", size=SMALL) as stage:
        assert (title in stage.lines[0]) == (not more)


@pytest.mark.parametrize("more", [0, 1])
@pytest.mark.parametrize("most", [3, 5, 8, 9])
async def test_a_mood_leaves_room_for_the_whole_name(most: int, more: int) -> None:
    first, name = PRACTICE.turns["first"], PRACTICE.customer.name
    trust = replace(PRACTICE.feelings["trust"], max=most)
    mood = "m" * (mood_room(name, trust) + more)
    scenario = replace(
        PRACTICE,
        feelings={"trust": trust},
        turns={
            **PRACTICE.turns,
            "first": replace(first, mood="m"),
            "second": replace(PRACTICE.turns["second"], mood=mood),
        },
    )
    async with on_stage(desk(scenario), scenario="late", size=SMALL) as stage:
        await stage.press("enter", "1", "1")
        assert (name in stage.lines[0]) == (not more), stage.lines[0]
