"""SIM130: every condition can be read."""

from collections.abc import Iterator
from typing import Final

from simulator.domain.problem import Severity
from simulator.domain.scenario import Scenario
from simulator.lint.loading.conditions import unreadable
from simulator.lint.rule import Finding, Rule, turns


def _check(scenario: Scenario) -> Iterator[Finding]:
    for path, error in unreadable(scenario):
        yield Finding(message=error.message, hint=error.hint, path=path, offset=error.column - 1)


READABLE_CONDITIONS: Final = Rule[Scenario](
    code="SIM130",
    law="A condition is made of feelings compared with whole numbers, of facts, and of and, or, not and brackets.",
    why="Nothing else can be proven to hold or not, on every way through the conversation.",
    failing=turns("""\
  what-now:
    customer: "So what happens now?"
    mood: waiting
    choices:
      - {id: sum-up, say: "You need it up by eight. Have I got that right?", to: calm}
      - {id: own-it, when: trust => 3, say: "I am taking this one myself.", to: calm}
"""),
    passing=turns("""\
  what-now:
    customer: "So what happens now?"
    mood: waiting
    choices:
      - {id: sum-up, say: "You need it up by eight. Have I got that right?", to: calm}
      - {id: own-it, when: trust >= 3, say: "I am taking this one myself.", to: calm}
"""),
    severity=Severity.ERROR,
    check=_check,
)
