"""SIM406: every part of a condition depends on how the conversation goes."""

from collections.abc import Iterator
from typing import Final

from simulator.conversation.condition import Compare, Holds
from simulator.domain.scenario import Scenario
from simulator.lint.asked import conditions
from simulator.lint.certain import Certain
from simulator.lint.rule import Finding, Rule
from simulator.lint.structure.shown import PROMISE, SUM_UP, turns
from simulator.lint.subject import Proven


def _check(proven: Proven) -> Iterator[Finding]:
    known: dict[str, tuple[Finding, ...]] = {}
    for path, when in conditions(proven.scenario):
        if when not in known:
            known[when] = tuple(_finding(proven, part, truth) for part, truth in proven.certain.parts(when))
        yield from (found.inside(path) for found in known[when])


def _finding(proven: Proven, part: Compare | Holds, truth: bool) -> Finding:  # noqa: FBT001 - the answer itself
    if isinstance(part, Holds):
        message = f'"{part.name}" never holds: nothing that can be said learns it'
        hint = f"add learns: [{part.name}] to a choice, or leave it out here"
    else:
        answer, reach = "always" if truth else "never", _reach(proven.scenario, proven.certain, part.name)
        message = f'"{part.name} {part.operator} {part.number}" {answer} holds: {reach}'
        hint = "compare with another number, or leave it out"
    return Finding(message=message, hint=hint, offset=part.column - 1)


def _reach(scenario: Scenario, certain: Certain, name: str) -> str:
    """Say how far a feeling goes at all."""
    feeling, (low, high) = scenario.feelings[name], certain.reach(name)
    if low == high:
        return f"{name} is always {low}"
    if low != feeling.min:
        return f"{name} starts at {low} and nothing lowers it"
    if high != feeling.max:
        return f"{name} starts at {high} and nothing raises it"
    return f"{name} goes from {low} to {high}"


DECIDED: Final = Rule[Proven](
    code="SIM406",
    law="Every part of a condition can hold and can fail to.",
    why="A comparison that the declared bounds decide already, or a fact that nothing ever learns, is seldom what was "
    "meant: mostly a number or a name is wrong.",
    failing=turns("{when: knows_why and trust <= 5, " + SUM_UP[1:], PROMISE),
    passing=turns("{when: knows_why and trust <= 3, " + SUM_UP[1:], PROMISE),
    check=_check,
)
