"""What a skill is, how it shows, and where the bar stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Literal

from simulator.domain.ids import SkillId


class Level(IntEnum):
    """How well one choice shows one indicator."""

    HARMFUL = 0
    MISSED = 1
    EFFECTIVE = 2
    EXEMPLARY = 3

    @property
    def handled_well(self) -> bool:
        """Whether the moment counts as handled well: level 2 or more."""
        return self >= Level.EFFECTIVE


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelTexts:
    """What each level looks like for one skill."""

    harmful: str
    """What level 0 looks like: it does damage."""
    missed: str
    """What level 1 looks like: the moment passes unused."""
    effective: str
    """What level 2 looks like: handled well."""
    exemplary: str
    """What level 3 looks like: as good as it gets."""

    def of(self, level: Level) -> str:
        """Return the text for one level."""
        return (self.harmful, self.missed, self.effective, self.exemplary)[level]


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One observable behaviour of a skill."""

    title: str
    """The behaviour in a few words, for people to read."""
    about: str
    """One sentence: what an observer would see."""
    sounds_like: str = ""
    """A spoken line that does it well."""
    instead_of: str = ""
    """A spoken line that misses it, as decent reps say it under pressure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rubric:
    """The definition of one skill."""

    format: Literal[1]
    """The version of the file format: 1."""
    id: SkillId
    """The skill's id: the name of its file."""
    title: str
    """The skill's name for people."""
    summary: str
    """What the skill is, in one or two sentences."""
    levels: LevelTexts
    """What each level looks like."""
    indicators: Mapping[str, Indicator]
    """The observable behaviours, by id."""
    sources: tuple[str, ...] = ()
    """Published instruments that show this can be observed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CriticalErrorKind:
    """A behaviour that no average may hide."""

    title: str
    """Its name for people."""
    about: str
    """One sentence: what counts as this error."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prior:
    """What is assumed of a rep before any evidence: a Beta distribution over the share handled well."""

    good: float
    """The Beta distribution's first parameter: moments handled well, as if already seen. Above 0."""
    missed: float
    """The second parameter: moments missed, as if already seen. Above 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """The readiness rule's numbers: `rubrics/readiness.yaml`."""

    format: Literal[1]
    """The version of the file format: 1."""
    title: str
    """What reaching the bar is called."""
    summary: str
    """What reaching the bar means, in one or two sentences."""
    skills: tuple[SkillId, ...]
    """The skills that must each reach the bar."""
    cut: int
    """Percent of moments that a ready rep handles well."""
    sure: int
    """Percent: how sure the evidence must make us that the cut is reached."""
    gap: int
    """Percent: at or below this chance of reaching the cut, the verdict is NOT YET."""
    prior: Prior
    """What is assumed before any evidence."""
    correlation: float
    """How alike the moments of one conversation are (intra-scenario correlation): from 0 to below 1."""
    min_scenarios: int
    """Different scenarios a decision needs, per skill."""
    min_moments: int
    """Moments a decision needs, per skill."""
    evidence_days: int
    """Days for which evidence counts."""
    clean_after_critical: int
    """Fresh assessments without a critical error that reopen the way after a review."""
    fresh_start_days: int = 30
    """Days between two fresh starts of one rep, and between their first assessment and a fresh start."""
    critical_errors: Mapping[str, CriticalErrorKind] = field(default_factory=dict[str, CriticalErrorKind])
    """The critical errors that scenarios may name, by id."""
