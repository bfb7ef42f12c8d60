"""A trainer's look at critical errors: what waits for one, and recording it.

One look speaks for all that had happened in an attempt by then.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from simulator.assessment.critical import OpenError
from simulator.domain.attempt import Rep, Review
from simulator.domain.ids import AttemptId
from simulator.usecases.critical import Said, said_at_errors
from simulator.usecases.desk import Desk
from simulator.usecases.logins import looking_at_errors, signing
from simulator.usecases.naming import reason_of, signed_by
from simulator.usecases.readiness import Readiness, readiness
from simulator.usecases.refusal import Refused
from simulator.usecases.shelf import scenario_title


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
    together: int
    """Open errors of the same attempt, this one among them: one look speaks for all."""
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


def pick(desk: Desk, rep: Rep, which: str) -> tuple[Waiting, ...]:
    """Find all open errors of an attempt, by its id or the number of one of them; Refused where there is none such."""
    found = _of(desk, rep)
    number = int(which[:9]) if which.isascii() and which.isdecimal() else 0
    attempts = {each.attempt for each in found if which == each.attempt or number == each.number}
    if not attempts:
        known = f"`simulator review {rep.typed}` lists what is open" if found else "none of theirs is open"
        raise Refused(f'{rep.name} has no open critical error "{which[:40]}": {known}.')
    return tuple(each for each in found if each.attempt in attempts)


def next_to_review(found: Sequence[Waiting]) -> tuple[Waiting, ...]:
    """Pick the errors of one attempt to look at next: the oldest that nobody has looked at, else the oldest."""
    first = next((each for each in found if not each.reviews), found[0] if found else None)
    return tuple(each for each in found if first is not None and each.attempt == first.attempt)


def already(errors: Sequence[Waiting]) -> str:
    """Say who has looked at all of these errors before; empty where a look is still wanted."""
    if not all(error.reviews for error in errors):
        return ""
    latest = max((review for error in errors for review in error.reviews), key=lambda review: review.at)
    return f"Already reviewed by {latest.reviewer} on {latest.at:%Y-%m-%d}."


def record(
    desk: Desk, errors: Sequence[Waiting], by: str | None, reason: str | None, *, again: bool = False
) -> Reviewed:
    """Record that somebody has looked at the errors of an attempt; the same again is the same once.

    Refused where somebody has looked at them before, unless another look is wanted `again`.
    """
    error = errors[-1]
    name = signed_by(signing(looking_at_errors(desk), by), error.rep)
    found, at = reason_of(reason), desk.now()
    if at < error.at:
        raise Refused(f"The clock says {at:%Y-%m-%d %H:%M} UTC, which is before the error was made: set it right.")
    # Asked anew: who tries once more, because the answer was lost, may have been recorded the first time.
    stored = desk.records.reviews([error.attempt])
    same = [each for each in stored if (each.reviewer, each.reason) == (name, found) and each.at >= error.at]
    before = already(errors)
    if before and not same and not again:
        raise Refused(f"{before} To add another review, do it at a terminal or on the board, which ask first.")
    review = same[0] if same else Review(attempt=error.attempt, reviewer=name, reason=found, at=at)
    desk.records.add_review(review)
    still_open = _of(desk, error.rep)
    return Reviewed(
        review=review,
        before=bool(same),
        clean_needed=max((each.clean_needed for each in still_open if each.attempt == error.attempt), default=0),
        others=sum(not each.reviews for each in still_open),
    )


def lines_of(error: Waiting) -> Iterator[str]:
    """Say what happened, one fact a line."""
    yield f"{error.number}. {error.rep.name}, {error.at:%Y-%m-%d %H:%M} UTC, in {error.scenario}: {error.title}."
    yield f"  Customer: {error.customer}"
    yield f"  {error.rep.name}: {error.said}"
    if error.about:
        yield f"  What it is: {error.about}"
    if error.why:
        yield f"  Why this is one: {error.why}"
    for review in error.reviews:
        yield f"  Reviewed by {review.reviewer} on {review.at:%Y-%m-%d}: {review.reason}"
    if error.reviews:
        yield f"  Reviewed; {_fresh(error.clean_needed)} without a critical error will close it."
    else:
        yield f"  Open: nobody has reviewed it yet. After that, {_fresh(error.clean_needed)} without one will close it."
    yield f"  Attempt: {error.attempt}"
    if error.together > 1:
        both = error.together == 2  # noqa: PLR2004 - a pair
        yield f"  One review speaks for {'both' if both else f'all {error.together}'} of this attempt."


def still_needed(rep: Rep, done: Reviewed) -> str:
    """Say what has to happen after a look before nothing blocks any more."""
    if not done.clean_needed:
        return "Nothing blocks because of this any more."
    return f"{rep.name} needs {_fresh(done.clean_needed)} without a critical error before the block lifts."


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
        together=sum(other.error.attempt == error.attempt for other in found.errors),
        reviews=tuple(one for one in found.reviews if one.attempt == error.attempt and one.at >= error.at),
        clean_needed=each.clean_needed,
    )


def _fresh(number: int) -> str:
    return "1 fresh assessment" if number == 1 else f"{number} fresh assessments"
