"""The chance that a skill is at the bar, found quickly for many: products of likelihoods instead of sums of logs.

`posterior` is the measure. The same sum over the same grid comes out here to some thirteen digits; where that could
change an answer, the measure itself is asked.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import exp
from operator import mul
from typing import Final

from simulator.assessment.posterior import Tally, first_at_or_above, likelihood_table, posterior, prior_table
from simulator.domain.evidence import Counts
from simulator.domain.rubric import Bar
from simulator.domain.verdict import Standing

CLOSE: Final = 0.5
"""From this chance on, a skill that is not decided yet is more likely at the bar than below it."""

_DOUBT: Final = 1e-9
"""So near to a threshold, the measure is asked. The products err by some 1e-13."""

_AT_ONCE: Final = 3
"""Tallies whose product is remembered together: few enough to be met again and again."""

_MOST: Final = 20_000
"""Products that are remembered."""


class Chances:
    """The standings of one bar."""

    def __init__(self, bar: Bar) -> None:
        self._bar = bar
        self._first = first_at_or_above(bar.cut)
        self._sure, self._gap = bar.sure / 100, bar.gap / 100
        self._product = lru_cache(maxsize=_MOST)(self._multiplied)
        self._prior = _weights(prior_table(bar.prior))

    def standing(self, conversations: Sequence[Counts]) -> tuple[Standing, bool]:
        """Return where a skill stands, and whether the bar is more likely reached than not.

        Each of the conversations is with another customer; sorted ones are found quickest.
        """
        met = [each for each in conversations if each.met]
        tallies = tuple([Tally(each.handled, each.met) for each in met])
        if not tallies:
            return Standing.UNSEEN, self._chance(()) >= CLOSE
        chance = self._chance(tallies)
        enough = sum([each.answered for each in met]) >= self._bar.min_moments
        if not enough or sum([each.answered > 0 for each in met]) < self._bar.min_scenarios:
            return Standing.UNCERTAIN, chance >= CLOSE
        if chance >= self._sure:
            return Standing.MET, chance >= CLOSE
        return Standing.GAP if chance <= self._gap else Standing.UNCERTAIN, chance >= CLOSE

    def _chance(self, tallies: tuple[Tally, ...]) -> float:
        weights: Sequence[float] = self._prior
        for start in range(0, len(tallies), _AT_ONCE):
            weights = list(map(mul, weights, self._product(tallies[start : start + _AT_ONCE])))
        below, above = sum(weights[: self._first]), sum(weights[self._first :])
        # Without any weight left (hundreds of conversations) there is nothing to divide by.
        chance = above / (below + above) if below + above > 0 else CLOSE
        if min(abs(chance - edge) for edge in (self._sure, self._gap, CLOSE)) > _DOUBT:
            return chance
        return posterior(tuple(sorted(tallies)), self._bar.cut, self._bar.correlation, self._bar.prior).chance

    def _multiplied(self, tallies: tuple[Tally, ...]) -> list[float]:
        tables = (likelihood_table(tally, self._bar.correlation) for tally in tallies)
        return _weights([sum(column) for column in zip(*tables, strict=True)])


def _weights(heights: Sequence[float]) -> list[float]:
    """Turn logs into weights of which the largest is 1."""
    peak = max(heights)
    return [exp(height - peak) for height in heights]
