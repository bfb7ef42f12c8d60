"""The verdict from counts alone, by a short way that the ordinary case allows.

A board asks for the verdicts of a whole team at once, and most of them turn on nothing but how many moments of each
skill were met and handled well. Where anything else could play a part, the short way gives no answer, and
`verdict.decide` must. A law holds the two to the same answers.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from simulator.assessment.mastery import judged
from simulator.assessment.window import in_utc
from simulator.domain.evidence import Counts
from simulator.domain.ids import SkillId
from simulator.domain.rubric import Bar
from simulator.domain.verdict import Mastery, NotEnough, NotYet, Ready, Standing, Verdict


class Assessed(NamedTuple):
    """One first-sight assessment that is not under way, without a critical error."""

    last: datetime
    """When its latest standing move was made; the start where there is none. UTC."""
    counts: tuple[Counts, ...]
    """Its moments for each skill of the bar, in the bar's order."""


_Told = tuple[Counts, ...]


class ShortWay:
    """The ordinary verdicts of one bar at one moment; equal counts are judged once."""

    def __init__(self, bar: Bar, at: datetime) -> None:
        self._bar = bar
        self._at = in_utc(at)
        self._age = timedelta(days=bar.evidence_days)
        try:
            self._since = self._at - self._age
        except OverflowError:
            self._since = datetime.min.replace(tzinfo=UTC)
        self._known: dict[tuple[SkillId, _Told], Mastery] = {}

    def verdict(self, assessed: Sequence[Assessed]) -> Verdict | None:
        """Decide on all of a rep's first-sight assessments, each of another scenario; None where that takes more.

        The verdict has neither evidence nor moments nor a next step.
        """
        counting = [each for each in assessed if each.last >= self._since]
        skills = {skill: self._judged(skill, n, counting) for n, skill in enumerate(self._bar.skills)}
        unmet = [mastery for mastery in skills.values() if mastery.standing is not Standing.MET]
        if not unmet:
            return self._ready(skills, counting)
        gaps = tuple(mastery.skill for mastery in unmet if mastery.standing is Standing.GAP)
        if gaps:
            return NotYet(at=self._at, skills=skills, evidence=(), next=None, gaps=gaps)
        if len(counting) < len(assessed) and self._may_have_lapsed(assessed):
            return None
        missing = tuple(mastery.skill for mastery in unmet)
        return NotEnough(at=self._at, skills=skills, evidence=(), next=None, missing=missing)

    def newest(self, assessed: Sequence[Assessed]) -> datetime | None:
        """Return when the newest of the assessments that count was worked on; None where none counts."""
        return max((each.last for each in assessed if each.last >= self._since), default=None)

    def _judged(self, skill: SkillId, place: int, counting: Sequence[Assessed]) -> Mastery:
        told = tuple(sorted([each.counts[place] for each in counting]))
        found = self._known.get((skill, told))
        if found is None:
            found = self._known[skill, told] = judged(skill, told, self._bar)
        return found

    def _ready(self, skills: dict[SkillId, Mastery], counting: Sequence[Assessed]) -> Verdict | None:
        """Find when each skill lapses, by leaving out the oldest conversations first."""
        ages = sorted({each.last for each in counting})
        try:
            until = {
                skill: next(last for last in ages if not self._is_met_after(last, skill, place, counting)) + self._age
                for place, skill in enumerate(skills)
            }
        except OverflowError:
            return None
        lapsing = {skill: replace(mastery, lapses=until[skill]) for skill, mastery in skills.items()}
        return Ready(at=self._at, skills=lapsing, evidence=(), next=None, until=min(until.values()))

    def _is_met_after(self, last: datetime, skill: SkillId, place: int, counting: Sequence[Assessed]) -> bool:
        left = [each for each in counting if each.last > last]
        return self._judged(skill, place, left).standing is Standing.MET

    def _may_have_lapsed(self, assessed: Sequence[Assessed]) -> bool:
        """Tell whether something aged out since the newest evidence came: the verdict could be EXPIRED."""
        newest = max(each.last for each in assessed)
        # No overflow: what has aged out did so before now.
        return any(each.last < self._since and each.last + self._age >= newest for each in assessed)
