"""The verdict in brief, from counts alone: what a board of any size says of each rep.

The rule is the one of `verdict.decide`, and a law holds the two together. What is left out is what makes that one
slow: estimates with their ranges, how many moments are still needed, and the evidence itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from simulator.assessment.chances import Chances
from simulator.assessment.window import in_utc
from simulator.domain.evidence import Counts
from simulator.domain.rubric import Bar
from simulator.domain.verdict import Standing, VerdictKind


class Assessed(NamedTuple):
    """One first-sight assessment that is neither under way nor set aside."""

    last: datetime
    """When its latest standing move was made; the start where there is none. UTC."""
    counts: tuple[Counts, ...]
    """Its moments for each skill of the bar, in the bar's order."""


class SkillInBrief(NamedTuple):
    """Where one skill stands."""

    standing: Standing
    close: bool
    """Whether the bar is more likely reached than not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InBrief:
    """A verdict without what it stands on."""

    kind: VerdictKind
    skills: tuple[SkillInBrief, ...]
    """In the order of the bar's skills."""
    until: datetime | None = None
    """When the first skill lapses, of a READY; when it lapsed, of an EXPIRED. UTC."""
    reviewed: bool = False
    """Of a BLOCKED: whether a trainer has looked at all errors."""
    clean_needed: int = 0
    """Of a BLOCKED: fresh assessments without a critical error that are still needed after the review."""
    newest: datetime | None = None
    """The newest move that counts, in UTC; None where nothing does."""


class Brief:
    """The verdicts of one bar at one moment; equal counts are judged once."""

    def __init__(self, bar: Bar, at: datetime) -> None:
        self._bar = bar
        self._age = timedelta(days=bar.evidence_days)
        self._now = in_utc(at)
        # Years are bounded: whatever is older than the first counts, as in `counts_until`.
        self._since = self._now - min(self._age, self._now - datetime.min.replace(tzinfo=UTC))
        self._chances = Chances(bar)
        self._known: dict[tuple[Counts, ...], SkillInBrief] = {}
        self._places = range(len(bar.skills))

    def verdict(self, assessed: Sequence[Assessed], blocked: tuple[bool, int] | None = None) -> InBrief:
        """Decide on a rep's assessments, each of another scenario.

        `blocked` tells of open critical errors: whether all were reviewed, and how many clean assessments are needed.
        """
        counting = [each for each in assessed if each.last >= self._since]
        skills = self._skills(counting)
        newest = max([each.last for each in counting], default=None)
        if blocked is not None:
            reviewed, clean = blocked
            kind = VerdictKind.BLOCKED
            return InBrief(kind=kind, skills=skills, reviewed=reviewed, clean_needed=clean, newest=newest)
        standings = [skill.standing for skill in skills]
        if standings.count(Standing.MET) == len(standings):
            until = self._lapse(counting)
            return InBrief(kind=VerdictKind.READY, skills=skills, until=until, newest=newest)
        if Standing.GAP in standings:
            return InBrief(kind=VerdictKind.NOT_YET, skills=skills, newest=newest)
        since = self._lapsed(assessed) if len(counting) < len(assessed) else None
        if since is None:
            return InBrief(kind=VerdictKind.NOT_ENOUGH, skills=skills, newest=newest)
        stood_on = max(each.last for each in assessed if self._until(each) >= since)
        return InBrief(kind=VerdictKind.EXPIRED, skills=skills, until=since, newest=stood_on)

    def _skills(self, counting: Sequence[Assessed]) -> tuple[SkillInBrief, ...]:
        return tuple([self._skill(place, counting) for place in self._places])

    def _skill(self, place: int, counting: Sequence[Assessed]) -> SkillInBrief:
        told = tuple(sorted([each.counts[place] for each in counting]))
        found = self._known.get(told)
        if found is None:
            found = self._known[told] = SkillInBrief(*self._chances.standing(told))
        return found

    def _meets(self, counting: Sequence[Assessed]) -> bool:
        return all(self._skill(place, counting).standing is Standing.MET for place in self._places)

    def _until(self, each: Assessed) -> datetime:
        try:
            return each.last + self._age
        except OverflowError:
            return datetime.max.replace(tzinfo=UTC)

    def _lapse(self, counting: Sequence[Assessed]) -> datetime:
        """Find the last instant at which every skill is met, if no evidence is added."""
        instants = sorted({self._until(each) for each in counting})
        left = ([each for each in counting if self._until(each) > instant] for instant in instants)
        return next(instant for instant, rest in zip(instants, left, strict=True) if not self._meets(rest))

    def _lapsed(self, assessed: Sequence[Assessed]) -> datetime | None:
        """Find when evidence that met the bar stopped meeting it by age alone, since the newest came; or None."""
        told = [each for each in assessed if any(counts.met for counts in each.counts)]
        newest = max((each.last for each in told), default=self._now)
        instants = {self._until(each) for each in told}
        for instant in sorted((each for each in instants if newest <= each < self._now), reverse=True):
            if self._meets([each for each in told if self._until(each) >= instant]):
                return instant
        return None
