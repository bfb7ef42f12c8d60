"""A person's decision about a rep: it stands beside the computed verdict and never replaces it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from simulator.domain.ids import RepId


class Decided(StrEnum):
    """What a person can decide."""

    READY = "ready"
    NOT_YET = "not-yet"


class Role(StrEnum):
    """As what a person decides."""

    MANAGER = "manager"
    TRAINER = "trainer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What somebody decided about a rep: recorded, never edited."""

    rep: RepId
    decided: Decided
    by: str
    """Who decided."""
    role: Role
    reason: str
    at: datetime
    """When, in UTC."""
    until: date | None = None
    """The last day (in UTC) on which it stands; None while no end was set."""

    def ended(self, at: datetime) -> bool:
        """Tell whether its last day is over."""
        return self.until is not None and at.astimezone(UTC).date() > self.until


def standing(decisions: Sequence[Decision], at: datetime) -> Decision | None:
    """Return the decision that stands: the latest, whoever made it; None where there is none or its time is over."""
    return decisions[-1] if decisions and not decisions[-1].ended(at) else None
