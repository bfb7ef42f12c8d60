"""SIM106: a rep is never left without words."""

from collections.abc import Iterator
from typing import Final

from simulator.domain.problem import Severity
from simulator.domain.scenario import Scenario
from simulator.lint.loading.spoken import spoken
from simulator.lint.rule import Finding, Rule, turns


def _check(scenario: Scenario) -> Iterator[Finding]:
    for turn_id, turn in spoken(scenario):
        if not turn.choices:
            hint = "add choices, or routes that lead on, or make it an ending"
            message = f'the rep can say nothing at "{turn_id[:60]}"'
            yield Finding(message=message, hint=hint, path=("turns", turn_id))


SOMETHING_TO_SAY: Final = Rule[Scenario](
    code="SIM106",
    law="Every turn has choices, or routes that lead on.",
    why="The rep would sit in front of a customer with nothing to say, and the conversation could not go on.",
    failing=turns("""\
  what-now:
    customer: "So what happens now?"
    mood: waiting
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
