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

OTHER: Coded = 1
"""Stands for no moment of a skill, where the assessment says something of a skill that is not in the bar."""


Blocked = tuple[bool, int]
"""What is left of critical errors: whether all were reviewed, and how many clean assessments are needed."""


def stamped(at: datetime) -> str:
    """Write a moment as text of fixed width, which compares as time does: `2026-11-24T14:10:00.000000Z`."""
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
        # OTHER, too, stands for no moment.
        self._told: list[Counts] = [NONE, NONE]
        self._known: dict[tuple[Coded, ...], SkillInBrief] = {}
        self._nothing = (SkillInBrief(*self._chances.standing(())),) * len(bar.skills)

    def code(self, counts: Counts) -> Coded:
        """Return what stands for these counts here; 0 for none."""
        code = self._codes.setdefault(counts, len(self._told))
        if code == len(self._told):
            self._told.append(counts)
        return code

    def verdict(
        self, lasts: Sequence[str], coded: Sequence[tuple[Coded, ...]], blocked: Blocked | None = None
    ) -> InBrief:
        """Decide on a rep's first-sight assessments, each of another scenario, none under way or set aside.

        Of each, `lasts` has when its latest standing move was made (else its start), as `stamped` writes it, and
        `coded` its moments for each skill of the bar, in the bar's order, by `code`. `blocked` is given while critical
        errors are open.
        """
        since, newest = self._since, max(lasts, default="")
        counting = coded
        if lasts and min(lasts) < since:
            counting = [codes for last, codes in zip(lasts, coded, strict=True) if last >= since]
        skills = self._skills(counting) if counting else self._nothing
        at = datetime.fromisoformat(newest) if counting else None
        if blocked is not None:
            return InBrief(VerdictKind.BLOCKED, skills, at, reviewed=blocked[0], clean_needed=blocked[1])
        met = True
        for standing, _ in skills:
            if standing is Standing.GAP:
                return InBrief(VerdictKind.NOT_YET, skills, at)
            met = met and standing is Standing.MET
        if met:
            return InBrief(VerdictKind.READY, skills, at, self._lapse(lasts, coded))
        lapsed = self._lapsed(lasts, coded) if len(counting) < len(coded) else None
        if lapsed is None:
            return InBrief(VerdictKind.NOT_ENOUGH, skills, at)
        # Whatever is not older than what lapsed last is what it stood on, so the newest of all is.
        return InBrief(VerdictKind.EXPIRED, skills, datetime.fromisoformat(newest), lapsed)

    def _skills(self, counting: Sequence[tuple[Coded, ...]]) -> tuple[SkillInBrief, ...]:
        known = self._known
        return tuple(
            [known.get(told) or self._judged(told) for told in map(tuple, map(sorted, zip(*counting, strict=True)))]
        )

    def _judged(self, codes: tuple[Coded, ...]) -> SkillInBrief:
        told = sorted([self._told[code] for code in codes])
        found = self._known[codes] = SkillInBrief(*self._chances.standing(told))
        return found

    def _meets(self, by_skill: Sequence[tuple[Coded, ...]], number: int) -> bool:
        """Tell whether the first so many of each skill's conversations meet the bar."""
        if number < max(1, self._bar.min_scenarios):
            return False
        for told in by_skill:
            codes = tuple(sorted(told[:number]))
            if (self._known.get(codes) or self._judged(codes)).standing is not Standing.MET:
                return False
        return True

    def _until(self, last: str) -> datetime:
        try:
            return datetime.fromisoformat(last) + self._age
        except OverflowError:
            return datetime.max.replace(tzinfo=UTC)

    def _lapse(self, lasts: Sequence[str], coded: Sequence[tuple[Coded, ...]]) -> datetime:
        """Find the last instant at which every skill is met, if no evidence is added."""
        told, by_skill = _newest_first(lasts, coded)
        counting = (last for last in reversed(told) if last >= self._since)
        left = ((last, sum(each > last for each in told)) for last in counting)
        return next(self._until(last) for last, number in left if not self._meets(by_skill, number))

    def _lapsed(self, lasts: Sequence[str], coded: Sequence[tuple[Coded, ...]]) -> datetime | None:
        """Find when evidence that met the bar stopped meeting it by age alone, since the newest came; or None."""
        told, by_skill = _newest_first(lasts, coded)
        for number, last in enumerate(told, start=1):
            # Those of one instant lapse together.
            if last < self._since and told[number : number + 1] != [last] and self._meets(by_skill, number):
                until = self._until(last)
                return None if until < datetime.fromisoformat(told[0]) else until
        return None


def _newest_first(
    lasts: Sequence[str], coded: Sequence[tuple[Coded, ...]]
) -> tuple[list[str], list[tuple[Coded, ...]]]:
    """Order assessments that tell something by their moments, the newest first; with it, each skill's codes."""
    ordered = sorted((each for each in zip(lasts, coded, strict=True) if any(each[1])), reverse=True)
    return [last for last, _ in ordered], list(zip(*[codes for _, codes in ordered], strict=True))
