"""SIM401: whatever arrows lead to, some way comes to."""

from collections.abc import Iterator
from typing import Final

from simulator.lint.rule import Finding, Rule
from simulator.lint.structure.shown import SUM_UP, routes, turns
from simulator.lint.subject import Proven


def _check(proven: Proven) -> Iterator[Finding]:
    if not proven.space.exact:
        return
    come_to = proven.space.states.keys() | proven.arriving.keys()
    scenario, leading = proven.scenario, dict(_leading(proven, come_to))
    for name in _arrows_reach(proven):
        if name in come_to:
            continue
        path = ("turns" if name in scenario.turns else "endings", name)
        if name in leading:
            message, hint = f'no way through the conversation comes to "{name}"', leading[name]
            yield Finding(message=message, hint=hint, path=path, at_key=True)
        elif name in scenario.endings:
            message = f'no way through the conversation comes to "{name}", nor to any turn that leads there'
            yield Finding(message=message, hint="mend the first of those turns", path=path, at_key=True)


def _arrows_reach(proven: Proven) -> Iterator[str]:
    """Yield all that arrows lead to from the start, whatever the conditions: what they do not is told by SIM120."""
    seen, ahead = {proven.scenario.start}, [proven.scenario.start]
    while ahead:
        place = ahead.pop()
        yield place
        new = [to for to in _exits(proven, place) if to not in seen]
        seen.update(new)
        ahead.extend(new)


def _exits(proven: Proven, place: str) -> tuple[str, ...]:
    return proven.table.exits(place) if place in proven.scenario.turns else ()


def _leading(proven: Proven, come_to: set[str]) -> Iterator[tuple[str, str]]:
    """Yield what leads from a turn that is come to, by where it leads, and why it never does."""
    for turn_id, turn in proven.scenario.turns.items():
        if turn_id not in come_to:
            continue
        for choice in turn.choices:
            yield choice.to, f'"{choice.id}" at "{turn_id}" leads there, but is never on offer'
        for index, route in enumerate(turn.routes, 1):
            yield route.to, f'route {index} of "{turn_id}" leads there, but is never taken'


NEVER_COME_TO: Final = Rule[Proven](
    code="SIM401",
    law="Some way through the conversation comes to every turn and every ending.",
    why="Words that no rep can ever meet were written for nothing, and an ending that nobody can reach is no outcome. "
    "It is told of the first turns that are cut off and of every ending; what comes only after such a turn comes "
    "back with it.",
    failing=turns(SUM_UP, between=routes("{when: trust >= 4, to: what-now}", "{to: gone}")),
    passing=turns(SUM_UP, between=routes("{when: trust >= 3, to: what-now}", "{to: gone}")),
    check=_check,
)
