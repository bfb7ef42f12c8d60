"""A walk is the author's test: whether the path still comes to what its file says."""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.conversation.machine import Conversation, Position
from simulator.conversation.table import NotOffered
from simulator.domain.ids import SkillId
from simulator.domain.problem import Problem
from simulator.domain.rubric import Level
from simulator.domain.walk import Walk

CODE = "SIM301"
"""A walk that no longer holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Walked:
    """What a list of choices comes to."""

    positions: tuple[Position, ...]
    """Every position from the start, as far as the choices could be made."""
    refused: str | None
    """The first choice that was not on offer."""
    levels: dict[SkillId, tuple[Level, ...]]
    """For each skill, the levels shown at its moments, in the order met."""
    critical: tuple[str, ...]
    """The critical errors met, in order."""

    @property
    def last(self) -> Position:
        """Where it stops."""
        return self.positions[-1]


def walked(conversation: Conversation, choices: tuple[str, ...]) -> Walked:
    """Make the choices one after another, as far as they are on offer."""
    positions = [conversation.start()]
    for choice in choices:
        try:
            positions.append(conversation.choose(positions[-1], choice))
        except NotOffered:
            return _walked(conversation, positions, choice)
    return _walked(conversation, positions, None)


def problems_of(conversation: Conversation, walk: Walk) -> Iterator[Problem]:
    """Yield every way in which a walk does not hold."""
    way = walked(conversation, walk.choices)
    if way.refused is not None:
        yield _refusal(conversation, walk, way)
        return
    place = way.last.state.place
    if place != walk.ending:
        yield _problem(("ending",), f'this walk ends at "{place}", not at "{walk.ending}"', f"write ending: {place}")
    for skill, levels in (walk.shows or {}).items():
        if way.levels.get(skill, ()) != levels:
            found = [int(level) for level in way.levels.get(skill, ())]
            expected = [int(level) for level in levels]
            message = f"this walk shows {skill} at levels {found}, not {expected}"
            yield _problem(("shows", skill), message, f"write {skill}: {found}")
    yield from _state(conversation, walk, way)


def _state(conversation: Conversation, walk: Walk, way: Walked) -> Iterator[Problem]:
    values = conversation.feelings(way.last)
    for name, expected in (walk.feelings or {}).items():
        if values.get(name) != expected:
            message = f"at the end {name} is {values.get(name, 'not declared')}, not {expected}"
            yield _problem(("feelings", name), message, "change the walk, or the effects on its way")
    known = conversation.table.known(way.last.state)
    if walk.facts is not None and set(walk.facts) != set(known):
        found = ", ".join(known) or "none"
        yield _problem(("facts",), f"at the end these facts hold: {found}", f"write facts: [{', '.join(known)}]")
    if walk.critical is not None and walk.critical != way.critical:
        met = ", ".join(way.critical) or "none"
        yield _problem(("critical",), f"this walk meets these critical errors: {met}", "change the walk or the tags")


def _refusal(conversation: Conversation, walk: Walk, way: Walked) -> Problem:
    number = len(way.positions) - 1
    state = way.last.state
    offered = ", ".join(choice.id for choice in conversation.table.offered(state))
    message = f'"{way.refused}" is not on offer at "{state.place}"'
    hint = f"on offer there: {offered}" if offered else f"the conversation has ended there, after {number} choices"
    return _problem(("choices", min(number, len(walk.choices) - 1)), message, hint)


def _walked(conversation: Conversation, positions: list[Position], refused: str | None) -> Walked:
    levels: dict[SkillId, tuple[Level, ...]] = {}
    critical: list[str] = []
    for after in positions[1:]:
        here = after.previous
        assert here is not None, "only the start has no position before it"
        turn = conversation.turn(here)
        assert turn is not None, "choices are made at turns"
        choice = turn.choice(after.choice or "")
        critical += [choice.critical] if choice.critical else []
        if here.visit() == 1:
            for skill in turn.calls_for:
                shown = (level for key, level in choice.shows.items() if key.partition(".")[0] == skill)
                levels[skill] = (*levels.get(skill, ()), *shown)
    return Walked(positions=tuple(positions), refused=refused, levels=levels, critical=tuple(critical))


def _problem(path: tuple[str | int, ...], message: str, hint: str) -> Problem:
    return Problem(code=CODE, message=message, hint=hint, path=path)
