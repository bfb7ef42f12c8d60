"""How much an assessment is expected to tell, before it is taken."""

from collections.abc import Sequence
from functools import lru_cache
from math import exp, log2

from simulator.assessment.posterior import Tally, first_at_or_above, likelihood_table, normalised, prior_table
from simulator.domain.rubric import Bar, Prior


def expected_information(tallies: Sequence[Tally], moments: int, bar: Bar) -> float:
    """Return in bits how much less uncertain it is expected to be whether a skill is at the bar, after more moments.

    The uncertainty is the entropy of a yes or no with the posterior chance; expected over how many of the moments
    will be handled well, as far as the evidence so far foresees that. Source: D. V. Lindley, Ann. Math. Stat. 27 (1956)
    986-1005. Never below 0; 0 for no moments.
    """
    return _expected(tuple(sorted(tallies)), moments, bar.cut, bar.correlation, bar.prior)


@lru_cache(maxsize=16_384)
def _expected(tallies: tuple[Tally, ...], moments: int, cut: int, rho: float, prior: Prior) -> float:
    weights = _weights(tallies, rho, prior)
    first = first_at_or_above(cut)
    after = 0.0
    for handled in range(moments + 1):
        table = likelihood_table(Tally(handled, moments), rho)
        joint = [weight * exp(height) for weight, height in zip(weights, table, strict=True)]
        chance = sum(joint)
        after += chance * _entropy(sum(joint[first:]) / chance) if chance else 0.0
    return max(0.0, _entropy(sum(weights[first:])) - after)


def _weights(tallies: tuple[Tally, ...], rho: float, prior: Prior) -> list[float]:
    """Return the posterior probability of each share on the grid."""
    columns = zip(prior_table(prior), *(likelihood_table(tally, rho) for tally in tallies), strict=True)
    return normalised([sum(column) for column in columns])


def _entropy(chance: float) -> float:
    return -sum(part * log2(part) for part in (chance, 1 - chance) if part > 0)
