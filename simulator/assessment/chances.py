"""The chance that a skill is at the bar, found quickly for many: products of likelihoods instead of sums of logs.

`posterior` is the measure. The same sum over the same grid comes out here to some thirteen digits; where that could
change an answer, the measure itself is asked. And a share far below the bar is left out where it could not.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from math import exp
from operator import mul
from typing import Final, NamedTuple

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
"""Products that are remembered: seven kilobytes each."""

_LEAST: Final = 1e-200
"""With less weight than that in all, digits may be lost."""

_Told = tuple[int, int]
"""A `Tally`, without its name: handled and met."""

_NEAR: Final = 50
"""So many shares right below the cut are summed before the rest: mostly the rest weighs next to nothing."""


class _Weights(NamedTuple):
    """A weight for each share of the grid."""

    far: list[float]
    """Of those far below the cut."""
    near: list[float]
    """Of those right below it."""
    above: list[float]
    """Of the others."""
    far_sum: float
    """What those far below come to."""
    far_most: float
    """The largest of those."""


class Chances:
    """The standings of one bar."""

    def __init__(self, bar: Bar) -> None:
        self._bar = bar
        self._first = first_at_or_above(bar.cut)
        self._sure, self._gap = bar.sure / 100, bar.gap / 100
        self._product = lru_cache(maxsize=_MOST)(self._multiplied)
        self._led: Callable[[tuple[_Told, ...]], _Weights] = lru_cache(maxsize=_MOST)(self._with_prior)
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
        led = self._led(told)
        above = sum(led.above)
        return self._checked(told, above, led.far_sum + sum(led.near) + above)

    def _chance_of_many(self, told: tuple[_Told, ...]) -> float:
        led, rest = self._led(told[:_AT_ONCE]), told[_AT_ONCE:]
        while len(rest) > _AT_ONCE:
            led = _times(led, self._product(rest[:_AT_ONCE]))
            rest = rest[_AT_ONCE:]
        last = self._product(rest)
        above: float = sum(map(mul, led.above, last.above))
        whole: float = above + sum(map(mul, led.near, last.near))
        # No sum of products is larger than the sum of the ones times the largest of the others.
        far = led.far_sum * last.far_most
        if whole > _LEAST and self._same_side(above / (whole + far), above / whole):
            return above / whole
        return self._checked(told, above, whole + sum(map(mul, led.far, last.far)))

    def _same_side(self, least: float, most: float) -> bool:
        """Tell whether no threshold lies between the two, or near them."""
        least, most = least - _DOUBT, most + _DOUBT
        return (
            (least > self._sure or most < self._sure)
            and (least > CLOSE or most < CLOSE)
            and (least > self._gap or most < self._gap)
        )

    def _checked(self, told: tuple[_Told, ...], above: float, whole: float) -> float:
        chance = above / whole if whole > _LEAST else CLOSE
        if self._same_side(chance, chance):
            return chance
        tallies = tuple(sorted(Tally(*each) for each in told))
        return posterior(tallies, self._bar.cut, self._bar.correlation, self._bar.prior).chance

    def _with_prior(self, told: tuple[_Told, ...]) -> _Weights:
        return _times(self._led(told[:-1]), self._single(told[-1])) if told else self._prior

    def _multiplied(self, told: tuple[_Told, ...]) -> _Weights:
        single = self._single(told[-1])
        return _times(self._product(told[:-1]), single) if len(told) > 1 else single

    def _likelihood(self, told: _Told) -> _Weights:
        return self._split(likelihood_table(Tally(*told), self._bar.correlation))

    def _split(self, heights: Sequence[float]) -> _Weights:
        """Turn logs into weights of which the largest is 1."""
        peak = max(heights)
        weights = [exp(height - peak) for height in heights]
        near = max(0, self._first - _NEAR)
        return _weights(weights[:near], weights[near : self._first], weights[self._first :])


def _times(one: _Weights, other: _Weights) -> _Weights:
    far, near, above = (list(map(mul, left, right)) for left, right in zip(one[:3], other[:3], strict=True))
    return _weights(far, near, above)


def _weights(far: list[float], near: list[float], above: list[float]) -> _Weights:
    return _Weights(far, near, above, sum(far), max(far, default=0.0))
