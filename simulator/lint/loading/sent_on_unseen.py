"""SIM109: a turn either speaks or sends on."""

from collections.abc import Iterator
from typing import Final

from simulator.domain.problem import Severity
from simulator.domain.scenario import Scenario
from simulator.lint.rule import Finding, Rule, turns


def _check(scenario: Scenario) -> Iterator[Finding]:
    for turn_id, turn in scenario.turns.items():
        if turn.routes and (turn.choices or turn.customer or turn.variants or turn.calls_for):
            message = "a turn with routes sends on unseen, so nothing can be said in it"
            hint = "move words and choices to a turn of their own"
            yield Finding(message=message, hint=hint, path=("turns", turn_id, "routes"))


SENT_ON_UNSEEN: Final = Rule[Scenario](
    code="SIM109",
    law="A turn with routes has no words and no choices of its own.",
    why="It sends the conversation on before anybody could read or say them.",
    failing=turns("""\
  what-now:
    customer: "So what happens now?"
    mood: waiting
    choices:
      - {id: sum-up, say: "You need it up by eight. Have I got that right?", to: parting}
  parting:
    customer: "Well."
    routes:
      - {when: trust >= 3, to: calm}
      - {to: gone}
"""),
    passing=turns("""\
  what-now:
    customer: "So what happens now?"
    mood: waiting
    choices:
      - {id: sum-up, say: "You need it up by eight. Have I got that right?", to: parting}
  parting:
    routes:
      - {when: trust >= 3, to: calm}
      - {to: gone}
"""),
    severity=Severity.ERROR,
    check=_check,
)
