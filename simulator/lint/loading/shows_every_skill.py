"""SIM118: every choice says something of what its moment asks for."""

from collections.abc import Iterator
from typing import Final

from simulator.domain.ids import id_meant
from simulator.domain.near import did_you_mean
from simulator.domain.problem import Severity
from simulator.domain.scenario import Scenario
from simulator.lint.loading.spoken import choices
from simulator.lint.rule import Finding, Rule, turns


def _check(scenario: Scenario) -> Iterator[Finding]:
    listed = frozenset(map(id_meant, scenario.skills))
    for path, turn, choice in choices(scenario):
        called = [id_meant(skill) for skill in turn.calls_for]
        shown = {id_meant(key.partition(".")[0]) for key in choice.shows} if called else set[str]()
        missing = [skill for skill in called if skill not in shown]
        # A slip in a name is told where it stands, with the skill that was meant: so that is one mistake.
        slips = [key for key in shown if key not in listed]
        meant = {skill for skill in missing if any(did_you_mean(key, [skill]) for key in slips)}
        for skill in missing:
            # Nobody can show a skill that the scenario does not know: that is said where it is called for.
            if skill in listed and skill not in meant:
                message = f'this turn calls for "{skill[:60]}", and this choice shows nothing of it'
                hint = f"add shows: {{{skill[:60]}.<indicator>: <level>}}"
                yield Finding(message=message, hint=hint, path=path)


SHOWS_EVERY_SKILL: Final = Rule[Scenario](
    code="SIM118",
    law="Every choice of a turn shows each skill that the turn calls for, at some level.",
    why="Otherwise a rep could pass by the moment with nothing said for or against them.",
    failing=turns("""\
  what-now:
    customer: "So what happens now?"
    mood: waiting
    calls_for: [active-listening]
    choices:
      - {id: sum-up, say: "You need it up by eight. Have I got that right?", to: calm}
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
