"""Whether something happens more often than luck would allow."""

from collections import Counter
from collections.abc import Sequence
from math import exp, fsum, lgamma, log
from typing import Final, NamedTuple

RARE: Final = 0.01
"""What luck brings once in a hundred times is not put down to luck any more."""

_NOTHING: Final = 1e-18
"""Probabilities below this, at either end, are left out: together they stay far below what is printed or compared."""


class Trial(NamedTuple):
    """One time that something could have happened."""

    chance: float
    """How probable it was by luck alone, 0 to 1."""
    hit: bool
    """Whether it did happen."""


def hits(trials: Sequence[Trial]) -> int:
    """Count the times that it did happen."""
    return sum(trial.hit for trial in trials)


def beyond_luck(trials: Sequence[Trial]) -> bool:
    """Tell whether so many hits come by luck at most once in a hundred times."""
    found = hits(trials)
    # A median lies within one of the mean (Jogdeo and Samuels, Ann. Math. Stat. 39 (1968) 1191-1195): so many come
    # about every second time.
    if found <= sum(trial.chance for trial in trials):
        return False
    return at_least(found, [trial.chance for trial in trials]) <= RARE


def at_least(number: int, chances: Sequence[float]) -> float:
    """Return the probability that at least this many of some independent things happen, each with its own chance.

    The upper tail of a Poisson-binomial distribution, summed up exactly: things with the same chance make a
    binomial distribution, and those are convolved. Y. H. Wang, Statistica Sinica 3 (1993) 295-312.
    """
    start, heights = 0, [1.0]
    for chance, many in Counter(chances).items():
        first, part = _binomial(many, chance)
        start, heights = start + first, _convolved(heights, part)
    return min(1.0, fsum(heights[max(0, number - start) :]))


def sign_test(more: int, fewer: int) -> float:
    """Return how probable so uneven a split is, either way round, where both are as likely as each other.

    Ties are left out beforehand. Dixon and Mood, J. Am. Stat. Assoc. 41 (1946) 557-566.
    """
    return min(1.0, 2 * at_least(max(more, fewer), [0.5] * (more + fewer)))


def _binomial(many: int, chance: float) -> tuple[int, list[float]]:
    """Return the probabilities of the numbers of hits that can be met at all, and the first such number."""
    if not 0 < chance < 1:
        return (many, [1.0]) if chance >= 1 else (0, [1.0])
    logs = (
        lgamma(many + 1) - lgamma(k + 1) - lgamma(many - k + 1) + k * log(chance) + (many - k) * log(1 - chance)
        for k in range(many + 1)
    )
    heights = [exp(height) for height in logs]
    kept = [k for k, height in enumerate(heights) if height > _NOTHING]
    return kept[0], heights[kept[0] : kept[-1] + 1]


def _convolved(left: Sequence[float], right: Sequence[float]) -> list[float]:
    """Return the distribution of a sum."""
    heights = [0.0] * (len(left) + len(right) - 1)
    for at, weight in enumerate(left):
        for further, height in enumerate(right, at):
            heights[further] += weight * height
    return heights
