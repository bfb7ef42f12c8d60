"""SIM204: every indicator stands in its rubric."""

from collections.abc import Iterator
from typing import Final

from simulator.domain.ids import SkillId
from simulator.domain.near import or_known
from simulator.domain.problem import Path, Severity
from simulator.domain.scenario import Scenario
from simulator.lint.across.filed import Filed
from simulator.lint.rule import Finding, Rule, turns


def _check(filed: Filed) -> Iterator[Finding]:
    if not isinstance(filed.value, Scenario):
        return
    for path, key in _shown(filed.value):
        skill, _, indicator = key.partition(".")
        rubric = filed.rubrics.get(SkillId(skill))
        if rubric is not None and indicator not in rubric.indicators:
            hint = or_known(indicator, rubric.indicators, "add it to the rubric")
            message = f'"{skill}" has no indicator called "{indicator[:60]}"'
            yield Finding(message=message, hint=hint, path=path, at_key=True)


def _shown(scenario: Scenario) -> Iterator[tuple[Path, str]]:
    for turn_id, turn in scenario.turns.items():
        for index, choice in enumerate(turn.choices):
            for key in choice.shows:
                yield ("turns", turn_id, "choices", index, "shows", key), key


INDICATORS_DEFINED: Final = Rule[Filed](
    code="SIM204",
    law="Every indicator that a choice shows stands in the rubric of its skill.",
    why="A rep who asks what was seen could not be told.",
    failing=turns("""\
  what-now:
    customer: "So what happens now?"
    mood: waiting
    calls_for: [active-listening]
    choices:
      - id: sum-up
        say: "You need it up by eight. Have I got that right?"
        shows: {active-listening.sums-up: 3}
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
