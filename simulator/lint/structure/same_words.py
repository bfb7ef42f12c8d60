"""SIM410: choices of one turn are told apart by their words."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from simulator.domain.scenario import Choice
from simulator.lint.rule import Finding, Rule
from simulator.lint.structure.shown import SUM_UP, turns
from simulator.lint.structure.together import together
from simulator.lint.subject import Proven

ENOUGH_WORDS: Final = 5
"""Different words that a line has before it can be nearly the same as another."""

SHARE: Final = 0.8
"""How many of all words of two lines both have, where they are nearly the same."""

MAX_COMPARED: Final = 40
"""Choices of one turn that are compared with each other."""


def _check(proven: Proven) -> Iterator[Finding]:
    for turn_id, turn in proven.scenario.turns.items():
        told: set[int] = set()
        for index, nearly, other in _alike(turn.choices[:MAX_COMPARED]):
            choice = turn.choices[index]
            if index not in told and together(proven.space, turn_id, choice, other):
                told.add(index)
                yield Finding(
                    message=f'"{choice.id}" says {nearly} the same as "{other.id}"',
                    hint="let the two do different things to the customer, or delete one",
                    path=("turns", turn_id, "choices", index, "say"),
                )


def _alike(choices: Sequence[Choice]) -> Iterator[tuple[int, str, Choice]]:
    spoken = [words(choice.say) for choice in choices]
    sets = list(map(frozenset, spoken))
    for before, after in combinations(range(len(choices)), 2):
        if spoken[before] == spoken[after]:
            yield after, "exactly", choices[before]
        elif _nearly(sets[before], sets[after]):
            yield after, "nearly", choices[before]


def words(say: str) -> Sequence[str]:
    """Return the words of a line, whatever their case and what stands between them."""
    return re.findall(r"\w+", say.casefold())


def _nearly(one: frozenset[str], other: frozenset[str]) -> bool:
    if min(len(one), len(other)) < ENOUGH_WORDS:
        return False
    return len(one & other) >= SHARE * len(one | other)


SAME_WORDS: Final = Rule[Proven](
    code="SIM410",
    law="Choices that are on offer together do not say the same in nearly the same words.",
    why="Between two lines that sound alike a rep can only guess, and whichever is taken shows nothing about them. "
    "Choices that are never on offer together may share their words.",
    failing=turns(SUM_UP, '{id: sum-it-all-up, say: "So you need it up by eight and one name to ring.", to: gone}'),
    passing=turns(SUM_UP, '{id: promise, say: "You will hear from us when it is up again.", to: gone}'),
    check=_check,
)
