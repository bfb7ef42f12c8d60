"""What a scenario must be so that it can be played and judged."""

from collections.abc import Iterator

from simulator.authoring.checks.arrows import arrow_problems
from simulator.authoring.checks.names import name_problems
from simulator.authoring.checks.texts import text_problems
from simulator.authoring.checks.turn import turn_problems
from simulator.domain.problem import Problem
from simulator.domain.scenario import Scenario


def scenario_problems(scenario: Scenario) -> Iterator[Problem]:
    """Yield every mistake within one scenario."""
    yield from name_problems(scenario)
    yield from _numbers(scenario)
    yield from arrow_problems(scenario)
    for turn_id, turn in scenario.turns.items():
        yield from turn_problems(scenario, turn_id, turn)
    yield from text_problems(scenario)


def _numbers(scenario: Scenario) -> Iterator[Problem]:
    for name, feeling in scenario.feelings.items():
        if not feeling.min <= feeling.start <= feeling.max:
            message = f'"{name}" starts at {feeling.start}, outside of {feeling.min} to {feeling.max}'
            path = ("feelings", name, "start")
            yield Problem(code="SIM105", message=message, hint="keep min ≤ start ≤ max", path=path)
    if scenario.minutes < 1:
        message = "a conversation takes at least a minute"
        yield Problem(code="SIM105", message=message, hint="write minutes: 1", path=("minutes",))
