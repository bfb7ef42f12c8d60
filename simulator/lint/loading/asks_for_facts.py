"""SIM132: what a condition asks for without a number is a fact."""

from collections.abc import Iterator
from typing import Final

from simulator.conversation.condition import Holds
from simulator.domain.near import did_you_mean, or_known
from simulator.domain.problem import Severity
from simulator.domain.scenario import Scenario
from simulator.lint.loading.conditions import parts
from simulator.lint.rule import Finding, Rule, turns


def _check(scenario: Scenario) -> Iterator[Finding]:
    for path, part in parts(scenario):
        if isinstance(part, Holds) and part.name not in scenario.facts:
            message, hint = _said(scenario, part.name)
            yield Finding(message=message, hint=hint, path=path, offset=part.column - 1)


def _said(scenario: Scenario, name: str) -> tuple[str, str]:
    """Say what is wrong, and what to do."""
    if name in scenario.feelings:
        return f'"{name}" is a feeling: compare it', f"{name} >= 3"
    near = did_you_mean(name, (*scenario.facts, *scenario.feelings))
    return f'no fact is called "{name}"', near or or_known(name, scenario.facts, "declare it under facts")


ASKS_FOR_FACTS: Final = Rule[Scenario](
    code="SIM132",
    law="What a condition asks for without a number is a fact that the scenario declares.",
    why="Nobody could say whether such a condition holds.",
    failing=turns("""\
  what-now:
    customer: "So what happens now?"
    mood: waiting
    choices:
      - {id: sum-up, say: "You need it up by eight. Have I got that right?", to: calm}
      - {id: own-it, when: trust, say: "I am taking this one myself.", to: calm}
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
