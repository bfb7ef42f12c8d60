"""The world that simulated reps live in, and who they are."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import exp, pi, sqrt
from typing import Final

from simulator.analysis.chooser import Chooser
from simulator.domain.ids import SkillId


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What makes moments differ, as standard deviations on the logit scale; assumed, and varied to see what it does.

    The defaults make the moments of one conversation correlate by about 0.09 where 80 % are handled well.
    """

    rep_and_customer: float = 0.45
    """How a rep gets on with one customer, in all skills."""
    rep_customer_and_skill: float = 0.45
    """The same, in one skill."""
    customer: float = 0.30
    """How hard one customer is for everybody."""
    moment: float = 0.50
    """How hard one moment is for everybody."""
    exemplary: float = 1.0
    """How far above "handled well" the fully right answer lies."""
    harmful: float = 1.5
    """How far below it the harmful one lies."""
    memory: float = 0.5
    """The probability that a rep who meets a moment again gives the best answer by heart."""

    @property
    def spread(self) -> float:
        """The standard deviation of all that is added to a rep's skill."""
        return sqrt(
            self.rep_and_customer**2 + self.rep_customer_and_skill**2 + self.customer**2 + self.moment**2,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A kind of rep whose true skill is known."""

    name: str
    """In a few words."""
    shares: Mapping[SkillId, float]
    """For each skill the true share of moments handled well, over customers never seen before; 0 to 1."""
    later: Mapping[SkillId, float] | None = None
    """The shares at the end of the course, for whoever learns or forgets; None where they stay."""
    asked: Mapping[SkillId, float] | None = None
    """What to simulate so that the shares come out on the conversations at hand; None for the shares themselves."""
    asked_later: Mapping[SkillId, float] | None = None
    """The same for the end of the course."""
    afresh_after: int | None = None
    """For whoever starts afresh as often as may be: after how many assessments without READY; None for nobody else."""
    chooser: Chooser | None = None
    """For whoever chooses blindly; the shares are then what that comes to."""

    def share(self, skill: SkillId, part: float) -> float:
        """Return the true share at a part of the course, 0 at its beginning to 1 at its end."""
        begun = self.shares[skill]
        return begun if self.later is None else begun + (self.later[skill] - begun) * part

    def asks(self, skill: SkillId, part: float) -> float:
        """Return the share to simulate at a part of the course."""
        begun = (self.asked or self.shares)[skill]
        later = self.asked_later or self.later
        return begun if later is None else begun + (later[skill] - begun) * part

    def is_ready(self, cut: float, part: float) -> bool:
        """Tell whether every true share is at or above the cut."""
        return all(self.share(skill, part) >= cut for skill in self.shares)


_STEPS: Final = 400
_REACH: Final = 8.0


@lru_cache(maxsize=4_096)
def ability(share: float, spread: float) -> float:
    """Return the skill on the logit scale whose share over all customers and moments is as given, 0 to 1 open.

    Halving the interval finds theta with E[1 / (1 + exp(-theta - spread Z))] = share, Z standard normal.
    """
    low, high = -12.0, 12.0
    while high - low > 1e-6:  # noqa: PLR2004 - far below what any simulation can tell apart
        middle = (low + high) / 2
        low, high = (middle, high) if _mean_share(middle, spread) < share else (low, middle)
    return (low + high) / 2


def _mean_share(theta: float, spread: float) -> float:
    """Integrate by the midpoint rule over eight standard deviations to each side."""
    width = 2 * _REACH / _STEPS
    total = 0.0
    for step in range(_STEPS):
        z = -_REACH + (step + 0.5) * width
        total += exp(-z * z / 2) / (1 + exp(-theta - spread * z))
    return total * width / sqrt(2 * pi)
