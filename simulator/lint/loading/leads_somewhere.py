"""SIM101: every arrow leads somewhere."""

from collections.abc import Iterator
from typing import Final

from simulator.domain.near import did_you_mean
from simulator.domain.problem import Path, Severity
from simulator.domain.scenario import Scenario
from simulator.lint.rule import Finding, Rule, turns


def _check(scenario: Scenario) -> Iterator[Finding]:
    if scenario.start not in scenario.turns:
        hint = did_you_mean(scenario.start, scenario.turns) or "name the first turn"
        yield Finding(message=f'no turn is called "{scenario.start[:60]}"', hint=hint, path=("start",))
    places = (*scenario.turns, *scenario.endings)
    known = frozenset(places)
    for path, to in _arrows(scenario):
        if to not in known:
            hint = did_you_mean(to, places) or "write that turn, or lead elsewhere"
            yield Finding(message=f'no turn or ending is called "{to[:60]}"', hint=hint, path=path)


def _arrows(scenario: Scenario) -> Iterator[tuple[Path, str]]:
    for turn_id, turn in scenario.turns.items():
        for index, choice in enumerate(turn.choices):
            yield ("turns", turn_id, "choices", index, "to"), choice.to
        for index, route in enumerate(turn.routes):
            yield ("turns", turn_id, "routes", index, "to"), route.to


LEADS_SOMEWHERE: Final = Rule[Scenario](
    code="SIM101",
    law="The start, every choice and every route lead to a turn or an ending that is written.",
    why="The conversation would stop dead in front of the rep.",
    failing=turns("""\
  what-now:
    customer: "So what happens now?"
    mood: waiting
    choices:
      - {id: sum-up, say: "You need it up by eight. Have I got that right?", to: clam}
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
