"""SIM115: a critical error is explained."""

from collections.abc import Iterator
from typing import Final

from simulator.domain.problem import Severity
from simulator.domain.scenario import Scenario
from simulator.lint.loading.spoken import choices
from simulator.lint.rule import Finding, Rule, turns


def _check(scenario: Scenario) -> Iterator[Finding]:
    for path, _, choice in choices(scenario):
        if choice.critical is not None and not choice.why.strip():
            message, hint = "a critical error needs a why", "say what it does to this customer"
            yield Finding(message=message, hint=hint, path=(*path, "critical"))


CRITICAL_NEEDS_WHY: Final = Rule[Scenario](
    code="SIM115",
    law="A choice that is a critical error says why.",
    why="It blocks a rep until a trainer has reviewed it: both have to see what it does to this customer.",
    failing=turns("""\
  what-now:
    customer: "So what happens now?"
    mood: waiting
    choices:
      - {id: sum-up, say: "You need it up by eight. Have I got that right?", to: calm}
      - id: promise
        say: "The line is fixed already, you can rely on that."
        critical: false-claim
        to: gone
"""),
    passing=turns("""\
  what-now:
    customer: "So what happens now?"
    mood: waiting
    choices:
      - {id: sum-up, say: "You need it up by eight. Have I got that right?", to: calm}
      - id: promise
        say: "The line is fixed already, you can rely on that."
        critical: false-claim
        why: Nobody has looked at it, and she will plan her day on it.
        to: gone
"""),
    severity=Severity.ERROR,
    check=_check,
)
