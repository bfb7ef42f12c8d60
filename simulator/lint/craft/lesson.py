"""SIM712: a practice conversation says what it is good for."""

from collections.abc import Iterator
from typing import Final

from simulator.domain.scenario import Purpose
from simulator.lint.rule import Finding, Rule, example
from simulator.lint.subject import Proven


def _check(subject: Proven) -> Iterator[Finding]:
    if subject.scenario.purpose is Purpose.PRACTICE and not subject.scenario.teaches.strip():
        message = "nobody is told what there is to learn here"
        hint = 'add teaches: "You learn to …", in one sentence that speaks to the rep'
        yield Finding(message=message, hint=hint, path=("purpose",), at_key=True)


LESSON: Final = Rule[Proven](
    code="SIM712",
    law="A practice conversation says what there is to learn in it.",
    why="Home offers the next conversation with a reason. Without this line it can only say that the customer is new.",
    failing=example('teaches: ""\n'),
    passing=example('teaches: "You learn to say what a fault has cost somebody before you ask for the ticket."\n'),
    check=_check,
)
