"""SIM120: nothing is written in vain."""

from collections.abc import Iterator
from typing import Final

from simulator.domain.scenario import Scenario
from simulator.lint.loading.arrows import reached
from simulator.lint.rule import Finding, Rule, example


def _check(scenario: Scenario) -> Iterator[Finding]:
    found = reached(scenario)
    if found is None:
        return
    for key, names in (("turns", scenario.turns.keys()), ("endings", scenario.endings.keys())):
        for name in (name for name in names if name not in found):
            message, hint = f'"{name[:60]}" can never be reached', "lead a choice or a route to it, or delete it"
            yield Finding(message=message, hint=hint, path=(key, name), at_key=True)


CAN_BE_REACHED: Final = Rule[Scenario](
    code="SIM120",
    law="Some choice or route leads to every turn and every ending.",
    why="What nothing leads to is never met: somebody wrote it in vain, or forgot the way to it.",
    failing=example("""\
endings:
  calm: {outcome: saved, customer: "Until eight, then.", debrief: "You heard what it had cost her."}
  gone: {outcome: lost, customer: "Goodbye.", debrief: "She was not heard."}
  later: {outcome: stalled, customer: "Ring me tomorrow.", debrief: "Nothing was agreed."}
"""),
    passing=example("""\
endings:
  calm: {outcome: saved, customer: "Until eight, then.", debrief: "You heard what it had cost her."}
  gone: {outcome: lost, customer: "Goodbye.", debrief: "She was not heard."}
"""),
    check=_check,
)
