"""The verdict in brief, from counts alone: what a board of any size says of each rep.

The rule is the one of `verdict.decide`, and a law holds the two together. What is left out is what makes that one
slow: estimates with their ranges, how many moments are still needed, and the evidence itself.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from simulator.assessment.chances import Chances
from simulator.assessment.window import in_utc
from simulator.domain.evidence import NONE, Counts
from simulator.domain.rubric import Bar
from simulator.domain.verdict import Standing, VerdictKind

Coded = int
"""Stands for counts, so that many are compared and remembered quickly."""


Assessed = tuple[str, tuple[Coded, ...]]
"""One first-sight assessment that is neither under way nor set aside.

When its latest standing move was made (else its start), as text of fixed width in UTC, which compares as time does and
needs not be read for that; and its moments for each skill of the bar, in the bar's order, by `Brief.code`.
"""


def stamped(at: datetime) -> str:
    """Write a moment as such a text: `2026-11-24T14:10:00.000000Z`."""
    return in_utc(at).isoformat(timespec="microseconds")[:26] + "Z"


class SkillInBrief(NamedTuple):
    """Where one skill stands."""

    standing: Standing
    close: bool
    """Whether the bar is more likely reached than not."""


class InBrief(NamedTuple):
    """A verdict without what it stands on."""

    kind: VerdictKind
    skills: tuple[SkillInBrief, ...]
    """In the order of the bar's skills."""
    newest: datetime | None
    """The newest move that counts, in UTC; None where nothing does."""
    until: datetime | None = None
    """When the first skill lapses, of a READY; when it lapsed, of an EXPIRED. UTC."""
    reviewed: bool = False
    """Of a BLOCKED: whether a trainer has looked at all errors."""
    clean_needed: int = 0
    """Of a BLOCKED: fresh assessments without a critical error that are still needed after the review."""


class Brief:
    """The verdicts of one bar at one moment; equal counts are judged once."""

    def __init__(self, bar: Bar, at: datetime) -> None:
        self._bar = bar
        self._age = timedelta(days=bar.evidence_days)
        self._now = in_utc(at)
        # Years are bounded: whatever is older than the first counts, as in `counts_until`.
        self._since = stamped(self._now - min(self._age, self._now - datetime.min.replace(tzinfo=UTC)))
        self._chances = Chances(bar)
        self._codes: dict[Counts, Coded] = {NONE: 0}
        self._told: list[Counts] = [NONE]
        self._known: dict[tuple[Coded, ...], SkillInBrief] = {}
        self._number = len(bar.skills)

    def code(self, counts: Counts) -> Coded:
        """Return what stands for these counts here; 0 for none."""
        code = self._codes.setdefault(counts, len(self._told))
        if code == len(self._told):
            self._told.append(counts)
        return code

    def verdict(self, assessed: Sequence[Assessed], blocked: tuple[bool, int] | None = None) -> InBrief:
        """Decide on a rep's assessments, each of another scenario.

        `blocked` tells of open critical errors: whether all were reviewed, and how many clean assessments are needed.
        """
        since = self._since
        counting = [each for each in assessed if each[0] >= since]
        skills = self._skills(counting)
        newest = datetime.fromisoformat(max(counting)[0]) if counting else None
        if blocked is not None:
            return InBrief(VerdictKind.BLOCKED, skills, newest, reviewed=blocked[0], clean_needed=blocked[1])
        met = True
        for skill in skills:
            if skill.standing is Standing.GAP:
                return InBrief(VerdictKind.NOT_YET, skills, newest)
            met = met and skill.standing is Standing.MET
        if met:
            return InBrief(VerdictKind.READY, skills, newest, self._lapse(counting))
        lapsed = self._lapsed(assessed) if len(counting) < len(assessed) else None
        if lapsed is None:
            return InBrief(VerdictKind.NOT_ENOUGH, skills, newest)
        # Whatever is not older than what lapsed last is what it stood on, so the newest of all is.
        return InBrief(VerdictKind.EXPIRED, skills, datetime.fromisoformat(max(assessed)[0]), lapsed)

    def _skills(self, counting: Sequence[Assessed]) -> tuple[SkillInBrief, ...]:
        if not counting:
            return (self._judged(()),) * self._number
        known = self._known
        by_skill = zip(*[codes for _, codes in counting], strict=True)
        return tuple([known.get(told) or self._judged(told) for told in map(tuple, map(sorted, by_skill))])

    def _judged(self, codes: tuple[Coded, ...]) -> SkillInBrief:
        told = sorted([self._told[code] for code in codes])
        found = self._known[codes] = SkillInBrief(*self._chances.standing(told))
        return found

    def _meets(self, counting: Sequence[Assessed]) -> bool:
        if len(counting) < max(1, self._bar.min_scenarios):
            return False
        for told in zip(*[codes for _, codes in counting], strict=True):
            codes = tuple(sorted(told))
            if (self._known.get(codes) or self._judged(codes)).standing is not Standing.MET:
                return False
        return True

    def _until(self, last: str) -> datetime:
        try:
            return datetime.fromisoformat(last) + self._age
        except OverflowError:
            return datetime.max.replace(tzinfo=UTC)

    def _lapse(self, counting: Sequence[Assessed]) -> datetime:
        """Find the last instant at which every skill is met, if no evidence is added."""
        ages = sorted({last for last, _ in counting})
        left = ([each for each in counting if each[0] > last] for last in ages)
        return next(self._until(last) for last, rest in zip(ages, left, strict=True) if not self._meets(rest))

    def _lapsed(self, assessed: Sequence[Assessed]) -> datetime | None:
        """Find when evidence that met the bar stopped meeting it by age alone, since the newest came; or None."""
        told = [each for each in assessed if any(each[1])]
        if len(told) < self._bar.min_scenarios or not told:
            return None
        newest = datetime.fromisoformat(max(told)[0])
        for last in sorted({last for last, _ in told if last < self._since}, reverse=True):
            if self._until(last) < newest:
                return None
            if self._meets([each for each in told if each[0] >= last]):
                return self._until(last)
        return None
