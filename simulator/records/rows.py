"""Domain values as the rows that are stored, and back, by hand.

Rows hold plain text and numbers, so that links can be computed over exactly what is stored.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Final, NamedTuple

from simulator.domain.attempt import Attempt, Chose, Hinted, Move, Recorded, Rep, Review, Rewound
from simulator.domain.ids import AttemptId, Digest, RepId, ScenarioId
from simulator.domain.scenario import Purpose
from simulator.records.chain import link
from simulator.records.protocol import RecordsError

LONGEST_NAME: Final = 200
"""The most characters in an id or key: PostgreSQL cannot index a text of some thousands."""

_YEARS: Final = (1970, 2999)
"""Of moments that come from elsewhere: at the ends of what a date can be, no day can be counted from them."""

ERASED: Final = "(erased)"
"""Stands where something was written of somebody who was erased, and where their name stood."""


def without(name: str, written: str, by: str, *, theirs: bool) -> tuple[str, str]:
    """Return what somebody wrote, and who, without the person of that name; `theirs` tells whether it is about them."""
    if theirs or by == name:
        written = ERASED
    # Whole words alone: a short name stands in many others.
    named = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    return named.sub(ERASED, written), ERASED if by == name else by


_KINDS: Final[dict[type[Move], str]] = {Chose: "chose", Rewound: "rewound", Hinted: "hinted"}


class Opening(NamedTuple):
    """An attempt's row: how it was opened, and the link that says so."""

    id: str
    rep: str
    scenario: str
    content: str
    purpose: str
    seed: int
    started: str
    previous: str
    link: str


class Step(NamedTuple):
    """A move's row within its attempt."""

    number: int
    key: str
    at: str
    kind: str
    turn: str
    choice: str | None
    link: str


class Look(NamedTuple):
    """A review's row."""

    attempt: str
    reviewer: str
    reason: str
    at: str
    link: str


def kept_text(text: str, what: str) -> str:
    """Return the text, or refuse it where some database could not give it back unchanged."""
    if "\0" in text or any("\ud800" <= character <= "\udfff" for character in text):
        raise RecordsError(f"{what} holds a character that cannot be kept; take it out: {text[:60]!a}")
    return text


def kept_name(text: str, what: str) -> str:
    """Return the text of an id or key, or refuse it where it is empty or too long to look up."""
    if not 0 < len(text) <= LONGEST_NAME:
        raise RecordsError(f"{what} must have 1 to {LONGEST_NAME} characters, not {len(text)}")
    return kept_text(text, what)


def stamp(at: datetime) -> str:
    """Return a moment as UTC text of fixed width, which sorts as time does and reads as a person would."""
    if at.tzinfo is None:
        raise RecordsError(f"the time {at} names no time zone; give it in UTC")
    return at.astimezone(UTC).isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"


def moment(text: str) -> datetime:
    """Return the moment that a stamp names."""
    return datetime.fromisoformat(text)


def check_moment(text: str) -> None:
    """Refuse a time that is not written as this program writes it: else it would not sort as time does."""
    try:
        written = stamp(moment(text))
    except (ValueError, OverflowError) as error:
        raise RecordsError(f'"{text[:40]}" is no time') from error
    if written != text:
        raise RecordsError(f'"{text[:40]}" is no time as records write it, such as {written}')
    if not _YEARS[0] <= int(text[:4]) <= _YEARS[1]:
        raise RecordsError(f"{text} is no time at which anybody could have practised")


def opening_link(opening: Opening) -> str:
    """Compute the link that an attempt's row should carry."""
    fields = opening._asdict()
    del fields["link"], fields["previous"]
    return link(opening.previous, {"record": "attempt", **fields})


def step_link(previous: str, step: Step) -> str:
    """Compute the link that a move's row should carry."""
    fields = step._asdict()
    del fields["link"]
    return link(previous, {"record": "move", **fields})


def look_link(previous: str, look: Look) -> str:
    """Compute the link that a review's row should carry."""
    fields = look._asdict()
    del fields["link"]
    return link(previous, {"record": "review", **fields})


def opening_of(attempt: Attempt, previous: str) -> Opening:
    """Return the row that opens the attempt after the link before it."""
    opening = Opening(
        id=kept_name(attempt.id, "an attempt's id"),
        rep=attempt.rep,
        scenario=kept_name(attempt.scenario, "a scenario's id"),
        content=attempt.content,
        purpose=attempt.purpose.value,
        seed=attempt.seed,
        started=stamp(attempt.started),
        previous=previous,
        link="",
    )
    return opening._replace(link=opening_link(opening))


def step_of(recorded: Recorded, previous: str) -> Step:
    """Return the row of a move after the link before it."""
    move = recorded.move
    step = Step(
        number=recorded.number,
        key=kept_name(recorded.key, "a move's key"),
        at=stamp(recorded.at),
        kind=_KINDS[type(move)],
        turn=kept_text(move.turn, "a turn's id"),
        choice=kept_text(move.choice, "a choice's id") if isinstance(move, Chose) else None,
        link="",
    )
    return step._replace(link=step_link(previous, step))


def look_of(review: Review, previous: str) -> Look:
    """Return the row of a review after the link before it."""
    look = Look(
        attempt=review.attempt,
        reviewer=kept_text(review.reviewer, "the reviewer's name"),
        reason=kept_text(review.reason, "the reason"),
        at=stamp(review.at),
        link="",
    )
    return look._replace(link=look_link(previous, look))


def rep_of(row: Sequence[str]) -> Rep:
    """Return the person that this row holds: id, name, joined, handle; the name is empty once they are erased."""
    identity, name, joined, handle = row
    try:
        return Rep(id=RepId(identity), name=name, joined=moment(joined), handle="" if handle == identity else handle)
    except (ValueError, TypeError) as error:
        raise RecordsError(f"rep {identity} was added at no readable time: {joined!r}") from error


def attempt_of(opening: Opening, steps: Iterable[Step]) -> Attempt:
    """Return the attempt that these rows hold; RecordsError where no attempt could have left such rows."""
    try:
        return Attempt(
            id=AttemptId(opening.id),
            rep=RepId(opening.rep),
            scenario=ScenarioId(opening.scenario),
            content=Digest(opening.content),
            purpose=Purpose(opening.purpose),
            seed=opening.seed,
            started=moment(opening.started),
            moves=tuple(map(recorded_of, steps)),
        )
    except (ValueError, TypeError) as error:
        raise RecordsError(
            f"attempt {opening.id} was changed by something else than this program ({error}); "
            "`simulator records verify` shows where"
        ) from error


def recorded_of(step: Step) -> Recorded:
    """Return the move that this row holds; ValueError where no move could have left such a row."""
    return Recorded(number=step.number, key=step.key, at=moment(step.at), move=move_of(step))


def move_of(step: Step) -> Move:
    """Return what the rep did; ValueError where the row does not say."""
    match step.kind, step.choice:
        case "chose", str(choice):
            return Chose(turn=step.turn, choice=choice)
        case "rewound", None:
            return Rewound(turn=step.turn)
        case "hinted", None:
            return Hinted(turn=step.turn)
        case _:
            raise ValueError(f"move {step.number} is no move: {step.kind!r}, {step.choice!r}")


def review_of(look: Look) -> Review:
    """Return the review that this row holds."""
    try:
        at = moment(look.at)
    except (ValueError, TypeError) as error:
        raise RecordsError(f"a review of attempt {look.attempt} has no readable time: {look.at!r}") from error
    return Review(attempt=AttemptId(look.attempt), reviewer=look.reviewer, reason=look.reason, at=at)
