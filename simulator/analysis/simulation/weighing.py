"""The rule's posterior, conversation by conversation: what `assessment.posterior` says of all of them together.

Adding one conversation's log likelihoods to those before it takes a tenth of the time of starting anew.
"""

from collections.abc import Sequence
from typing import Final

from simulator.analysis.simulation.talk import Met
from simulator.assessment.posterior import Tally, first_at_or_above, likelihood_table, normalised, prior_table
from simulator.domain.rubric import Bar


class Weighs:
    """The evidence for one skill so far, whatever its moments are taken to tell."""

    def __init__(self, bar: Bar) -> None:
        self._bar: Final = bar
        self._heights: Sequence[float] = prior_table(bar.prior)
        self.moments = self.scenarios = 0

    def add(self, moments: Sequence[Met]) -> None:
        """Add one conversation's moments; one without a moment says nothing."""
        if moments:
            told = self._told(moments)
            self._heights = [height + more for height, more in zip(self._heights, told, strict=True)]
            self.moments += len(moments)
            self.scenarios += 1

    def chance(self) -> float:
        """Return the probability that the share is at or above the cut, 0 to 1."""
        return sum(normalised(self._heights)[first_at_or_above(self._bar.cut) :])

    def is_enough(self) -> bool:
        """Tell whether there is enough of it for a decision."""
        return self.scenarios >= self._bar.min_scenarios and self.moments >= self._bar.min_moments

    def _told(self, moments: Sequence[Met]) -> Sequence[float]:
        """Return the log probability of these moments at each share of the grid."""
        raise NotImplementedError


class Weighing(Weighs):
    """Good or missed: the rule."""

    def _told(self, moments: Sequence[Met]) -> Sequence[float]:
        tally = Tally(sum(moment.level.handled_well for moment in moments), len(moments))
        return likelihood_table(tally, self._bar.correlation)
