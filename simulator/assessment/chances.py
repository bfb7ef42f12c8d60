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
"""Products that are remembered: three kilobytes each."""

_LEAST: Final = 1e-200
"""With less weight than that in all, digits may be lost."""

_Told = tuple[int, int]
"""A `Tally`, without its name: handled and met."""

_Weights = tuple[list[float], list[float]]
"""A weight for each share of the grid: those below the cut, and the others."""


class Chances:
    """The standings of one bar."""

    def __init__(self, bar: Bar) -> None:
        self._bar = bar
        self._first = first_at_or_above(bar.cut)
        self._sure, self._gap = bar.sure / 100, bar.gap / 100
        self._product = lru_cache(maxsize=_MOST)(self._multiplied)
        self._led = lru_cache(maxsize=_MOST)(self._with_prior)
        self._single = lru_cache(maxsize=_MOST)(self._likelihood)
        self._few = lru_cache(maxsize=_MOST)(self._chance_of_few)
        self._prior = self._split(prior_table(bar.prior))

    def standing(self, conversations: Sequence[Counts]) -> tuple[Standing, bool]:
        """Return where a skill stands, and whether the bar is more likely reached than not.

        Each of the conversations is with another customer; sorted ones are found quickest.
        """
        # Plain loops and tuples: a large team asks this some ten thousand times.
        told: list[_Told] = []
        answered = scenarios = 0
        for counts in conversations:
            if counts[1]:
                told.append(counts[:2])
                if counts[2]:
                    answered += counts[2]
                    scenarios += 1
        if not told:
            return Standing.UNSEEN, self._few(()) >= CLOSE
        chance = self._few(tuple(told)) if len(told) <= _AT_ONCE else self._chance_of_many(tuple(told))
        if answered < self._bar.min_moments or scenarios < self._bar.min_scenarios:
            return Standing.UNCERTAIN, chance >= CLOSE
        if chance >= self._sure:
            return Standing.MET, chance >= CLOSE
        return Standing.GAP if chance <= self._gap else Standing.UNCERTAIN, chance >= CLOSE

    def _chance_of_few(self, told: tuple[_Told, ...]) -> float:
        below, above = self._led(told)
        return self._checked(told, sum(below), sum(above))

    def _chance_of_many(self, told: tuple[_Told, ...]) -> float:
        below, above = self._led(told[:_AT_ONCE])
        rest = told[_AT_ONCE:]
        while len(rest) > _AT_ONCE:
            below, above = _times((below, above), self._product(rest[:_AT_ONCE]))
            rest = rest[_AT_ONCE:]
        last_below, last_above = self._product(rest)
        return self._checked(told, sum(map(mul, below, last_below)), sum(map(mul, above, last_above)))

    def _checked(self, told: tuple[_Told, ...], below: float, above: float) -> float:
        whole = below + above
        chance = above / whole if whole > _LEAST else CLOSE
        if abs(chance - self._sure) > _DOUBT and abs(chance - self._gap) > _DOUBT and abs(chance - CLOSE) > _DOUBT:
            return chance
        tallies = tuple(sorted(Tally(*each) for each in told))
        return posterior(tallies, self._bar.cut, self._bar.correlation, self._bar.prior).chance

    def _with_prior(self, told: tuple[_Told, ...]) -> _Weights:
        return _times(self._prior, self._product(told))

    def _multiplied(self, told: tuple[_Told, ...]) -> _Weights:
        if not told:
            below, above = self._prior
            return [1.0] * len(below), [1.0] * len(above)
        single = self._single(told[-1])
        return _times(self._product(told[:-1]), single) if len(told) > 1 else single

    def _likelihood(self, told: _Told) -> _Weights:
        return self._split(likelihood_table(Tally(*told), self._bar.correlation))

    def _split(self, heights: Sequence[float]) -> _Weights:
        """Turn logs into weights of which the largest is 1."""
        peak = max(heights)
        weights = [exp(height - peak) for height in heights]
        return weights[: self._first], weights[self._first :]


def _times(one: _Weights, other: _Weights) -> _Weights:
    return list(map(mul, one[0], other[0])), list(map(mul, one[1], other[1]))
