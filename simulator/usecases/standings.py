"""Where everybody of a team stands, for teams of any size: from what was kept, and from moves where that is owed.

What is said here of a rep is what `readiness` says, in brief.
"""

import gc
from collections.abc import Collection, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import islice
from typing import Final, NamedTuple

from simulator.assessment.critical import open_errors
from simulator.assessment.in_brief import Assessed, Brief, Coded, InBrief, stamped
from simulator.domain.attempt import Rep, Review
from simulator.domain.decision import Decision, standing
from simulator.domain.evidence import NONE, AttemptEvidence, Counts
from simulator.domain.ids import AttemptId, RepId, SkillId
from simulator.records.derived import Assessment, InNumbers, conversations, in_numbers, went
from simulator.records.protocol import RecordsError
from simulator.usecases.desk import Desk
from simulator.usecases.evidence import UNREADABLE, shown_by
from simulator.usecases.readiness import UNDER_WAY, is_under_way
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
        reps = iter(desk.records.reps())
    while block := list(islice(reps, _BLOCK)):
        found = judge.verdicts([rep.id for rep in block])
        for rep in block:
            decided = standing(decisions[rep.id], moment) if rep.id in decisions else None
            verdict, begun = found[rep.id]
            yield RepStanding(rep, verdict, decided, begun)


@contextmanager
def no_collecting() -> Generator[None]:
    """Let Python not look for circles meanwhile: there are none in hundreds of thousands of small values."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


_Read = tuple[bool, bool, bool, tuple[Coded, ...] | None]
"""How a conversation went: whether it ended, whether with a critical error, whether it showed anything, and its counts
for each skill of the bar where it was first sight."""

_Found = tuple[InBrief, bool]
"""A verdict, and whether any assessment has shown anything."""


class _Judge:
    """One look at a team: at one moment, by one bar."""

    def __init__(self, desk: Desk, at: datetime) -> None:
        self._desk, self._at, self._bar = desk, at, desk.library.bar()
        self._rested = stamped(at - UNDER_WAY)
        self._brief = Brief(self._bar, at)
        self._known: dict[str, _Read] = {}
        self._lines = {line.rep: line for line in desk.records.derived.team(RULES)}
        self._reviews: Mapping[AttemptId, list[Review]] | None = None

    def verdicts(self, reps: Sequence[RepId]) -> dict[RepId, _Found]:
        """Decide on reps, from a line of counts where nothing else matters."""
        found: dict[RepId, _Found] = {}
        others: list[RepId] = []
        with no_collecting():
            for rep in reps:
                line = self._lines.get(rep)
                if line is None or line.whole:
                    found[rep] = self._by_counts(line.told if line else "")
                else:
                    others.append(rep)
            return found | self._with_all_that_matters(others)

    def _by_counts(self, told: str) -> _Found:
        assessed: list[Assessed] = []
        begun = False
        blocked: tuple[bool, int] | None = None
        rested, known = self._rested, self._known
        for last, text in conversations(told):
            ended, critical, shown, codes = known.get(text) or self._read(text)
            if ended or last <= rested:
                if critical:
                    # Nobody has looked at it: so no clean assessment counts yet.
                    blocked = (False, self._bar.clean_after_critical)
                if codes is not None:
                    begun = begun or shown
                    assessed.append((last, codes))
        return self._brief.verdict(assessed, blocked), begun

    def _read(self, text: str) -> _Read:
        read = went(text)
        codes = self._of_the_bar(read.counts) if read.first_sight else None
        found = self._known[text] = (read.ended, read.critical, bool(read.counts), codes)
        return found

    def _of_the_bar(self, told: Mapping[SkillId, Counts]) -> tuple[Coded, ...]:
        return tuple([self._brief.code(told.get(skill, NONE)) for skill in self._bar.skills])

    def _with_all_that_matters(self, reps: Collection[RepId]) -> dict[RepId, _Found]:
        """Decide where reviews, fresh starts or owed rows play a part."""
        if not reps:
            return {}
        replayed: list[InNumbers] = []
        found = {
            rep: self._decided(assessments, replayed)
            for rep, assessments in self._desk.records.derived.assessments(reps, RULES).items()
        }
        self._keep(replayed)
        return found

    def _decided(self, assessments: Sequence[Assessment], replayed: list[InNumbers]) -> _Found:
        shown = (each.evidence or self._replayed(each, replayed) for each in assessments)
        judged = [each for each in shown if each is not None and not is_under_way(each, self._at)]
        gone = {each.attempt for each in assessments if each.aside}
        assessed = [
            (stamped(each.last), self._of_the_bar(each.counts or {}))
            for each in judged
            if each.first_sight and each.attempt not in gone
        ]
        begun = any(each.first_sight and each.counts for each in judged)
        return self._brief.verdict(assessed, self._blocked(judged)), begun

    def _blocked(self, judged: Sequence[AttemptEvidence]) -> tuple[bool, int] | None:
        reviews = [look for each in judged if each.critical for look in self._looks().get(each.attempt, ())]
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

    def _looks(self) -> Mapping[AttemptId, list[Review]]:
        if self._reviews is None:
            looks: dict[AttemptId, list[Review]] = {}
            for review in self._desk.records.reviews():
                looks.setdefault(review.attempt, []).append(review)
            self._reviews = looks
        return self._reviews
