"""SIM402: the rep always has something to say."""

from collections.abc import Iterator
from typing import Final

from simulator.domain.problem import Severity
from simulator.lint.phrases import way_there
from simulator.lint.rule import Finding, Rule
from simulator.lint.structure.shown import PROMISE, SUM_UP, turns
from simulator.lint.structure.silent import silent
from simulator.lint.subject import Proven


def _check(proven: Proven) -> Iterator[Finding]:
    for turn, states in silent(proven.space).items():
        yield Finding(
            message=f'at "{turn}" a rep can come to have nothing to say',
            hint=f"give it a choice without a when, or widen one; the way there: {way_there(proven, turn, states)}",
            path=("turns", turn, "choices"),
            at_key=True,
        )


NOTHING_TO_SAY: Final = Rule[Proven](
    code="SIM402",
    law="Wherever a conversation stands, the rep has something to say.",
    why="A rep for whom no choice is on offer is caught: the conversation neither goes on nor ends.",
    failing=turns("{when: knows_why, " + SUM_UP[1:], "{when: trust >= 3, " + PROMISE[1:]),
    passing=turns("{when: knows_why, " + SUM_UP[1:], PROMISE),
    severity=Severity.ERROR,
    check=_check,
)
