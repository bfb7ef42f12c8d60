"""A trainer's look at a critical error: what waits for one, and recording it."""

from dataclasses import dataclass
from datetime import datetime

from simulator.assessment.critical import OpenError
from simulator.domain.attempt import Rep, Review
from simulator.domain.ids import AttemptId
from simulator.usecases.critical import Said, said_at_errors
from simulator.usecases.desk import Desk
from simulator.usecases.home import scenario_title
from simulator.usecases.naming import reason_of, signed_by
from simulator.usecases.readiness import Readiness, readiness
from simulator.usecases.refusal import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A critical error that still blocks, down to the words."""

    number: int
    """Which of the rep's open ones it is, oldest first, from 1."""
    rep: Rep
    attempt: AttemptId
    scenario: str
    """The scenario's title."""
    at: datetime
    error: str
    title: str
    """What people call that error."""
    about: str
    """What it is in general."""
    why: str
    """Why this answer is one."""
    customer: str
    said: str
    reviews: tuple[Review, ...]
    """The looks that were taken at it, oldest first."""
    clean_needed: int
    """Fresh assessments without a critical error that are still needed once it was looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """What recording a look has come to."""

    review: Review
    before: bool
    """Whether the very same was recorded before."""
    clean_needed: int
    """Fresh assessments without a critical error that lift the block."""
    others: int
    """Open errors of the rep that nobody has looked at yet."""


def waiting(desk: Desk, rep: Rep | None = None) -> tuple[Waiting, ...]:
    """List the critical errors that still block, of one rep or of all, oldest first."""
    people = desk.records.reps() if rep is None else (rep,)
    found = [each for person in people for each in _of(desk, person)]
    return tuple(sorted(found, key=lambda each: each.at))


def pick(desk: Desk, rep: Rep, which: str) -> Waiting:
    """Find an open error by its attempt or its number; Refused where there is none such."""
    found = _of(desk, rep)
    by_attempt = [each for each in found if each.attempt == which]
    number = int(which[:9]) if which.isascii() and which.isdecimal() else 0
    by_number = [each for each in found if each.number == number]
    picked = by_attempt or by_number
    if not picked:
        known = f"`simulator review {rep.id}` lists what is open" if found else "none of theirs is open"
        raise Refused(f'{rep.name} has no open critical error "{which}": {known}.')
    return picked[0]


def record(desk: Desk, error: Waiting, by: str | None, reason: str | None) -> Reviewed:
    """Record that somebody has looked at the error; the same again is the same once."""
    name, found, at = signed_by(by, error.rep), reason_of(reason), desk.now()
    if at < error.at:
        raise Refused(f"The clock says {at:%Y-%m-%d %H:%M} UTC, which is before the error was made: set it right.")
    same = [each for each in error.reviews if (each.reviewer, each.reason) == (name, found)]
    review = same[0] if same else Review(attempt=error.attempt, reviewer=name, reason=found, at=at)
    desk.records.add_review(review)
    still_open = _of(desk, error.rep)
    return Reviewed(
        review=review,
        before=bool(same),
        clean_needed=max((each.clean_needed for each in still_open if each.attempt == error.attempt), default=0),
        others=sum(not each.reviews for each in still_open),
    )


def _of(desk: Desk, rep: Rep) -> tuple[Waiting, ...]:
    found = readiness(desk, rep)
    said = said_at_errors(desk, found) if found.errors else {}
    return tuple(
        _waiting(desk, found, each, number, said[each.error]) for number, each in enumerate(found.errors, start=1)
    )


def _waiting(desk: Desk, found: Readiness, each: OpenError, number: int, words: Said) -> Waiting:
    error = each.error
    kind = desk.library.bar().critical_errors.get(error.error)
    return Waiting(
        number=number,
        rep=found.rep,
        attempt=error.attempt,
        scenario=scenario_title(desk, error.scenario),
        at=error.at,
        error=error.error,
        title=kind.title if kind else error.error,
        about=kind.about if kind else "",
        why=words.why,
        customer=words.customer,
        said=words.said,
        reviews=tuple(one for one in found.reviews if one.attempt == error.attempt and one.at >= error.at),
        clean_needed=each.clean_needed,
    )
