"""What an attempt shows: moments met, how each was answered, and critical errors."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from simulator.domain.ids import AttemptId, Digest, ScenarioId, SkillId
from simulator.domain.rubric import Level
from simulator.domain.scenario import Purpose


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One standing choice of a replayed attempt: rewound ones are gone."""

    turn: str
    choice: str
    visit: int
    """Which visit to this turn it was, from 1."""
    at: datetime
    """When the rep said it, in UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """How a moment was answered."""

    indicator: str
    """The indicator within the moment's skill."""
    level: Level
    choice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """The first visit in an attempt to a turn that calls for a skill: the unit of evidence."""

    attempt: AttemptId
    scenario: ScenarioId
    content: Digest
    purpose: Purpose
    first_sight: bool
    """Whether the rep had never been shown this scenario before the attempt."""
    skill: SkillId
    turn: str
    at: datetime
    """When it was answered; for an open moment, when the attempt came to it. UTC."""
    shown: Shown | None
    """The answer; None while the moment is met but not answered, which is not level 0."""

    @property
    def handled_well(self) -> bool:
        """Whether it was answered at level 2 or more."""
        return self.shown is not None and self.shown.level.handled_well

    @property
    def counts(self) -> bool:
        """Whether it may count towards readiness: a first-sight assessment."""
        return self.purpose is Purpose.ASSESSMENT and self.first_sight


class Counts(NamedTuple):
    """One attempt's moments for one skill, in numbers: enough to decide on, too little to explain."""

    handled: int
    """Moments handled well."""
    met: int
    answered: int
    """Moments that were answered at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CriticalError:
    """A behaviour that no average may hide, met in an attempt."""

    attempt: AttemptId
    scenario: ScenarioId
    purpose: Purpose
    error: str
    """Which kind, as named in the bar."""
    turn: str
    choice: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure:
    """How often a critical error could be made, and was."""

    chances: int
    """Answers at which a critical error was on offer."""
    chosen: int
    """How many of them were one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptEvidence:
    """All that one attempt shows."""

    attempt: AttemptId
    scenario: ScenarioId
    content: Digest
    purpose: Purpose
    first_sight: bool
    started: datetime
    last: datetime
    """When the latest standing move was made; the start where there is none. UTC."""
    ending: str | None
    """The ending reached; None while unfinished."""
    moments: tuple[Moment, ...]
    critical: tuple[CriticalError, ...]
    counts: Mapping[SkillId, Counts] | None = None
    """The moments in numbers, where only these were read and `moments` is empty for it; None where `moments` tells."""

    def counted(self, skill: SkillId) -> Counts:
        """Return this attempt's moments for a skill, in numbers."""
        if self.counts is not None:
            return self.counts.get(skill, NONE)
        mine = [moment for moment in self.moments if moment.skill == skill]
        return Counts(
            handled=sum(moment.handled_well for moment in mine),
            met=len(mine),
            answered=sum(moment.shown is not None for moment in mine),
        )

    @property
    def says_something(self) -> bool:
        """Whether any moment was met."""
        return bool(self.moments or self.counts)


NONE = Counts(handled=0, met=0, answered=0)
"""No moment at all."""
