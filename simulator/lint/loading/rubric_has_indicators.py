"""SIM150: a skill can be seen."""

from collections.abc import Iterator
from typing import Final

from simulator.domain.problem import Severity
from simulator.domain.rubric import Rubric
from simulator.lint.rule import Example, Finding, Rule

_FILE: Final = "rubrics/empathy.yaml"


def _check(rubric: Rubric) -> Iterator[Finding]:
    if not rubric.indicators:
        message = "a skill without indicators cannot be shown"
        yield Finding(message=message, hint="add observable behaviours", path=("indicators",))


RUBRIC_HAS_INDICATORS: Final = Rule[Rubric](
    code="SIM150",
    law="Every rubric names at least one indicator: something that can be seen or heard.",
    why="A skill that nobody can observe cannot be shown, so no rep could ever be ready.",
    failing=Example(files={_FILE: "indicators: {}\n"}),
    passing=Example(
        files={
            _FILE: "indicators:\n"
            "  names-stake: {title: Names the stake, about: Says what it costs the customer before anything else.}\n"
        }
    ),
    severity=Severity.ERROR,
    check=_check,
)
