"""Bots: ways of choosing that need no understanding. A fair scenario gives none of them a pass.

Where the first or the last stands is drawn for each attempt, so whoever always takes it chooses at random.
"""

from collections.abc import Mapping
from typing import Final

from simulator.analysis.chooser import Chooser, at_random, by_rank
from simulator.analysis.wording import FEELING, POLITE, asks, count_of, shared_words, words
from simulator.domain.scenario import Choice, Turn


def _length(_turn: Turn, choice: Choice) -> float:
    return len(choice.say)


def _courtesy(_turn: Turn, choice: Choice) -> float:
    return count_of(choice.say, POLITE)


def _feeling(_turn: Turn, choice: Choice) -> float:
    return count_of(choice.say, FEELING)


def _echo(turn: Turn, choice: Choice) -> float:
    said = " ".join((turn.customer, *(variant.customer for variant in turn.variants)))
    return shared_words(choice.say, said)


def _question(_turn: Turn, choice: Choice) -> float:
    return asks(choice.say)


def _shortest(turn: Turn, choice: Choice) -> float:
    return -len(words(choice.say)) - _length(turn, choice) / 10_000


BOTS: Final[Mapping[str, Chooser]] = {
    "longest": by_rank(_length),
    "shortest": by_rank(_shortest),
    "first": at_random,
    "last": at_random,
    "politest": by_rank(_courtesy),
    "most-words-from-the-customer": by_rank(_echo),
    "random": at_random,
    "always-empathy": by_rank(_feeling),
    "always-question": by_rank(_question),
}
"""Every blind way of choosing, by name."""
