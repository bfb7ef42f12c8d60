"""A shortest way to a state that is as wanted, found by going on from the start, one choice further each round.

The space of `space.py` takes states for one that go on alike; here each stands for itself, because people ask for
feelings and facts as they are, and not only for those that matter from here on.
"""

from collections.abc import Callable
from typing import Final

from simulator.conversation.table import State, Table

MAX_STATES: Final = 200_000
"""States looked at before it is given up: about a second."""

Wanted = Callable[[State], bool]


class TooMany(Exception):
    """There are more states than are looked at."""


def way_to(table: Table, wanted: Wanted, limit: int = MAX_STATES) -> tuple[str, ...] | None:
    """Return a shortest way of choices to a wanted state; None where no way comes to one, TooMany beyond the limit."""
    led_by: dict[State, tuple[State, str] | None] = {table.start: None}
    ahead = [table.start]
    while ahead:
        found = next((state for state in ahead if wanted(state)), None)
        if found is not None:
            return _back(led_by, found)
        ahead = _after(table, ahead, led_by)
        if len(led_by) > limit:
            raise TooMany
    return None


def _after(table: Table, ahead: list[State], led_by: dict[State, tuple[State, str] | None]) -> list[State]:
    """Return the states one choice further that were not met before, and note how they were come to."""
    further: list[State] = []
    for state in ahead:
        for choice in table.offered(state):
            after = table.after(state, choice.id)
            if after not in led_by:
                led_by[after] = (state, choice.id)
                further.append(after)
    return further


def _back(led_by: dict[State, tuple[State, str] | None], state: State) -> tuple[str, ...]:
    way: list[str] = []
    step = led_by[state]
    while step is not None:
        before, choice = step
        way.append(choice)
        step = led_by[before]
    return tuple(reversed(way))
