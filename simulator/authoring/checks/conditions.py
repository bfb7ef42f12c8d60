"""What can be wrong with a `when`."""

from collections.abc import Iterator

from simulator.authoring.source import Path
from simulator.conversation.condition import Compare, ConditionError, Holds, parse, parts_of
from simulator.domain.near import did_you_mean, or_known
from simulator.domain.problem import Problem
from simulator.domain.scenario import Scenario


def condition_problems(scenario: Scenario, text: str, path: Path) -> Iterator[Problem]:
    """Yield every mistake in one condition, each with its place in the text."""
    try:
        parts = tuple(parts_of(parse(text)))
    except ConditionError as error:
        yield Problem(code="SIM130", message=error.message, hint=error.hint, path=path, offset=error.column - 1)
        return
    for part in parts:
        yield from _part(scenario, part, path)


def _part(scenario: Scenario, part: Compare | Holds, path: Path) -> Iterator[Problem]:
    name, offset = part.name, part.column - 1
    if isinstance(part, Compare) and name not in scenario.feelings:
        if name in scenario.facts:
            hint = f"write just {name}"
            message = f'"{name}" is a fact: it holds or not, and has no number'
        else:
            hint = or_known(name, scenario.feelings, "declare it under feelings")
            message = f'no feeling is called "{name}"'
        yield Problem(code="SIM131", message=message, hint=hint, path=path, offset=offset)
    if isinstance(part, Holds) and name not in scenario.facts:
        if name in scenario.feelings:
            yield Problem(
                code="SIM132",
                message=f'"{name}" is a feeling: compare it',
                hint=f"{name} >= 3",
                path=path,
                offset=offset,
            )
            return
        hint = did_you_mean(name, (*scenario.facts, *scenario.feelings)) or or_known(
            name, scenario.facts, "declare it under facts"
        )
        yield Problem(code="SIM132", message=f'no fact is called "{name}"', hint=hint, path=path, offset=offset)
