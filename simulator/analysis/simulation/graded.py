"""Evidence by its four levels instead of good or missed: tried in simulation, and why it is not the rule.

Takes the levels for thresholds a fixed way apart on the logit scale (proportional odds: P. McCullagh, J. R. Stat.
Soc. B 42 (1980) 109-142), which the real rule could not know. docs/decisions/graded-evidence.md has what came of it.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import exp, log
from typing import Final

from simulator.analysis.simulation.talk import Met
from simulator.assessment.posterior import SHARES, first_at_or_above, prior_table
from simulator.domain.rubric import Bar, Level

UP: Final = 1.25
"""How far "exemplary" is taken to lie above "handled well", in logits."""

DOWN: Final = 1.5
"""How far "harmful" is taken to lie below it."""

_LEAST: Final = 1e-12


class GradedWeighing:
    """The evidence for one skill so far, by levels."""

    def __init__(self, bar: Bar) -> None:
        self._bar: Final = bar
        self._heights: Sequence[float] = prior_table(bar.prior)
        self.moments = self.scenarios = 0

    def add(self, moments: Sequence[Met]) -> None:
        """Add one conversation's moments, discounted for being alike (design effect 1 + (n - 1) rho)."""
        if not moments:
            return
        discount = 1 + (len(moments) - 1) * self._bar.correlation
        for moment in moments:
            table = level_table(moment.level, moment.offered)
            self._heights = [height + more / discount for height, more in zip(self._heights, table, strict=True)]
        self.moments += len(moments)
        self.scenarios += 1

    def chance(self) -> float:
        """Return the probability that the share is at or above the cut, 0 to 1."""
        peak = max(self._heights)
        weights = [exp(height - peak) for height in self._heights]
        return sum(weights[first_at_or_above(self._bar.cut) :]) / sum(weights)

    def is_enough(self) -> bool:
        """Tell whether there is enough of it for a decision."""
        return self.scenarios >= self._bar.min_scenarios and self.moments >= self._bar.min_moments


@lru_cache(maxsize=256)
def level_table(level: Level, offered: frozenset[Level]) -> tuple[float, ...]:
    """Return the log probability of a level at each share of the grid.

    Where only one level of a side was on offer, it tells no more than its side.
    """
    return tuple(log(max(_LEAST, _chance(level, offered, log(share / (1 - share))))) for share in SHARES)


def _chance(level: Level, offered: frozenset[Level], skill: float) -> float:
    well, fully, unharmed = _above(skill), _above(skill - UP), _above(skill + DOWN)
    if level.handled_well:
        if not {Level.EFFECTIVE, Level.EXEMPLARY} <= offered:
            return well
        return fully if level is Level.EXEMPLARY else well - fully
    if not {Level.HARMFUL, Level.MISSED} <= offered:
        return 1 - well
    return 1 - unharmed if level is Level.HARMFUL else unharmed - well


def _above(logit: float) -> float:
    return 1 / (1 + exp(-logit))
