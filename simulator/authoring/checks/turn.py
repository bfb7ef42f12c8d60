"""What one turn must be: words and choices, or routes."""

from collections.abc import Iterator

from simulator.authoring.checks.choice import choice_problems
from simulator.authoring.checks.conditions import condition_problems
from simulator.authoring.source import Path
from simulator.domain.near import or_known
from simulator.domain.problem import Problem
from simulator.domain.scenario import Scenario, Turn

_MOST_SKILLS = 2


def turn_problems(scenario: Scenario, turn_id: str, turn: Turn) -> Iterator[Problem]:
    """Yield every mistake within one turn."""
    here: Path = ("turns", turn_id)
    if turn.routes:
        yield from _routing(scenario, here, turn)
        return
    if not turn.choices:
        hint = "add choices, or routes that lead on, or make it an ending"
        yield Problem(code="SIM106", message=f'the rep can say nothing at "{turn_id[:60]}"', hint=hint, path=here)
    yield from _words(here, turn)
    for index, variant in enumerate(turn.variants):
        yield from condition_problems(scenario, variant.when, (*here, "variants", index, "when"))
    yield from _calls(scenario, here, turn)
    yield from _twice(here, turn)
    for index, choice in enumerate(turn.choices):
        yield from choice_problems(scenario, turn, choice, (*here, "choices", index))


def _words(here: Path, turn: Turn) -> Iterator[Problem]:
    for key, text, missing in (
        ("customer", turn.customer, "what the customer says"),
        ("mood", turn.mood, "how the customer seems"),
    ):
        if not text.strip():
            message = f'"{str(here[-1])[:60]}" does not say {missing}'
            yield Problem(code="SIM107", message=message, hint=f"add {key}: ...", path=here)


def _twice(here: Path, turn: Turn) -> Iterator[Problem]:
    before: set[str] = set()
    for index, choice_id in enumerate(choice.id for choice in turn.choices):
        if choice_id in before:
            message = f'"{choice_id[:60]}" is used twice in "{str(here[-1])[:60]}"'
            hint = "give each choice of a turn an id of its own"
            yield Problem(code="SIM108", message=message, hint=hint, path=(*here, "choices", index, "id"))
        before.add(choice_id)


def _routing(scenario: Scenario, here: Path, turn: Turn) -> Iterator[Problem]:
    if turn.choices or turn.customer or turn.variants or turn.calls_for:
        message = "a turn with routes sends on unseen, so nothing can be said in it"
        hint = "move words and choices to a turn of their own"
        yield Problem(code="SIM109", message=message, hint=hint, path=(*here, "routes"))
    for index, route in enumerate(turn.routes):
        path: Path = (*here, "routes", index)
        last = index == len(turn.routes) - 1
        if route.when is not None:
            yield from condition_problems(scenario, route.when, (*path, "when"))
        if last and route.when is not None:
            message = "the last route has a condition, so the conversation could be stuck"
            yield Problem(code="SIM110", message=message, hint="leave its when out", path=(*path, "when"))
        if not last and route.when is None:
            message = "this route is always taken, so those after it never are"
            yield Problem(code="SIM110", message=message, hint="give it a when, or move it to the end", path=path)


def _calls(scenario: Scenario, here: Path, turn: Turn) -> Iterator[Problem]:
    path = (*here, "calls_for")
    if len(turn.calls_for) > _MOST_SKILLS:
        message, hint = "a moment can call for one or two skills", "choose the ones it is really about"
        yield Problem(code="SIM111", message=message, hint=hint, path=path)
    if len(set(turn.calls_for)) < len(turn.calls_for):
        yield Problem(code="SIM111", message="a skill is named twice here", hint="name it once", path=path)
    for index, skill in enumerate(turn.calls_for):
        if skill not in scenario.skills:
            message = f'this scenario does not list the skill "{skill[:60]}"'
            hint = or_known(skill, scenario.skills, "add it to skills at the top")
            yield Problem(code="SIM112", message=message, hint=hint, path=(*path, index))
