"""A conversation with texts of just so many lines in a window of 80 columns and 24 lines."""

from dataclasses import replace

from tui.shelf import PRACTICE, choice

from simulator.domain.scenario import Scenario
from simulator.lint.craft.layout import CHOICE_WIDTH, SPOKEN_WIDTH


def so_many_lines(number: int, width: int, name: str) -> str:
    """A text of words that fill a line each."""
    return " ".join(f"{name}{line}".ljust(width, "x") for line in range(1, number + 1))


def talk(*, reaction: int, why: int, words: int, choices: int) -> Scenario:
    """The small scenario with texts of so many lines, from the first choice on."""
    first, second = PRACTICE.turns["first"], PRACTICE.turns["second"]
    each = [choices // 4 + (number < choices % 4) for number in range(4)]
    answers = tuple(
        replace(
            choice("second", better=number == 0, to="third", dress=str),
            id=f"answer-{number}",
            say=so_many_lines(lines, CHOICE_WIDTH, "Choice"),
        )
        for number, lines in enumerate(each)
    )
    asked = tuple(
        replace(
            each,
            reaction=so_many_lines(reaction, SPOKEN_WIDTH, "Reaction"),
            why=so_many_lines(why, SPOKEN_WIDTH, "Why"),
        )
        for each in first.choices
    )
    turns = {
        "first": replace(first, choices=asked),
        "second": replace(second, customer=so_many_lines(words, SPOKEN_WIDTH, "Words"), choices=answers),
    }
    return replace(PRACTICE, turns={**PRACTICE.turns, **turns})
