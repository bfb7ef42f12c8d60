"""SIM131: what a condition compares is a feeling."""

from collections.abc import Iterator
from typing import Final

from simulator.conversation.condition import Compare
from simulator.domain.near import or_known
from simulator.domain.problem import Severity
from simulator.domain.scenario import Scenario
from simulator.lint.loading.conditions import parts
from simulator.lint.rule import Finding, Rule, turns


def _check(scenario: Scenario) -> Iterator[Finding]:
    for path, part in parts(scenario):
        if isinstance(part, Compare) and part.name not in scenario.feelings:
            message, hint = _said(scenario, part.name)
            yield Finding(message=message, hint=hint, path=path, offset=part.column - 1)


def _said(scenario: Scenario, name: str) -> tuple[str, str]:
    """Say what is wrong, and what to do."""
    if name in scenario.facts:
        return f'"{name}" is a fact: it holds or not, and has no number', f"write just {name}"
    return f'no feeling is called "{name}"', or_known(name, scenario.feelings, "declare it under feelings")


COMPARES_FEELINGS: Final = Rule[Scenario](
    code="SIM131",
    law="What a condition compares with a number is a feeling that the scenario declares.",
    why="Nobody could say whether such a condition holds.",
    failing=turns("""\
  what-now:
    customer: "So what happens now?"
    mood: waiting
    choices:
      - {id: sum-up, say: "You need it up by eight. Have I got that right?", to: calm}
      - {id: own-it, when: knows_why >= 1, say: "I am taking this one myself.", to: calm}
"""),
    passing=turns("""\
  what-now:
    customer: "So what happens now?"
    mood: waiting
    choices:
      - {id: sum-up, say: "You need it up by eight. Have I got that right?", to: calm}
      - {id: own-it, when: knows_why, say: "I am taking this one myself.", to: calm}
"""),
    severity=Severity.ERROR,
    check=_check,
)
