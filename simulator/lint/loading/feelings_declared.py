"""SIM113: what a choice moves is there to be moved."""

from collections.abc import Iterator
from typing import Final

from simulator.domain.near import or_known
from simulator.domain.problem import Severity
from simulator.domain.scenario import Scenario
from simulator.lint.loading.spoken import choices
from simulator.lint.rule import Finding, Rule, turns


def _check(scenario: Scenario) -> Iterator[Finding]:
    for path, _, choice in choices(scenario):
        for name in choice.effects:
            if name not in scenario.feelings:
                hint = or_known(name, scenario.feelings, "declare it under feelings")
                message = f'no feeling is called "{name[:60]}"'
                yield Finding(message=message, hint=hint, path=(*path, "effects", name), at_key=True)


FEELINGS_DECLARED: Final = Rule[Scenario](
    code="SIM113",
    law="Every effect of a choice moves a feeling that the scenario declares.",
    why="The choice would leave the customer unmoved, which is not what was meant.",
    failing=turns("""\
  what-now:
    customer: "So what happens now?"
    mood: waiting
    choices:
      - id: sum-up
        say: "You need it up by eight. Have I got that right?"
        effects: {trsut: +1}
        to: calm
"""),
    passing=turns("""\
  what-now:
    customer: "So what happens now?"
    mood: waiting
    choices:
      - id: sum-up
        say: "You need it up by eight. Have I got that right?"
        effects: {trust: +1}
        to: calm
"""),
    severity=Severity.ERROR,
    check=_check,
)
