"""Turns of speech that several rules share."""

from collections.abc import Iterable, Sequence
from typing import Final

from simulator.lint.subject import Proven

MAX_STEPS: Final = 40
"""Choices that a way may have to be written out: nobody types more."""


def listed(names: Sequence[str]) -> str:
    """Return names as one would say them: "a", "b" and "c"."""
    quoted = [f'"{name}"' for name in names]
    return " and ".join((", ".join(quoted[:-1]), quoted[-1])) if quoted[1:] else "".join(quoted)


def way_there(proven: Proven, turn: str, states: Iterable[int], *then: str) -> str:
    """Return the command for a shortest way to one of some states of a turn, and on from there."""
    state = proven.ways.nearest(turn, states)
    number = proven.ways.choices(turn, state)
    if number > MAX_STEPS:
        return f"a way of {number:,} choices"
    choices = (step.choice for step in proven.ways.to(turn, state))
    return " ".join(("simulator walk", proven.scenario.id, *choices, *then))
