"""What a rep sets out to do: a goal with a day, or to start afresh. Recorded, never edited."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from simulator.domain.ids import AttemptId, RepId, SkillId


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What a rep wants to have shown, and by when."""

    rep: RepId
    skill: SkillId | None
    """The skill that is to meet the bar; None for all of them."""
    due: date
    """The last day (in UTC) on which it is in time."""
    at: datetime
    """When it was set, in UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalDropped:
    """The rep no longer has the goal they set before."""

    rep: RepId
    at: datetime
    """When, in UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FreshStart:
    """The rep sets their assessments so far aside, as evidence: they stay recorded, and critical errors stay open."""

    rep: RepId
    up_to: AttemptId
    """The newest attempt that is set aside, and all before it with it: an order that no clock can change."""
    at: datetime
    """When, in UTC."""


Intention = Goal | GoalDropped | FreshStart


def goal_of(intentions: Sequence[Intention]) -> Goal | None:
    """Return the goal that stands: the latest, unless it was dropped."""
    latest = next((each for each in reversed(intentions) if not isinstance(each, FreshStart)), None)
    return latest if isinstance(latest, Goal) else None


def fresh_starts(intentions: Sequence[Intention]) -> tuple[FreshStart, ...]:
    """Return the fresh starts, oldest first."""
    return tuple(each for each in intentions if isinstance(each, FreshStart))
