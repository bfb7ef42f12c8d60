"""SIM301: a walk is the author's test."""

from collections.abc import Iterator
from typing import Final

from simulator.conversation.machine import Conversation
from simulator.domain.problem import Severity
from simulator.domain.walk import Walk
from simulator.lint.rule import Example, Finding, Rule
from simulator.lint.subject import Proven
from simulator.lint.walked import Walked, walked

_FILE: Final = "scenarios/sample/walks/best.yaml"


def _check(proven: Proven) -> Iterator[Finding]:
    for name, walk in proven.walks:
        file = f"scenarios/{proven.scenario.id}/walks/{name}.yaml"
        for path, message, hint in _broken(proven.conversation, walk):
            yield Finding(message=message, hint=hint, path=path, file=file)


_Broken = tuple[tuple[str | int, ...], str, str]
"""Where in the walk's file, what is wrong, what to do."""


def _broken(conversation: Conversation, walk: Walk) -> Iterator[_Broken]:
    way = walked(conversation, walk.choices)
    if way.refused is not None:
        yield _refusal(conversation, walk, way)
        return
    place = way.last.state.place
    if place != walk.ending:
        yield ("ending",), f'this walk ends at "{place}", not at "{walk.ending}"', f"write ending: {place}"
    for skill, levels in (walk.shows or {}).items():
        if way.levels.get(skill, ()) != levels:
            found = [int(level) for level in way.levels.get(skill, ())]
            expected = [int(level) for level in levels]
            message = f"this walk shows {skill} at levels {found}, not {expected}"
            yield ("shows", skill), message, f"write {skill}: {found}"
    yield from _state(conversation, walk, way)


def _state(conversation: Conversation, walk: Walk, way: Walked) -> Iterator[_Broken]:
    values = conversation.feelings(way.last)
    for name, expected in (walk.feelings or {}).items():
        if values.get(name) != expected:
            message = f"at the end {name} is {values.get(name, 'not declared')}, not {expected}"
            yield ("feelings", name), message, "change the walk, or the effects on its way"
    known = conversation.table.known(way.last.state)
    if walk.facts is not None and set(walk.facts) != set(known):
        found = ", ".join(known) or "none"
        yield ("facts",), f"at the end these facts hold: {found}", f"write facts: [{', '.join(known)}]"
    if walk.critical is not None and walk.critical != way.critical:
        met = ", ".join(way.critical) or "none"
        yield ("critical",), f"this walk meets these critical errors: {met}", "change the walk or the tags"


def _refusal(conversation: Conversation, walk: Walk, way: Walked) -> _Broken:
    number = len(way.positions) - 1
    state = way.last.state
    offered = ", ".join(choice.id for choice in conversation.table.offered(state))
    message = f'"{way.refused}" is not on offer at "{state.place}"'
    hint = f"on offer there: {offered}" if offered else f"the conversation has ended there, after {number} choices"
    return ("choices", min(number, len(walk.choices) - 1)), message, hint


WALK_HOLDS: Final = Rule[Proven](
    code="SIM301",
    law="Every walk comes to the ending, the levels and the state that its file says.",
    why="A walk is the author's test: where it does not hold, the conversation is not what was meant.",
    failing=Example(files={_FILE: "choices: [name-it, promise]\nending: calm\n"}),
    passing=Example(files={_FILE: "choices: [name-it, promise]\nending: gone\n"}),
    severity=Severity.ERROR,
    check=_check,
)
