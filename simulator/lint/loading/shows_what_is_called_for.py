"""SIM117: evidence is taken only where it was asked for."""

from collections.abc import Iterator
from typing import Final

from simulator.domain.ids import id_meant
from simulator.domain.near import did_you_mean
from simulator.domain.problem import Severity
from simulator.domain.scenario import Scenario
from simulator.lint.loading.spoken import choices
from simulator.lint.rule import Finding, Rule, turns


def _check(scenario: Scenario) -> Iterator[Finding]:
    known = frozenset(map(id_meant, scenario.skills))
    for path, turn, choice in choices(scenario):
        # Where a skill that is called for has a slip in its name, any known one may be what was meant.
        called = [id_meant(skill) for skill in turn.calls_for]
        meant = known if set(called) - known else frozenset[str]()
        shown = {id_meant(key.partition(".")[0]) for key in choice.shows}
        missing = [skill for skill in called if skill not in shown]
        for key in choice.shows:
            skill, dot, _ = key.partition(".")
            if dot and id_meant(skill) not in called and id_meant(skill) not in meant:
                message = f'this turn does not call for "{skill[:60]}"'
                hint = did_you_mean(skill, missing) or "add it to calls_for, or leave it out"
                yield Finding(message=message, hint=hint, path=(*path, "shows", key), at_key=True)


SHOWS_WHAT_IS_CALLED_FOR: Final = Rule[Scenario](
    code="SIM117",
    law="A choice shows only skills that its turn calls for.",
    why="Evidence counts only where the moment asked for it: this would never be counted.",
    failing=turns("""\
  what-now:
    customer: "So what happens now?"
    mood: waiting
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
