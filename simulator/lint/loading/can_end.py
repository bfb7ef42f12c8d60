"""SIM121: a conversation can be brought to an end."""

from collections.abc import Iterator
from typing import Final

from simulator.domain.problem import Severity
from simulator.domain.scenario import Scenario
from simulator.lint.loading.arrows import reached
from simulator.lint.rule import Finding, Rule, turns


def _check(scenario: Scenario) -> Iterator[Finding]:
    found = reached(scenario)
    if found is not None and not found & scenario.endings.keys():
        yield Finding(message="this conversation never ends", hint="lead a choice to an ending", path=("start",))


CAN_END: Final = Rule[Scenario](
    code="SIM121",
    law="At least one ending can be reached from the start.",
    why="The rep would go round for ever, and nothing would come of the attempt.",
    failing=turns("""\
  what-now:
    customer: "So what happens now?"
    mood: waiting
    choices:
      - {id: sum-up, say: "You need it up by eight. Have I got that right?", to: opening}
"""),
    passing=turns("""\
  what-now:
    customer: "So what happens now?"
    mood: waiting
    choices:
      - {id: sum-up, say: "You need it up by eight. Have I got that right?", to: calm}
"""),
    severity=Severity.ERROR,
    check=_check,
)
