"""SIM111: a moment is about one or two skills."""

from collections.abc import Iterator
from typing import Final

from simulator.domain.problem import Path, Severity
from simulator.domain.scenario import Scenario
from simulator.lint.loading.spoken import spoken
from simulator.lint.rule import Finding, Rule, turns

_MOST: Final = 2


def _check(scenario: Scenario) -> Iterator[Finding]:
    for turn_id, turn in spoken(scenario):
        path: Path = ("turns", turn_id, "calls_for")
        if len(turn.calls_for) > _MOST:
            message, hint = "a moment can call for one or two skills", "choose the ones it is really about"
            yield Finding(message=message, hint=hint, path=path)
        if len(set(turn.calls_for)) < len(turn.calls_for):
            yield Finding(message="a skill is named twice here", hint="name it once", path=path)


ONE_OR_TWO_SKILLS: Final = Rule[Scenario](
    code="SIM111",
    law="A turn calls for at most two skills, each named once.",
    why="One sentence cannot show everything, and what is named twice would be counted twice.",
    failing=turns("""\
  what-now:
    customer: "So what happens now?"
    mood: waiting
    calls_for: [active-listening, active-listening]
    choices:
      - id: sum-up
        say: "You need it up by eight. Have I got that right?"
        shows: {active-listening.summarises-and-checks: 3}
        to: calm
"""),
    passing=turns("""\
  what-now:
    customer: "So what happens now?"
    mood: waiting
    calls_for: [active-listening]
    choices:
      - id: sum-up
        say: "You need it up by eight. Have I got that right?"
        shows: {active-listening.summarises-and-checks: 3}
        to: calm
"""),
    severity=Severity.ERROR,
    check=_check,
)
