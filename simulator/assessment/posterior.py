"""How sure the evidence makes us: a beta-binomial likelihood on a grid of shares.

The moments of one conversation resemble each other, so k handled well of n met are not n independent
trials: they are beta-binomial with mean p (the rep's true share) and correlation rho. Conversations are
independent given p. Everything here is a function of numbers, so results are remembered.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from math import comb, exp, fsum, log
from typing import Final, NamedTuple

from simulator.domain.rubric import Prior

GRID: Final = 199
"""Shares on the grid. A prime number: no bar in whole percent but 50 falls on a grid point."""

SHARES: Final = tuple((step + 0.5) / GRID for step in range(GRID))
"""The midpoints of the grid's cells: never 0 or 1, where logarithms end."""

_TAIL: Final = 0.05


class Tally(NamedTuple):
    """What one conversation showed of one skill."""

    handled: int
    """k: moments handled well."""
    met: int
    """n: moments met."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Posterior:
    """What is known of a rep's true share of moments handled well."""

    chance: float
    """The probability that the share is at or above the cut, 0 to 1."""
    mean: float
    """Its expected value."""
    low: float
    """Its 5 % quantile: the first grid share with at least that much probability up to it."""
    high: float
    """Its 95 % quantile, likewise."""


def log_likelihood(tally: Tally, share: float, rho: float) -> float:
    """Return the log probability of k of n under a beta-binomial of mean `share`, strictly between 0 and 1.

    With theta = rho / (1 - rho) it is C(n, k) * prod(i < k: p + i theta) * prod(i < n - k: 1 - p + i theta)
    / prod(i < n: 1 + i theta). This product form stays exact for small rho, where differences of log-gamma
    lose their digits, and is the binomial at rho = 0. ValueError unless 0 <= k <= n and 0 <= rho < 1.

    Sources: Skellam, J. R. Stat. Soc. B 10 (1948) 257-261; in this form Griffiths, Biometrics 29 (1973)
    637-648, and Prentice, J. Am. Stat. Assoc. 81 (1986) 321-327.
    """
    handled, met = tally
    if not 0 <= handled <= met:
        raise ValueError(f"{handled} of {met} moments cannot have been handled well")
    if not 0 <= rho < 1:
        raise ValueError(f"a correlation is from 0 to below 1, not {rho}")
    theta = rho / (1 - rho)
    return fsum(
        (
            log(comb(met, handled)),
            *(log(share + i * theta) for i in range(handled)),
            *(log(1 - share + i * theta) for i in range(met - handled)),
            *(-log(1 + i * theta) for i in range(met)),
        )
    )


@lru_cache(maxsize=65_536)
def posterior(tallies: tuple[Tally, ...], cut: int, rho: float, prior: Prior) -> Posterior:
    """Weigh every share on the grid by prior and likelihood; `cut` is in whole percent.

    A sum over a grid in place of an integral: Gelman et al., Bayesian Data Analysis, 3rd ed., section 3.7.
    A moment more handled well multiplies each weight by a factor that grows with the share (monotone
    likelihood ratio), so the chance never falls with better evidence: Karlin and Rubin, Ann. Math.
    Stat. 27 (1956) 272-299.
    """
    # Sorted, so that the order in which conversations came cannot change even the last digit.
    columns = zip(prior_table(prior), *(likelihood_table(tally, rho) for tally in sorted(tallies)), strict=True)
    heights = [fsum(column) for column in columns]
    peak = max(heights)
    weights = [exp(height - peak) for height in heights]
    total = fsum(weights)
    running = list(accumulate(weights))
    return Posterior(
        chance=fsum(weights[first_at_or_above(cut) :]) / total,
        mean=fsum(weight * share for weight, share in zip(weights, SHARES, strict=True)) / total,
        low=SHARES[bisect_left(running, _TAIL * total)],
        high=SHARES[bisect_left(running, (1 - _TAIL) * total)],
    )


def normalised(heights: Sequence[float]) -> list[float]:
    """Return the probability of each share of the grid from the logs of their weights."""
    peak = max(heights)
    weights = [exp(height - peak) for height in heights]
    total = sum(weights)
    return [weight / total for weight in weights]


@lru_cache(maxsize=4_096)
def likelihood_table(tally: Tally, rho: float) -> tuple[float, ...]:
    """Return the log probability of a tally at each share of the grid."""
    return tuple(log_likelihood(tally, share, rho) for share in SHARES)


@lru_cache(maxsize=64)
def prior_table(prior: Prior) -> tuple[float, ...]:
    """Return the log of the Beta density at each share, up to a constant."""
    return tuple((prior.good - 1) * log(share) + (prior.missed - 1) * log(1 - share) for share in SHARES)


def first_at_or_above(cut: int) -> int:
    """Find the first grid share that reaches the cut, in whole numbers: (i + 1/2) / GRID >= cut / 100."""
    return max(0, -(-(2 * GRID * cut - 100) // 200))
