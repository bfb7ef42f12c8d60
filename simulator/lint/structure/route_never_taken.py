"""SIM407: every route is taken by some way."""

from collections.abc import Iterator
from typing import Final

from simulator.lint.asked import seen
from simulator.lint.rule import Finding, Rule
from simulator.lint.structure.shown import PROMISE, SUM_UP, routes, turns
from simulator.lint.subject import Proven


def _check(proven: Proven) -> Iterator[Finding]:
    for found in proven.asked:
        if found.part != "routes" or not found.never or proven.certain.whole(found.when) is False:
            continue
        known = seen(proven.space, found)
        reason = f": {known} where it is asked" if known else ""
        reason = reason if found.codes else ": one above it always is"
        yield Finding(
            message=f'this route of "{found.turn}" is never taken{reason}',
            hint="widen its when, move it up, or delete it",
            path=found.path,
        )


ROUTE_NEVER_TAKEN: Final = Rule[Proven](
    code="SIM407",
    law="Every route is taken by some way through the conversation.",
    why="Where a route is never taken, two ways that were to part go on as one.",
    failing=turns(SUM_UP, PROMISE, between=routes("{when: trust == 0, to: gone}", "{to: what-now}")),
    passing=turns(SUM_UP, PROMISE, between=routes("{when: trust <= 1, to: gone}", "{to: what-now}")),
    check=_check,
)
