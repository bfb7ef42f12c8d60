"""What all of a rep's attempts show."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from simulator.assessment.evidence import evidence_of
from simulator.authoring.library import BrokenScenario
from simulator.conversation.machine import conversation_of
from simulator.conversation.replay import DoesNotReplay, replay
from simulator.domain.attempt import Attempt
from simulator.domain.evidence import AttemptEvidence
from simulator.domain.ids import AttemptId, RepId, ScenarioId
from simulator.records.derived import Played
from simulator.usecases.content import content_of
from simulator.usecases.desk import Desk
from simulator.usecases.refusal import Refused

UNREADABLE = (Refused, DoesNotReplay, BrokenScenario)
"""Why an attempt cannot be read: its text is missing, its moves do not fit, or this version cannot read the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """The evidence of a rep's attempts, in the order they were opened."""

    evidence: tuple[AttemptEvidence, ...]
    attempts: tuple[Attempt, ...]
    unreadable: tuple[AttemptId, ...]
    """Attempts whose recorded text is missing or does not fit: they count for nothing, and reports say so."""
    order: tuple[AttemptId, ...]
    """The attempts by name, in the order they were opened: all, or those to which anything can refer."""
    seen: frozenset[ScenarioId]
    """The scenarios whose first turn the rep has been shown."""
    played: Mapping[ScenarioId, Played]
    """How often each scenario was talked through to its end."""


def gather(desk: Desk, rep: RepId) -> Gathered:
    """Replay all of a rep's attempts and collect what they show."""
    attempts = desk.records.attempts(rep)
    firsts = _firsts(attempts)
    evidence: list[AttemptEvidence] = []
    unreadable: list[AttemptId] = []
    for attempt in attempts:
        try:
            evidence.append(shown_by(desk, attempt, first_sight=attempt.id in firsts))
        except UNREADABLE:
            unreadable.append(attempt.id)
    return Gathered(
        evidence=tuple(evidence),
        attempts=attempts,
        unreadable=tuple(unreadable),
        order=tuple(attempt.id for attempt in attempts),
        seen=frozenset(attempt.scenario for attempt in attempts),
        played=_played(evidence),
    )


def _played(evidence: Iterable[AttemptEvidence]) -> dict[ScenarioId, Played]:
    ends: dict[ScenarioId, list[datetime]] = {}
    for each in evidence:
        if each.ending is not None:
            ends.setdefault(each.scenario, []).append(each.last)
    return {scenario: Played(len(times), max(times)) for scenario, times in ends.items()}


def shown_by(desk: Desk, attempt: Attempt, *, first_sight: bool) -> AttemptEvidence:
    """Replay one attempt and collect what it shows; Refused or DoesNotReplay where it cannot be read."""
    scenario = content_of(desk, attempt.content, attempt.scenario)
    conversation = conversation_of(scenario)
    trail = replay(conversation, attempt.moves)
    place = trail.position.state.place
    ended = conversation.ending(trail.position) is not None
    return evidence_of(
        attempt=attempt,
        scenario=scenario,
        steps=trail.steps,
        open_turn=None if ended else place,
        opened_at=attempt.moves[-1].at if attempt.moves else attempt.started,
        ending=place if ended else None,
        first_sight=first_sight,
    )


def _firsts(attempts: Sequence[Attempt]) -> frozenset[AttemptId]:
    """Find, for each scenario, the attempt in which the rep met it first."""
    met: dict[ScenarioId, AttemptId] = {}
    for attempt in attempts:
        met.setdefault(attempt.scenario, attempt.id)
    return frozenset(met.values())
