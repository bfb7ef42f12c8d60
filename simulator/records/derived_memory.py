"""What is derived, kept in memory; see `derived`. Whether it still holds is seen by the number of moves."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from simulator.domain.attempt import Attempt
from simulator.domain.evidence import AttemptEvidence
from simulator.domain.ids import AttemptId, RepId, ScenarioId
from simulator.domain.intention import fresh_starts
from simulator.domain.scenario import Purpose
from simulator.records.derived import (
    BETWEEN,
    Assessment,
    InNumbers,
    Past,
    Played,
    Row,
    TeamLine,
    TeamNow,
    can_be_kept,
    conversation,
    counts_text,
    critical_text,
    evidence_in_numbers,
)
from simulator.records.rows import stamp

if TYPE_CHECKING:
    from simulator.records.protocol import Records


class MemoryDerived:
    """Beside any records, and gone with the program."""

    def __init__(self, records: "Records") -> None:
        self._records = records
        self._kept: dict[AttemptId, tuple[InNumbers, int]] = {}

    def keep(self, shown: Sequence[InNumbers], rules: int) -> bool:
        """Keep what attempts show; tell whether all of it could be written."""
        kept = [each for each in shown if can_be_kept(each.evidence)]
        self._kept.update((each.evidence.attempt, (each, rules)) for each in kept)
        return len(kept) == len(shown)

    def owed(self, rep: RepId | None, rules: int) -> tuple[AttemptId, ...]:
        """Return the attempts, of one rep or of all, whose row says nothing, in the order they were opened."""
        attempts = self._records.attempts(rep)
        return tuple(attempt.id for attempt in attempts if self._evidence(attempt, rules, first_sight=False) is None)

    def team(self, rules: int) -> TeamNow:
        """Return all that is needed to judge most of a team."""
        lines: list[TeamLine] = []
        for rep in dict.fromkeys(attempt.rep for attempt in self._records.attempts()):
            mine = self.assessments([rep], rules)[rep]
            told = [conversation(each.evidence, aside=each.aside) for each in mine if each.evidence is not None]
            if mine:
                lines.append(TeamLine(rep, len(told) < len(mine), BETWEEN.join(told)))
        return TeamNow(lines, self._looked_at(rules))

    def _looked_at(self, rules: int) -> dict[RepId, list[AttemptEvidence]]:
        first: dict[RepId, datetime] = {}
        for review in self._records.reviews():
            if attempt := self._records.attempt(review.attempt):
                first[attempt.rep] = min(review.at, first.get(attempt.rep, review.at))
        return {
            rep: [
                each.evidence
                for each in self._assessments(rep, rules)
                if each.evidence is not None and (each.evidence.critical or each.evidence.started > since)
            ]
            for rep, since in first.items()
        }

    def assessments(self, reps: Collection[RepId], rules: int) -> dict[RepId, list[Assessment]]:
        """Return the assessments of these reps, in the order they were opened."""
        return {rep: list(self._assessments(rep, rules)) for rep in reps}

    def past(self, rep: RepId, rules: int) -> Past:
        """Return what all of a rep's attempts come to."""
        attempts = self._records.attempts(rep)
        firsts = _firsts(attempts)
        all_told = (self._evidence(each, rules, first_sight=each.id in firsts) for each in attempts)
        told = [each for each in all_told if each is not None]
        by_scenario: dict[ScenarioId, list[AttemptEvidence]] = {}
        for each in told:
            by_scenario.setdefault(each.scenario, []).append(each)
        newest = {
            (each.scenario, each.ending is None): each.attempt for each in told if each.purpose is Purpose.PRACTICE
        }
        played = {scenario: _played(each) for scenario, each in by_scenario.items()}
        up_to = {each.up_to for each in fresh_starts(self._records.intentions(rep))}
        wanted = {*newest.values(), *up_to}
        return Past(
            firsts=frozenset(each.id for each in attempts if each.id in firsts and each.purpose is Purpose.ASSESSMENT),
            practice=tuple(each for each in told if each.attempt in newest.values()),
            played={scenario: each for scenario, each in played.items() if each.finished},
            order=tuple(each.id for each in attempts if each.purpose is Purpose.ASSESSMENT or each.id in wanted),
        )

    def forget(self) -> None:
        """Throw everything away: all is owed."""
        self._kept.clear()

    def _assessments(self, rep: RepId, rules: int) -> Iterator[Assessment]:
        attempts = self._records.attempts(rep)
        firsts, names = _firsts(attempts), [each.id for each in attempts]
        starts = fresh_starts(self._records.intentions(rep))
        aside = max((names.index(each.up_to) + 1 for each in starts if each.up_to in names), default=0)
        for place, attempt in enumerate(attempts):
            if attempt.purpose is Purpose.ASSESSMENT:
                sight = attempt.id in firsts
                told = self._evidence(attempt, rules, first_sight=sight)
                yield Assessment(attempt=attempt.id, first_sight=sight, evidence=told, aside=place < aside)

    def _evidence(self, attempt: Attempt, rules: int, *, first_sight: bool) -> AttemptEvidence | None:
        kept, version = self._kept.get(attempt.id, (None, None))
        if kept is None or version != rules or kept.moves != len(attempt.moves):
            return None
        return evidence_in_numbers(
            Row(
                rep=attempt.rep,
                id=attempt.id,
                scenario=attempt.scenario,
                content=attempt.content,
                purpose=attempt.purpose.value,
                first_sight=first_sight,
                started=stamp(attempt.started),
                last=stamp(kept.evidence.last),
                ending=kept.evidence.ending,
                skills=counts_text(kept.evidence),
                critical=critical_text(kept.evidence.critical),
            )
        )


def _played(told: Sequence[AttemptEvidence]) -> Played:
    finished = [each.last for each in told if each.ending is not None]
    return Played(len(finished), max(finished, default=None))


def _firsts(attempts: Sequence[Attempt]) -> frozenset[AttemptId]:
    met: dict[ScenarioId, AttemptId] = {}
    for attempt in attempts:
        met.setdefault(attempt.scenario, attempt.id)
    return frozenset(met.values())
