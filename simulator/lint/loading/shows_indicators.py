"""SIM116: evidence names what was seen, once a skill."""

from collections.abc import Iterator
from typing import Final

from simulator.domain.ids import id_meant
from simulator.domain.problem import Severity
from simulator.domain.scenario import Scenario
from simulator.lint.loading.spoken import choices
from simulator.lint.rule import Finding, Rule, turns


def _check(scenario: Scenario) -> Iterator[Finding]:
    for path, turn, choice in choices(scenario):
        before: set[str] = set()
        for key in choice.shows:
            named, dot, _ = key.partition(".")
            skill = id_meant(named)
            if not dot:
                message = f'"{key[:60]}" does not name an indicator'
                hint = "write skill.indicator, such as empathy.names-stake"
                yield Finding(message=message, hint=hint, path=(*path, "shows", key), at_key=True)
            elif skill in before and skill in map(id_meant, turn.calls_for):
                message, hint = f'"{skill}" is shown twice by one choice', "keep the stronger one"
                yield Finding(message=message, hint=hint, path=(*path, "shows", key), at_key=True)
            before.add(skill)


SHOWS_INDICATORS: Final = Rule[Scenario](
    code="SIM116",
    law="What a choice shows is one indicator of each skill, written as skill and indicator with a dot between.",
    why="A skill alone tells nobody what was seen, and two indicators of one skill would count twice.",
    failing=turns("""\
  what-now:
    customer: "So what happens now?"
    mood: waiting
    calls_for: [active-listening]
    choices:
      - id: sum-up
        say: "You need it up by eight. Have I got that right?"
        shows: {active-listening: 3}
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
