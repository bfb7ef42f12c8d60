"""SIM204: every indicator stands in its rubric."""

from collections.abc import Iterator
from typing import Final

from simulator.domain.ids import SkillId, id_meant
from simulator.domain.near import or_known
from simulator.domain.problem import Severity
from simulator.domain.scenario import Scenario
from simulator.lint.across.filed import Filed
from simulator.lint.loading.spoken import choices
from simulator.lint.rule import Finding, Rule, turns


def _check(filed: Filed) -> Iterator[Finding]:
    if not isinstance(filed.value, Scenario):
        return
    shown = (((*path, "shows", key), key) for path, _, choice in choices(filed.value) for key in choice.shows)
    for path, key in shown:
        named, dot, indicator = key.partition(".")
        skill = SkillId(id_meant(named))
        rubric = filed.rubrics.get(skill)
        if dot and rubric is not None and indicator not in rubric.indicators:
            hint = or_known(indicator, rubric.indicators, "add it to the rubric")
            message = f'"{skill}" has no indicator called "{indicator[:60]}"'
            yield Finding(message=message, hint=hint, path=path, at_key=True)


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
