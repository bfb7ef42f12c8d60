"""SIM140: a walk goes somewhere."""

from collections.abc import Iterator
from typing import Final

from simulator.domain.problem import Severity
from simulator.domain.walk import Walk
from simulator.lint.rule import Example, Finding, Rule

_FILE: Final = "scenarios/sample/walks/best.yaml"


def _check(walk: Walk) -> Iterator[Finding]:
    if not walk.choices:
        message = "this walk makes no choice"
        yield Finding(message=message, hint="name the choices in order", path=("choices",))


WALK_HAS_CHOICES: Final = Rule[Walk](
    code="SIM140",
    law="A walk makes at least one choice.",
    why="A test that does nothing cannot fail.",
    failing=Example(files={_FILE: "choices: []\n"}),
    passing=Example(files={_FILE: "choices: [name-it, sum-up]\n"}),
    severity=Severity.ERROR,
    check=_check,
)
