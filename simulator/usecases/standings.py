"""Where everybody of a team stands, for teams of any size: from what was kept, and from moves where that is owed.

A verdict from here says the same as `readiness` does, without the evidence behind it, the moments and the next step.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import Final

from simulator.assessment.short_way import Assessed, ShortWay
from simulator.assessment.verdict import decide
from simulator.domain.attempt import Rep, Review
from simulator.domain.decision import Decision, standing
from simulator.domain.evidence import NONE, AttemptEvidence, Counts
from simulator.domain.ids import AttemptId, RepId
from simulator.domain.verdict import Ready, Verdict
from simulator.records.derived import Assessment, InNumbers, conversations, in_numbers
from simulator.records.derived import counts_of as told_counts
from simulator.records.protocol import RecordsError
from simulator.usecases.desk import Desk
from simulator.usecases.evidence import UNREADABLE, shown_by
from simulator.usecases.readiness import UNDER_WAY, is_under_way
from simulator.usecases.settling import RULES

_BLOCK: Final = 5_000
"""How many reps are decided on before the next ones are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RepStanding:
    """Where one rep stands."""

    rep: Rep
    verdict: Verdict
    """Without evidence, moments and next step, and without lapses unless READY: `readiness` has them."""
    last_active: datetime | None
    """The newest move that counts, in UTC; None where there is none. Practice is private."""
    decision: Decision | None
    """The person's decision that stands beside the verdict."""


def standings(desk: Desk, at: datetime | None = None) -> Iterator[RepStanding]:
    """Yield where everybody stands, by the rep's id, now or at the given moment in UTC."""
    moment = at or desk.now()
    judge = _Judge(desk, moment)
    decisions: dict[RepId, list[Decision]] = {}
    for decision in desk.records.decisions():
        decisions.setdefault(decision.rep, []).append(decision)
    reps = iter(desk.records.reps())
    while block := list(islice(reps, _BLOCK)):
        found = judge.verdicts([rep.id for rep in block])
        for rep in block:
            verdict, last_active = found[rep.id]
            decided = standing(decisions.get(rep.id, ()), moment)
            yield RepStanding(rep=rep, verdict=verdict, last_active=last_active, decision=decided)


_Found = tuple[Verdict, datetime | None]


class _Judge:
    """One look at a team: at one moment, by one bar."""

    def __init__(self, desk: Desk, at: datetime) -> None:
        self._desk, self._at, self._bar = desk, at, desk.library.bar()
        self._short = ShortWay(self._bar, at)
        self._counts: dict[str, tuple[Counts, ...]] = {}
        self._lines = {line.rep: line for line in desk.records.derived.team(RULES)}
        self._reviews: Mapping[AttemptId, list[Review]] | None = None

    def verdicts(self, reps: Sequence[RepId]) -> dict[RepId, _Found]:
        """Decide on reps, by the short way where it goes."""
        found: dict[RepId, _Found] = {}
        longer: list[RepId] = []
        for rep in reps:
            line = self._lines.get(rep)
            short = self._by_short_way(line.told if line else "") if line is None or line.ordinary else None
            if short is None:
                longer.append(rep)
            else:
                found[rep] = short
        return found | self._by_long_way(longer)

    def _by_short_way(self, told: str) -> _Found | None:
        at, counts = self._at, self._counts
        assessed: list[Assessed] = []
        for last, ended, text in conversations(told):
            moved = datetime.fromisoformat(last)
            if ended or moved <= at - UNDER_WAY:
                known = counts.get(text)
                if known is None:
                    known = counts[text] = self._counted(text)
                assessed.append(Assessed(moved, known))
        verdict = self._short.verdict(assessed)
        return None if verdict is None else (verdict, self._short.newest(assessed))

    def _counted(self, text: str) -> tuple[Counts, ...]:
        told = told_counts(text)
        return tuple(told.get(skill, NONE) for skill in self._bar.skills)

    def _by_long_way(self, reps: Collection[RepId]) -> dict[RepId, _Found]:
        if not reps:
            return {}
        found: dict[RepId, _Found] = {}
        replayed: list[InNumbers] = []
        for rep, assessments in self._desk.records.derived.assessments(reps, RULES).items():
            found[rep] = self._decided(assessments, replayed)
        self._keep(replayed)
        return found

    def _decided(self, assessments: Sequence[Assessment], replayed: list[InNumbers]) -> _Found:
        shown = (each.evidence or self._replayed(each, replayed) for each in assessments)
        judged = [each for each in shown if each is not None and not is_under_way(each, self._at)]
        reviews = [look for each in judged if each.critical for look in self._looks().get(each.attempt, ())]
        gone = {each.attempt for each in assessments if each.aside}
        verdict = decide(judged, self._bar, self._at, reviews=reviews, set_aside=gone)
        active = max((each.last for each in verdict.evidence), default=None)
        if not isinstance(verdict, Ready):
            # As by the short way.
            bare = {skill: replace(mastery, lapses=None) for skill, mastery in verdict.skills.items()}
            verdict = replace(verdict, skills=bare)
        return replace(verdict, evidence=()), active

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

    def _looks(self) -> Mapping[AttemptId, list[Review]]:
        if self._reviews is None:
            looks: dict[AttemptId, list[Review]] = {}
            for review in self._desk.records.reviews():
                looks.setdefault(review.attempt, []).append(review)
            self._reviews = looks
        return self._reviews
