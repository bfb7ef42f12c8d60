"""What can be worked out from moves, kept so that it need not be worked out again.

Nothing here is a record: every row can be thrown away and made anew from the moves, and nothing that proves anything
reads it. Each attempt has a row from its first moment; a move makes the row *owed* again, whoever adds it.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple, Protocol

from simulator.domain.evidence import AttemptEvidence, Counts, CriticalError
from simulator.domain.ids import AttemptId, Digest, RepId, ScenarioId, SkillId, is_id
from simulator.domain.scenario import Purpose
from simulator.records.rows import moment, stamp

OWED = 0
"""Stands for the rules where a row says nothing yet, or nothing any more."""

SIGNS = "abcdefghijklmnop"
"""A letter for each of: set aside by a fresh start (counts 8), first sight (4), ended (2), with a critical error."""

BETWEEN = "\n"
"""Stands between the conversations in a line of a team."""

MOMENT = 27
"""The width of the last move's moment, with which a conversation begins; the rest is for `went`."""

_PURPOSES = {purpose.value: purpose for purpose in Purpose}


class InNumbers(NamedTuple):
    """What an attempt shows, with the moves that it was read from."""

    evidence: AttemptEvidence
    moves: int


class TeamLine(NamedTuple):
    """All of a rep's assessments on one line."""

    rep: RepId
    owed: bool
    """Whether there are more, of which it is not known yet what they show."""
    told: str
    """One text a conversation, see `conversation`."""


class TeamNow(NamedTuple):
    """A whole team at one moment."""

    lines: list[TeamLine]
    """One for everybody who has begun an assessment."""
    looked_at: dict[RepId, list[AttemptEvidence]]
    """Of everybody who had an error looked at, what decides on whether it still blocks: the assessments with an error,
    and those begun since the first look; in numbers, and of what is owed nothing."""


class Assessment(NamedTuple):
    """One assessment of a rep's."""

    attempt: AttemptId
    first_sight: bool
    evidence: AttemptEvidence | None
    """What it shows, in numbers; None while that is owed."""
    aside: bool
    """Whether a fresh start has set it aside."""


class Played(NamedTuple):
    """How often a scenario was talked through to its end."""

    finished: int
    last: datetime | None
    """The latest standing move of any of these, in UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What all of a rep's attempts come to, however many there are."""

    firsts: frozenset[AttemptId]
    """The assessments in which the rep met a scenario first."""
    practice: tuple[AttemptEvidence, ...]
    """For each scenario, the newest practice that ended and the newest that did not; in numbers, oldest first."""
    played: Mapping[ScenarioId, Played]
    """Practice and assessments alike."""
    order: tuple[AttemptId, ...]
    """The attempts named here, and those up to which fresh starts go, in the order they were opened."""


class Derived(Protocol):
    """Where that is kept. `rules` is the version of the rules by which moves were read: other rows are owed."""

    def keep(self, shown: Sequence[InNumbers], rules: int) -> bool:
        """Keep what attempts show; tell whether that was allowed, and could be written.

        What another move has overtaken meanwhile stays owed.
        """
        ...

    def owed(self, rep: RepId | None, rules: int) -> tuple[AttemptId, ...]:
        """Return the attempts, of one rep or of all, whose row says nothing, in the order they were opened."""
        ...

    def team(self, rules: int) -> TeamNow:
        """Return all that is needed to judge most of a team."""
        ...

    def assessments(self, reps: Collection[RepId], rules: int) -> dict[RepId, list[Assessment]]:
        """Return the assessments of these reps, in the order they were opened."""
        ...

    def past(self, rep: RepId, rules: int) -> Past:
        """Return what all of a rep's attempts come to."""
        ...

    def forget(self) -> None:
        """Throw everything away: all is owed."""
        ...


def can_be_kept(evidence: AttemptEvidence) -> bool:
    """Tell whether the texts below can hold this evidence."""
    return all(is_id(moment.skill) for moment in evidence.moments)


def in_numbers(evidence: AttemptEvidence) -> AttemptEvidence:
    """Return the evidence with counts in place of its moments."""
    skills = sorted({moment.skill for moment in evidence.moments})
    return replace(evidence, moments=(), counts={skill: evidence.counted(skill) for skill in skills})


def counts_text(evidence: AttemptEvidence) -> str:
    """Write the counts of each skill met, as `empathy:2/3/3` for handled, met and answered."""
    counts = (in_numbers(evidence) if evidence.counts is None else evidence).counts or {}
    return " ".join(f"{skill}:{'/'.join(map(str, each))}" for skill, each in counts.items())


@lru_cache(maxsize=65_536)
def counts_of(text: str) -> Mapping[SkillId, Counts]:
    """Read that text; the same conversation told twice is read once."""
    told = (part.partition(":") for part in text.split())
    return {SkillId(skill): Counts(*map(int, numbers.split("/"))) for skill, _, numbers in told}


class Went(NamedTuple):
    """How a conversation of a team's line went."""

    aside: bool
    """Whether a fresh start has set it aside."""
    first_sight: bool
    ended: bool
    critical: bool
    """Whether there was a critical error in it."""
    counts: Mapping[SkillId, Counts]


def conversation(evidence: AttemptEvidence, *, aside: bool) -> str:
    """Write one conversation of a team's line: its last move, a letter for what else there is, its counts."""
    ended = evidence.ending is not None
    letter = SIGNS[8 * aside + 4 * evidence.first_sight + 2 * ended + bool(evidence.critical)]
    return f"{stamp(evidence.last)}{letter}{counts_text(evidence)}"


def went(text: str) -> Went:
    """Read how a conversation went."""
    sign = SIGNS.index(text[0])
    return Went(bool(sign & 8), bool(sign & 4), bool(sign & 2), bool(sign & 1), counts_of(text[1:]))


def critical_text(errors: Iterable[CriticalError]) -> str:
    """Write the critical errors of an attempt; empty where there is none."""
    told = [[each.error, each.turn, each.choice, stamp(each.at)] for each in errors]
    return json.dumps(told, ensure_ascii=True, separators=(",", ":")) if told else ""


class Row(NamedTuple):
    """A row with what its attempt adds to it."""

    rep: str
    id: str
    scenario: str
    content: str
    purpose: str
    first_sight: int
    started: str
    last: str
    ending: str | None
    skills: str
    critical: str


def evidence_in_numbers(row: Row) -> AttemptEvidence:
    """Return what a row says."""
    attempt, scenario, purpose = AttemptId(row.id), ScenarioId(row.scenario), _PURPOSES[row.purpose]
    critical = tuple(
        CriticalError(
            attempt=attempt, scenario=scenario, purpose=purpose, error=error, turn=turn, choice=choice, at=moment(at)
        )
        for error, turn, choice, at in (json.loads(row.critical) if row.critical else ())
    )
    return AttemptEvidence(
        attempt=attempt,
        scenario=scenario,
        content=Digest(row.content),
        purpose=purpose,
        first_sight=bool(row.first_sight),
        started=moment(row.started),
        last=moment(row.last),
        ending=row.ending,
        moments=(),
        critical=critical,
        counts=counts_of(row.skills),
    )
