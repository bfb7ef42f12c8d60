"""SIM102: a conversation has something to it."""

from collections.abc import Iterator
from typing import Final

from simulator.domain.problem import Severity
from simulator.domain.scenario import Scenario
from simulator.lint.rule import Finding, Rule, example


def _check(scenario: Scenario) -> Iterator[Finding]:
    for key, names in (("turns", scenario.turns), ("endings", scenario.endings)):
        if not names:
            yield Finding(message=f"there are no {key}", hint="a conversation needs at least one", path=(key,))


HAS_TURNS_AND_ENDINGS: Final = Rule[Scenario](
    code="SIM102",
    law="A conversation has at least one turn and at least one ending.",
    why="Without them there is nothing to say, or no way to finish.",
    failing=example("endings: {}\n"),
    passing=example("""\
endings:
  calm:
    outcome: saved
    customer: "Until eight, then."
    debrief: "You heard what it had cost her."
  gone:
    outcome: lost
    customer: "Goodbye."
    debrief: "She was not heard."
"""),
    severity=Severity.ERROR,
    check=_check,
)
