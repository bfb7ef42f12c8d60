"""SIM104: a name means one thing."""

from collections.abc import Iterator
from typing import Final

from simulator.domain.problem import Severity
from simulator.domain.scenario import Scenario
from simulator.lint.rule import Finding, Rule, example


def _check(scenario: Scenario) -> Iterator[Finding]:
    for name in sorted(scenario.endings.keys() & scenario.turns.keys()):
        yield _twice("endings", name, "both a turn and an ending")
    for name in sorted(scenario.facts.keys() & scenario.feelings.keys()):
        yield _twice("facts", name, "both a feeling and a fact")


def _twice(key: str, name: str, what: str) -> Finding:
    return Finding(message=f'"{name}" is {what}', hint="rename one of them", path=(key, name), at_key=True)


ONE_THING_A_NAME: Final = Rule[Scenario](
    code="SIM104",
    law="No ending is called like a turn, and no fact like a feeling.",
    why="Where a choice leads, or what a condition asks, could be read in two ways.",
    failing=example("""\
facts:
  knows_why: She has said why it matters.
  trust: She has named a time.
"""),
    passing=example("""\
facts:
  knows_why: She has said why it matters.
  named_time: She has named a time.
"""),
    severity=Severity.ERROR,
    check=_check,
)
