"""SIM114: what a choice establishes has a name and a meaning."""

from collections.abc import Iterator
from typing import Final

from simulator.domain.near import or_known
from simulator.domain.problem import Severity
from simulator.domain.scenario import Scenario
from simulator.lint.loading.spoken import choices
from simulator.lint.rule import Finding, Rule, turns


def _check(scenario: Scenario) -> Iterator[Finding]:
    for path, _, choice in choices(scenario):
        for index, fact in enumerate(choice.learns):
            if fact not in scenario.facts:
                hint = or_known(fact, scenario.facts, "declare it under facts")
                message = f'no fact is called "{fact[:60]}"'
                yield Finding(message=message, hint=hint, path=(*path, "learns", index))


FACTS_DECLARED: Final = Rule[Scenario](
    code="SIM114",
    law="Every fact that a choice learns is one that the scenario declares.",
    why="A condition that waits for the fact under its right name would never hold.",
    failing=turns("""\
  what-now:
    customer: "So what happens now?"
    mood: waiting
    choices:
      - id: sum-up
        say: "You need it up by eight. Have I got that right?"
        learns: [knows_when]
        to: calm
"""),
    passing=turns("""\
  what-now:
    customer: "So what happens now?"
    mood: waiting
    choices:
      - id: sum-up
        say: "You need it up by eight. Have I got that right?"
        learns: [knows_why]
        to: calm
"""),
    severity=Severity.ERROR,
    check=_check,
)
