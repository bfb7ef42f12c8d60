"""SIM110: routes always lead on, and each of them can be taken."""

from collections.abc import Iterator
from typing import Final

from simulator.domain.problem import Path, Severity
from simulator.domain.scenario import Scenario
from simulator.lint.rule import Finding, Rule, turns


def _check(scenario: Scenario) -> Iterator[Finding]:
    for turn_id, turn in scenario.turns.items():
        for index, route in enumerate(turn.routes):
            path: Path = ("turns", turn_id, "routes", index)
            last = index == len(turn.routes) - 1
            if last and route.when is not None:
                message = "the last route has a condition, so the conversation could be stuck"
                yield Finding(message=message, hint="leave its when out", path=(*path, "when"))
            if not last and route.when is None:
                message = "this route is always taken, so those after it never are"
                yield Finding(message=message, hint="give it a when, or move it to the end", path=path)


LAST_ROUTE: Final = Rule[Scenario](
    code="SIM110",
    law="The last route of a turn has no condition, and all others have one.",
    why="The first route that holds is taken: one must hold always, and what stands below it is never looked at.",
    failing=turns("""\
  what-now:
    customer: "So what happens now?"
    mood: waiting
    choices:
      - {id: sum-up, say: "You need it up by eight. Have I got that right?", to: parting}
  parting:
    routes:
      - {when: trust >= 3, to: calm}
      - {when: trust <= 1, to: gone}
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
