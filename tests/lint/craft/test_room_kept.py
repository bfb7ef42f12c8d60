"""What fits into a window of 80 columns and 24 lines; tests/tui/test_room.py holds the numbers to the real screen."""

from dataclasses import replace

import pytest
from tui.filled import so_many_lines, talk
from tui.shelf import PRACTICE

from simulator.domain.scenario import Customer, Purpose, Route, Scenario, Turn
from simulator.lint.craft.layout import (
    CHOICE_LINES,
    ENDING_LINES,
    LINES,
    SPOKEN_WIDTH,
    SUMMARY_LENGTH,
    lines_of,
    mood_room,
    title_room,
)
from simulator.lint.craft.room import ROOM
from simulator.lint.subject import Proven


def places(scenario: Scenario) -> list[tuple[str | int, ...]]:
    return [problem.path for problem in ROOM.problems(Proven(scenario=scenario))]


@pytest.mark.parametrize("more", [0, 1])
def test_a_title_a_summary_and_a_mood_have_so_much_room(more: int) -> None:
    title = "t" * (title_room(PRACTICE.purpose, PRACTICE.level, PRACTICE.minutes) + more)
    assert places(replace(PRACTICE, title=title)) == [("title",)] * more
    assert places(replace(PRACTICE, summary="s" * (SUMMARY_LENGTH + more))) == [("summary",)] * more
    mood = "m" * (mood_room(PRACTICE.customer.name, PRACTICE.feelings["trust"]) + more)
    ending = {"end": replace(PRACTICE.endings["end"], mood=mood)}
    assert places(replace(PRACTICE, endings=ending)) == [("endings", "end", "mood")] * more


def test_an_assessment_shows_the_mood_alone_and_has_more_room_for_it() -> None:
    mood = "m" * mood_room(PRACTICE.customer.name, None)
    ending = {"end": replace(PRACTICE.endings["end"], mood=mood)}
    assert places(replace(PRACTICE, endings=ending)) == [("endings", "end", "mood")]
    assert places(replace(PRACTICE, endings=ending, purpose=Purpose.ASSESSMENT)) == []


@pytest.mark.parametrize("more", [0, 1])
def test_choices_may_not_scroll(more: int) -> None:
    scenario = talk(reaction=0, why=0, words=1, choices=CHOICE_LINES + more)
    assert places(scenario) == [("turns", "second", "choices")] * more


@pytest.mark.parametrize("more", [0, 1])
def test_the_customers_words_stay_above_the_choices(more: int) -> None:
    """What follows a choice is not told as well: there it is the turn that must be mended."""
    scenario = talk(reaction=0, why=0, words=LINES - 8 + more, choices=8)
    assert places(scenario) == [("turns", "second", "customer")] * more
    both = talk(reaction=1, why=1, words=LINES - 8 + 1, choices=8)
    assert places(both) == [("turns", "second", "customer")]


@pytest.mark.parametrize("more", [0, 1])
def test_reaction_and_coaching_stay_above_the_customers_next_words(more: int) -> None:
    scenario = talk(reaction=3, why=4 + more, words=LINES - 8 - 7, choices=8)
    answers: list[tuple[str | int, ...]] = [("turns", "first", "choices", number, "reaction") for number in (0, 1)]
    assert places(scenario) == answers * more


def test_an_assessment_shows_no_coaching_in_between() -> None:
    scenario = talk(reaction=3, why=9, words=LINES - 8 - 3, choices=8)
    assert places(scenario)
    assert places(replace(scenario, purpose=Purpose.ASSESSMENT)) == []


@pytest.mark.parametrize("more", [0, 1])
def test_last_words_stay_above_how_it_came_out(more: int) -> None:
    third = PRACTICE.turns["third"]
    asked = tuple(replace(each, why="", reaction=so_many_lines(4, SPOKEN_WIDTH, "Reaction")) for each in third.choices)
    last = replace(PRACTICE.endings["end"], customer=so_many_lines(ENDING_LINES - 4 + more, SPOKEN_WIDTH, "Words"))
    turns = {**PRACTICE.turns, "third": replace(third, choices=asked)}
    assert len(places(replace(PRACTICE, turns=turns, endings={"end": last}))) == 2 * more


@pytest.mark.parametrize("narrow_first", [True, False])
def test_of_several_ways_on_the_one_with_the_least_room_counts(*, narrow_first: bool) -> None:
    """The same choice leads on by trust: to a turn where all fits, or to one where its reaction does not."""
    narrow = talk(reaction=4, why=4, words=6, choices=8)
    first = PRACTICE.turns["first"]
    to_middle = tuple(replace(each, to="middle") for each in first.choices)
    middle = replace(
        first, choices=tuple(replace(each, to="by-trust", effects={}) for each in narrow.turns["first"].choices)
    )
    high, low = ("second", "third") if narrow_first else ("third", "second")
    turns = {
        "first": replace(first, choices=to_middle),
        "middle": middle,
        "by-trust": Turn(routes=(Route(when="trust >= 3", to=high), Route(to=low))),
        "second": narrow.turns["second"],
        "third": PRACTICE.turns["third"],
    }
    assert places(replace(PRACTICE, turns=turns)) == [
        ("turns", "middle", "choices", 0, "reaction"),
        ("turns", "middle", "choices", 1, "reaction"),
    ]


@pytest.mark.parametrize("placeholder", ["{rep}", "{customer}", "{company}"])
def test_names_are_put_in_place_of_placeholders_before_counting(placeholder: str) -> None:
    customer = Customer(name="Wilhelmina Featherstonehaugh", company="The Northern Cold Store Company")
    assert lines_of(placeholder, 10, customer) > 1
    assert lines_of(placeholder, 40, customer) == 1
