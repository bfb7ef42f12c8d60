"""Where everybody of a team stands, for teams of any size: from what was kept, and from moves where that is owed.

What is said here of a rep is what `readiness` says, in brief.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import Final, NamedTuple

from simulator.assessment.critical import open_errors
from simulator.assessment.in_brief import Blocked, InBrief, stamped
from simulator.domain.attempt import Rep, Review
from simulator.domain.decision import Decision, standing
from simulator.domain.evidence import AttemptEvidence
from simulator.domain.ids import AttemptId, RepId
from simulator.records.derived import Assessment, InNumbers, in_numbers
from simulator.records.protocol import RecordsError
from simulator.usecases.by_counts import ByCounts, Found, no_collecting
from simulator.usecases.desk import Desk
from simulator.usecases.evidence import UNREADABLE, shown_by
from simulator.usecases.readiness import is_under_way
from simulator.usecases.settling import RULES

_BLOCK: Final = 5_000
"""How many reps are decided on before the next ones are looked at."""


class RepStanding(NamedTuple):
    """Where one rep stands."""

    rep: Rep
    verdict: InBrief
    decision: Decision | None
    """The person's decision that stands beside the verdict."""
    begun: bool
    """Whether any assessment has shown anything of them, however long ago."""


def standings(desk: Desk, at: datetime | None = None) -> Iterator[RepStanding]:
    """Yield where everybody stands, by the rep's id, now or at the given moment in UTC."""
    moment = at or desk.now()
    decisions: dict[RepId, list[Decision]] = {}
    for decision in desk.records.decisions():
        decisions.setdefault(decision.rep, []).append(decision)
    with no_collecting():
        judge = _Judge(desk, moment)
        reps = desk.records.reps()
    for start in range(0, len(reps), _BLOCK):
        block = reps[start : start + _BLOCK]
        for rep, (verdict, begun) in zip(block, judge.verdicts(block), strict=True):
            decided = standing(decisions[rep.id], moment) if rep.id in decisions else None
            yield RepStanding(rep, verdict, decided, begun)


class _Judge:
    """One look at a team: at one moment, by one bar."""

    def __init__(self, desk: Desk, at: datetime) -> None:
        self._desk, self._at, self._bar = desk, at, desk.library.bar()
        self._by_counts = ByCounts(self._bar, at)
        lines, looked_at = desk.records.derived.team(RULES)
        self._told = {line.rep: line.told for line in lines}
        self._owed = {line.rep for line in lines if line.owed}
        self._left = {rep: self._blocked(self._judged(told)) for rep, told in looked_at.items()}

    def verdicts(self, reps: Sequence[Rep]) -> list[Found]:
        """Decide on reps, in their order."""
        told, by_counts = self._told, self._by_counts
        with no_collecting():
            found = [by_counts.one(told.get(rep.id, "")) for rep in reps]
            owed = self._with_what_is_owed([rep.id for rep in reps if rep.id in self._owed])
            for number, rep in enumerate(reps):
                if rep.id in owed:
                    found[number] = owed[rep.id]
                elif rep.id in self._left:
                    found[number] = by_counts.looked_at(told.get(rep.id, ""), self._left[rep.id])
        return found

    def _with_what_is_owed(self, reps: Collection[RepId]) -> dict[RepId, Found]:
        """Decide where not all of what the moves show is kept."""
        replayed: list[InNumbers] = []
        found = {
            rep: self._decided(assessments, replayed)
            for rep, assessments in self._desk.records.derived.assessments(reps, RULES).items()
        }
        self._keep(replayed)
        return found

    def _decided(self, assessments: Sequence[Assessment], replayed: list[InNumbers]) -> Found:
        shown = (each.evidence or self._replayed(each, replayed) for each in assessments)
        judged = self._judged(each for each in shown if each is not None)
        gone = {each.attempt for each in assessments if each.aside}
        counting = [each for each in judged if each.first_sight and each.attempt not in gone]
        verdict = self._by_counts.brief.verdict(
            [stamped(each.last) for each in counting],
            [self._by_counts.coded(each.counts or {}) for each in counting],
            self._blocked(judged),
        )
        return verdict, any(each.first_sight and each.counts for each in judged)

    def _judged(self, shown: Iterable[AttemptEvidence]) -> list[AttemptEvidence]:
        return [each for each in shown if not is_under_way(each, self._at)]

    def _blocked(self, judged: Sequence[AttemptEvidence]) -> Blocked | None:
        reviews = [look for each in judged if each.critical for look in self._looks.get(each.attempt, ())]
        errors = open_errors(judged, self._bar, reviews)
        if not errors:
            return None
        return all(each.reviewed for each in errors), max(each.clean_needed for each in errors)

    def _replayed(self, owed: Assessment, replayed: list[InNumbers]) -> AttemptEvidence | None:
        attempt = self._desk.records.attempt(owed.attempt)
        assert attempt is not None, "the row came with its attempt"
        try:
            shown = shown_by(self._desk, attempt, first_sight=owed.first_sight)
        except UNREADABLE:
            return None
        replayed.append(InNumbers(shown, len(attempt.moves)))
        return in_numbers(shown)

    def _keep(self, replayed: Sequence[InNumbers]) -> None:
        try:
            self._desk.records.derived.keep(replayed, RULES)
        except RecordsError:
            # Whoever looks may not be allowed to write: it is worked out again the next time.
            return

    @cached_property
    def _looks(self) -> Mapping[AttemptId, list[Review]]:
        looks: dict[AttemptId, list[Review]] = {}
        for review in self._desk.records.reviews():
            looks.setdefault(review.attempt, []).append(review)
        return looks
