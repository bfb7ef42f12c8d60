"""SIM408: all words of the customer are spoken on some way."""

from collections.abc import Iterator
from typing import Final

from simulator.lint.asked import seen
from simulator.lint.rule import Finding, Rule
from simulator.lint.structure.shown import PROMISE, SUM_UP, turns
from simulator.lint.subject import Proven


def _check(proven: Proven) -> Iterator[Finding]:
    for found in proven.asked:
        if found.part != "variants" or not found.never or proven.certain.whole(found.when) is False:
            continue
        known = seen(proven.space, found)
        reason = f": {known} where it is asked" if known else ""
        reason = reason if found.codes else ": one above it always is"
        yield Finding(
            message=f'these words at "{found.turn}" are never spoken{reason}',
            hint="widen their when, move them up, or delete them",
            path=found.path,
        )


def _warm(bar: int) -> str:
    return f'    variants:\n      - {{when: trust >= {bar}, customer: "Good. So what happens now?"}}\n'


VARIANT_NEVER_SHOWN: Final = Rule[Proven](
    code="SIM408",
    law="All words of the customer are spoken on some way through the conversation.",
    why="A customer who always speaks the same words does not answer to how they are treated.",
    failing=turns(SUM_UP, PROMISE, variants=_warm(4)),
    passing=turns(SUM_UP, PROMISE, variants=_warm(3)),
    check=_check,
)
