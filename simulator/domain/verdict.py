"""What the evidence says: mastery of each skill, and whether the rep is ready."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from simulator.domain.evidence import AttemptEvidence, CriticalError, Moment
from simulator.domain.ids import ScenarioId, SkillId


class Standing(StrEnum):
    """Where one skill stands against the bar."""

    UNSEEN = "unseen"
    GAP = "gap"
    UNCERTAIN = "uncertain"
    MET = "met"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mastery:
    """What the evidence says about one skill."""

    skill: SkillId
    standing: Standing
    handled: int
    """k: moments that count and were handled well."""
    met: int
    """n: moments that count and were met."""
    scenarios: int
    """Different scenarios those moments come from."""
    chance: float
    """The posterior probability that the true share is at or above the cut, 0 to 1."""
    estimate: float
    """The posterior mean of the share handled well, 0 to 1."""
    low: float
    """The 5 % quantile of the posterior."""
    high: float
    """The 95 % quantile of the posterior."""
    more_moments: int
    """The fewest further moments, all handled well, after which the bar could be met; 0 where it is."""
    lapses: datetime | None
    """When a met skill stops being met because evidence ages out, in UTC; None where it is not met."""
    moments: tuple[Moment, ...]
    """The moments that count, oldest first: what this stands on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """Which assessment to take next, and why."""

    scenario: ScenarioId
    skill: SkillId
    """The least certain skill."""
    moments: int
    """How many moments for that skill the scenario gives."""


class VerdictKind(StrEnum):
    """The five answers to "is this rep ready?"."""

    READY = "ready"
    NOT_YET = "not-yet"
    NOT_ENOUGH = "not-enough-evidence"
    BLOCKED = "blocked"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standings:
    """What every verdict stands on."""

    at: datetime
    """The moment for which it was computed, in UTC."""
    skills: Mapping[SkillId, Mastery]
    """Each skill of the bar, in the bar's order."""
    evidence: tuple[AttemptEvidence, ...]
    """The first-sight assessments that count, oldest first."""
    next: NextStep | None
    """The assessment to take next; None where nothing fresh is left or nothing is needed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready(Standings):
    """Every skill meets the bar and no critical error is open."""

    until: datetime
    """When the first skill lapses, in UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotYet(Standings):
    """At least one skill is known to fall short."""

    gaps: tuple[SkillId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotEnough(Standings):
    """The evidence does not decide yet."""

    missing: tuple[SkillId, ...]
    """The skills that need more moments."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocked(Standings):
    """A critical error in an assessment is open."""

    errors: tuple[CriticalError, ...]
    """The open errors, oldest first."""
    reviewed: bool
    """Whether a trainer has looked at all of them."""
    clean_needed: int
    """Fresh assessments without a critical error that are still needed after the review."""
    waiting: int
    """Open errors that no trainer has looked at yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expired(Standings):
    """The rep was ready on this evidence, and only time has passed since."""

    since: datetime
    """When the verdict lapsed, in UTC."""
    lapsed: tuple[SkillId, ...]


Verdict = Ready | NotYet | NotEnough | Blocked | Expired


def kind_of(verdict: Verdict) -> VerdictKind:
    """Name the verdict."""
    match verdict:
        case Ready():
            return VerdictKind.READY
        case NotYet():
            return VerdictKind.NOT_YET
        case NotEnough():
            return VerdictKind.NOT_ENOUGH
        case Blocked():
            return VerdictKind.BLOCKED
        case Expired():
            return VerdictKind.EXPIRED
