"""SIM105: a scenario's numbers fit together."""

from collections.abc import Iterator
from typing import Final

from simulator.domain.problem import Severity
from simulator.domain.scenario import Scenario
from simulator.lint.rule import Finding, Rule, example


def _check(scenario: Scenario) -> Iterator[Finding]:
    for name, feeling in scenario.feelings.items():
        if not feeling.min <= feeling.start <= feeling.max:
            message = f'"{name}" starts at {feeling.start}, outside of {feeling.min} to {feeling.max}'
            yield Finding(message=message, hint="keep min ≤ start ≤ max", path=("feelings", name, "start"))
    if scenario.minutes < 1:
        message = "a conversation takes at least a minute"
        yield Finding(message=message, hint="write minutes: 1", path=("minutes",))


NUMBERS_FIT: Final = Rule[Scenario](
    code="SIM105",
    law="Every feeling starts within its bounds, and a conversation takes a minute or more.",
    why="A feeling outside of its bounds has no mood to be shown, and nobody plans for a conversation of no length.",
    failing=example("""\
feelings:
  trust: {start: 5, min: 0, max: 4, label: Trust}
"""),
    passing=example("""\
feelings:
  trust: {start: 2, min: 0, max: 4, label: Trust}
"""),
    severity=Severity.ERROR,
    check=_check,
)
