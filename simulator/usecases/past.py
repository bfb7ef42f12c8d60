"""A rep's past in brief: as much of it as home needs, however long it is.

The assessments are few, at most one for each customer, and are replayed; of practice, which may be any amount, what
was kept of it is enough.
"""

from collections.abc import Sequence

from simulator.domain.attempt import Attempt
from simulator.domain.evidence import AttemptEvidence
from simulator.domain.ids import AttemptId, RepId
from simulator.domain.scenario import Purpose
from simulator.records.derived import Past
from simulator.usecases.desk import Desk
from simulator.usecases.evidence import UNREADABLE, Gathered, gather, shown_by
from simulator.usecases.settling import RULES, settle

_FEW = 20
"""Up to so many attempts are asked for one by one."""


def gather_in_brief(desk: Desk, rep: RepId) -> Gathered:
    """Collect what a rep's attempts show; of practice only what is newest, and its evidence only in numbers."""
    owed = desk.records.derived.owed(rep, RULES)
    if owed and not settle(desk, _attempts(desk, rep, owed)):
        return gather(desk, rep)
    past = desk.records.derived.past(rep, RULES)
    attempts = desk.records.attempts(rep, Purpose.ASSESSMENT)
    shown, unreadable = _assessed(desk, attempts, past)
    evidence = {each.attempt: each for each in (*past.practice, *shown)}
    return Gathered(
        evidence=tuple(evidence[name] for name in past.order if name in evidence),
        attempts=attempts,
        unreadable=unreadable,
        order=past.order,
        seen=desk.records.seen(rep),
        played=past.played,
    )


def _attempts(desk: Desk, rep: RepId, names: Sequence[AttemptId]) -> list[Attempt]:
    if len(names) > _FEW:
        wanted = set(names)
        return [attempt for attempt in desk.records.attempts(rep) if attempt.id in wanted]
    found = map(desk.records.attempt, names)
    return [attempt for attempt in found if attempt is not None]


def _assessed(
    desk: Desk, attempts: Sequence[Attempt], past: Past
) -> tuple[list[AttemptEvidence], tuple[AttemptId, ...]]:
    shown: list[AttemptEvidence] = []
    unreadable: list[AttemptId] = []
    for attempt in attempts:
        try:
            shown.append(shown_by(desk, attempt, first_sight=attempt.id in past.firsts))
        except UNREADABLE:
            unreadable.append(attempt.id)
    return shown, tuple(unreadable)
