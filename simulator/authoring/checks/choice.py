"""What one choice must be: words, effects that exist, and evidence that its turn calls for."""

import re
from collections.abc import Iterator

from simulator.authoring.checks.conditions import condition_problems
from simulator.authoring.checks.names import at_key
from simulator.authoring.source import Path
from simulator.domain.ids import ID_PATTERN
from simulator.domain.near import or_known
from simulator.domain.problem import Problem
from simulator.domain.scenario import Choice, Scenario, Turn


def choice_problems(scenario: Scenario, turn: Turn, choice: Choice, path: Path) -> Iterator[Problem]:
    """Yield every mistake within one choice."""
    if not re.fullmatch(ID_PATTERN, choice.id):
        message, hint = f'"{choice.id[:60]}" cannot be used as an id', "use small letters, digits and -"
        yield Problem(code="SIM103", message=message, hint=hint, path=(*path, "id"))
    if not choice.say.strip():
        message, hint = "this choice says nothing", "write what the rep says"
        yield Problem(code="SIM107", message=message, hint=hint, path=(*path, "say"))
    if choice.when is not None:
        yield from condition_problems(scenario, choice.when, (*path, "when"))
    yield from _changes(scenario, choice, path)
    yield from _shows(turn, choice, path)
    yield from _uncalled(turn, choice, path)
    if choice.critical is not None and not choice.why.strip():
        message, hint = "a critical error needs a why", "say what it does to this customer"
        yield Problem(code="SIM115", message=message, hint=hint, path=(*path, "critical"))


def _changes(scenario: Scenario, choice: Choice, path: Path) -> Iterator[Problem]:
    for name in choice.effects:
        if name not in scenario.feelings:
            hint = or_known(name, scenario.feelings, "declare it under feelings")
            yield at_key("SIM113", f'no feeling is called "{name[:60]}"', hint, (*path, "effects", name))
    for index, fact in enumerate(choice.learns):
        if fact not in scenario.facts:
            hint = or_known(fact, scenario.facts, "declare it under facts")
            message = f'no fact is called "{fact[:60]}"'
            yield Problem(code="SIM114", message=message, hint=hint, path=(*path, "learns", index))


def _shows(turn: Turn, choice: Choice, path: Path) -> Iterator[Problem]:
    before: set[str] = set()
    for key in choice.shows:
        skill, here = key.partition(".")[0], (*path, "shows", key)
        if "." not in key:
            hint = "write skill.indicator, such as empathy.names-stake"
            yield at_key("SIM116", f'"{key[:60]}" does not name an indicator', hint, here)
        elif skill not in turn.calls_for:
            hint = "add it to calls_for, or leave it out"
            yield at_key("SIM117", f'this turn does not call for "{skill[:60]}"', hint, here)
        elif skill in before:
            yield at_key("SIM116", f'"{skill}" is shown twice by one choice', "keep the stronger one", here)
        before.add(skill)


def _uncalled(turn: Turn, choice: Choice, path: Path) -> Iterator[Problem]:
    """Yield the skills that the turn calls for and the choice says nothing of."""
    shown = {key.partition(".")[0] for key in choice.shows}
    for skill in turn.calls_for:
        if skill not in shown:
            message = f'this turn calls for "{skill[:60]}", and this choice shows nothing of it'
            hint = f"add shows: {{{skill[:60]}.<indicator>: <level>}}"
            yield Problem(code="SIM118", message=message, hint=hint, path=path)
