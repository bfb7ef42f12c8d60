"""One simulated rep in one conversation of the library: turn by turn, as far as its ending."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from random import Random
from typing import Final, NamedTuple

from simulator.analysis.chooser import Chooser
from simulator.analysis.simulation.world import World
from simulator.conversation.table import State, Table
from simulator.domain.ids import SkillId
from simulator.domain.rubric import Level
from simulator.domain.scenario import Choice, Turn

MOST_CHOICES: Final = 200
"""Choices after which a simulated conversation that goes round is left: what was met until then counts."""

_MISMATCH: Final = 10
"""How much worse a choice on the wrong side of "handled well" is than one a level off."""


class Met(NamedTuple):
    """One moment."""

    skill: SkillId
    level: Level
    offered: frozenset[Level]
    """The levels on offer there: where only one side has two of them, the other tells no more than its side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One conversation, held."""

    moments: tuple[Met, ...]
    critical: tuple[str, ...]
    """Critical errors met."""


class _Option(NamedTuple):
    choice: Choice
    levels: tuple[Level, ...]
    """Aligned with the skills that the turn calls for."""


_Chooses = Callable[[Turn, str, Sequence[_Option]], _Option]
"""Turn, its id, and what is on offer → what is said."""


class Stage:
    """One scenario of the library, prepared for many simulated conversations."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.skills = table.scenario.skills
        self._options: dict[tuple[str, tuple[str, ...]], tuple[_Option, ...]] = {}

    def options(self, turn: Turn, state: State) -> tuple[_Option, ...]:
        """Return what is on offer in a state, with its levels."""
        offered = self.table.offered(state)
        key = (state.place, tuple(choice.id for choice in offered))
        known = self._options.get(key)
        if known is None:
            known = tuple(_Option(choice, _levels(turn, choice)) for choice in offered)
            self._options[key] = known
        return known


def hold(stage: Stage, skills: Mapping[SkillId, float], world: World, draw: Random, known: set[str]) -> Held:
    """Hold one conversation with these skills on the logit scale.

    `known` holds the moments met before and gains those met now: they may be answered from memory.
    """
    with_customer = draw.gauss(0, world.rep_and_customer) + draw.gauss(0, world.customer)
    here = {
        skill: value + with_customer + draw.gauss(0, world.rep_customer_and_skill) for skill, value in skills.items()
    }

    def choose(turn: Turn, place: str, options: Sequence[_Option]) -> _Option:
        if not turn.calls_for:
            return draw.choice(options)
        if place in known and draw.random() < world.memory:
            return max(options, key=lambda option: sum(option.levels))
        wanted = tuple(_wanted(here[skill] + draw.gauss(0, world.moment), world, draw) for skill in turn.calls_for)
        return _nearest(options, wanted, draw)

    return _held(stage, choose, known)


def hold_blindly(stage: Stage, chooser: Chooser, draw: Random) -> Held:
    """Hold one conversation as a blind way of choosing does."""

    def choose(turn: Turn, _place: str, options: Sequence[_Option]) -> _Option:
        return draw.choices(options, chooser(turn, [option.choice for option in options]))[0]

    return _held(stage, choose, set())


def _held(stage: Stage, choose: _Chooses, known: set[str]) -> Held:
    state, table = stage.table.start, stage.table
    moments: list[Met] = []
    critical: list[str] = []
    visited: set[str] = set()
    for _ in range(MOST_CHOICES):
        turn = table.turn(state)
        options = stage.options(turn, state) if turn else ()
        if turn is None or not options:
            break
        taken = choose(turn, state.place, options)
        if state.place not in visited:
            visited.add(state.place)
            offered = [frozenset(levels) for levels in zip(*(option.levels for option in options), strict=True)]
            moments += map(Met, turn.calls_for, taken.levels, offered)
        if taken.choice.critical:
            critical.append(taken.choice.critical)
        state = table.after(state, taken.choice.id)
    known |= visited
    return Held(moments=tuple(moments), critical=tuple(critical))


def _wanted(skill: float, world: World, draw: Random) -> Level:
    """Draw the level that an answer would have: a logistic threshold, so that levels 2 and 3 come at the true share."""
    chance = draw.random() or 0.5  # nothing has no logarithm
    seen = skill + log(chance / (1 - chance))
    if seen >= 0:
        return Level.EXEMPLARY if seen >= world.exemplary else Level.EFFECTIVE
    return Level.MISSED if seen >= -world.harmful else Level.HARMFUL


def _nearest(options: Sequence[_Option], wanted: tuple[Level, ...], draw: Random) -> _Option:
    costs = [sum(map(_distance, option.levels, wanted)) for option in options]
    least = min(costs)
    return draw.choice([option for option, cost in zip(options, costs, strict=True) if cost == least])


def _distance(level: Level, wanted: Level) -> int:
    return abs(level - wanted) + _MISMATCH * (level.handled_well != wanted.handled_well)


def _levels(turn: Turn, choice: Choice) -> tuple[Level, ...]:
    shown = {key.partition(".")[0]: level for key, level in choice.shows.items()}
    return tuple(shown[skill] for skill in turn.calls_for)
