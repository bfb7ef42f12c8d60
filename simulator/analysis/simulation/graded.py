"""Evidence by its four levels instead of good or missed: tried in simulation, and why it is not the rule.

Takes the levels for thresholds a fixed way apart on the logit scale (proportional odds: P. McCullagh, J. R. Stat.
Soc. B 42 (1980) 109-142), which the real rule could not know. docs/decisions/graded-evidence.md has what came of it.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import exp, log
from typing import Final

from simulator.analysis.simulation.talk import Met
from simulator.analysis.simulation.weighing import Weighs
from simulator.assessment.posterior import SHARES
from simulator.domain.rubric import Level

UP: Final = 1.25
"""How far "exemplary" is taken to lie above "handled well", in logits."""

DOWN: Final = 1.5
"""How far "harmful" is taken to lie below it."""

_LEAST: Final = 1e-12


class GradedWeighing(Weighs):
    """By the four levels."""

    def _told(self, moments: Sequence[Met]) -> Sequence[float]:
        # They are discounted for being alike: design effect 1 + (n - 1) rho.
        discount = 1 + (len(moments) - 1) * self._bar.correlation
        tables = zip(*(level_table(moment.level, moment.offered) for moment in moments), strict=True)
        return [sum(column) / discount for column in tables]


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
