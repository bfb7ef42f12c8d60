"""How a rep's skills stood at earlier moments: judged by what had been shown, and still counted, by then."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from simulator.assessment.afresh import set_aside
from simulator.assessment.mastery import Stood, stood
from simulator.assessment.window import counting, in_utc
from simulator.domain.evidence import AttemptEvidence
from simulator.domain.ids import AttemptId, SkillId
from simulator.domain.intention import FreshStart
from simulator.domain.rubric import Bar


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """Where each skill of the bar stood at one moment."""

    at: datetime
    """The moment, in UTC."""
    skills: Mapping[SkillId, Stood]


def course(
    evidence: Sequence[AttemptEvidence],
    bar: Bar,
    moments: Sequence[datetime],
    attempts: Sequence[AttemptId] = (),
    starts: Sequence[FreshStart] = (),
) -> tuple[Past, ...]:
    """Say where each skill stood at each of these moments, in their order.

    An attempt counts from its last move on. `attempts` are all of the rep's, the oldest first; what a fresh start
    set aside counts until that start, as it did then.
    """
    known: dict[tuple[AttemptId, ...], dict[SkillId, Stood]] = {}
    found: list[Past] = []
    for at in map(in_utc, moments):
        gone = set_aside(attempts, [start for start in starts if in_utc(start.at) <= at])
        shown = [each for each in evidence if in_utc(each.last) <= at and each.attempt not in gone]
        counted = counting(shown, bar, at)
        # From one week to the next there is mostly nothing new.
        same = tuple(each.attempt for each in counted)
        if same not in known:
            known[same] = stood(counted, bar)
        found.append(Past(at=at, skills=known[same]))
    return tuple(found)
