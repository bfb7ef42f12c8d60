"""Keep what attempts show, so that it need not be worked out again for every board and every home."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Final

from simulator.domain.attempt import Attempt
from simulator.domain.ids import AttemptId
from simulator.records.derived import InNumbers
from simulator.records.protocol import RecordsError
from simulator.usecases.desk import Desk
from simulator.usecases.evidence import UNREADABLE, shown_by

RULES: Final = 1
"""The version of how moves become evidence. Raise it when the same moves come to show something else: what was kept
by other rules is then worked out anew. A test notices changes to the modules that decide it."""

_AT_ONCE: Final = 500
"""How many attempts are replayed before what they show is kept."""


def settle(desk: Desk, attempts: Iterable[Attempt]) -> bool:
    """Replay these attempts and keep what they show; tell whether whatever can be read is kept now.

    The records may be read-only for whoever looks: then it is worked out again the next time.
    """
    # Whether it was first sight the records know themselves.
    shown = [_in_numbers(desk, attempt) for attempt in attempts]
    readable = [each for each in shown if each is not None]
    try:
        return desk.records.derived.keep(readable, RULES)
    except RecordsError:
        return False


def settle_ended(desk: Desk, attempt: Attempt) -> None:
    """Keep what an attempt shows that has just ended; a failure costs nothing but time later."""
    with suppress(RecordsError):
        settle(desk, [attempt])


def rebuild(desk: Desk) -> Iterator[tuple[int, int]]:
    """Throw away all that was kept and work it out anew; yield how many attempts are done, of how many."""
    desk.records.derived.forget()
    owed = desk.records.derived.owed(None, RULES)
    yield 0, len(owed)
    for start in range(0, len(owed), _AT_ONCE):
        part = owed[start : start + _AT_ONCE]
        shown = [_named(desk, name) for name in part]
        desk.records.derived.keep([each for each in shown if each is not None], RULES)
        yield start + len(part), len(owed)


def owed(desk: Desk) -> int:
    """Count the attempts of which nothing is kept: those that cannot be read, once all was worked out."""
    return len(desk.records.derived.owed(None, RULES))


def _named(desk: Desk, name: AttemptId) -> InNumbers | None:
    attempt = desk.records.attempt(name)
    return _in_numbers(desk, attempt) if attempt else None


def _in_numbers(desk: Desk, attempt: Attempt) -> InNumbers | None:
    try:
        return InNumbers(shown_by(desk, attempt, first_sight=False), len(attempt.moves))
    except UNREADABLE:
        return None
