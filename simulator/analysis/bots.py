"""Bots: ways of choosing that need no understanding. A fair scenario gives none of them a pass.

Where the first or the last stands is drawn for each attempt, so whoever always takes it chooses at random.
"""

from collections.abc import Mapping
from typing import Final

from simulator.analysis.chooser import Chooser, at_random, by_rank
from simulator.analysis.wording import FEELING, POLITE, asks, count_of, shared_words, words
from simulator.domain.scenario import Choice, Turn


def length(_turn: Turn, choice: Choice) -> float:
    """Return the characters of what is said."""
    return len(choice.say)


def courtesy(_turn: Turn, choice: Choice) -> float:
    """Count the words of courtesy."""
    return count_of(choice.say, POLITE)


def feeling(_turn: Turn, choice: Choice) -> float:
    """Count the words about how somebody feels."""
    return count_of(choice.say, FEELING)


def echo(turn: Turn, choice: Choice) -> float:
    """Count the words that the customer may just have said."""
    said = " ".join((turn.customer, *(variant.customer for variant in turn.variants)))
    return shared_words(choice.say, said)


def question(_turn: Turn, choice: Choice) -> float:
    """Return 1 where the rep ends by asking."""
    return asks(choice.say)


def brevity(turn: Turn, choice: Choice) -> float:
    """Return the more the fewer words are said; of equal ones, the fewer characters."""
    return -len(words(choice.say)) - length(turn, choice) / 10_000


BOTS: Final[Mapping[str, Chooser]] = {
    "longest": by_rank(length),
    "shortest": by_rank(brevity),
    "first": at_random,
    "last": at_random,
    "politest": by_rank(courtesy),
    "most-words-from-the-customer": by_rank(echo),
    "random": at_random,
    "always-empathy": by_rank(feeling),
    "always-question": by_rank(question),
}
"""Every blind way of choosing, by name."""
