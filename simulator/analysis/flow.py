"""What a way of choosing comes to: how probable each ending is, and what is to be expected of each skill.

Probability flows from the start through the choices to the endings. In a circle it is passed on until next to
nothing is left; how much was left is part of the answer, as the bound of its error.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from simulator.analysis.chooser import Chooser, Weights
from simulator.analysis.space import Space
from simulator.domain.ids import SkillId
from simulator.domain.rubric import Level
from simulator.domain.scenario import Choice

NEGLIGIBLE: Final = 1e-12
"""Probability in a circle below which it is not passed on any more."""

MOST_ROUNDS: Final = 10_000
"""Times that a circle is gone through before what is left of it is called unsettled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What is to be expected of one skill in one conversation."""

    moments: float
    """Moments met."""
    handled: float
    """Moments handled well."""
    levels: Mapping[Level, float]
    """Moments answered at each level."""

    @property
    def share(self) -> float:
        """The expected moments handled well as a share of those met; 0 where none is met."""
        return self.handled / self.moments if self.moments else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """What one way of choosing comes to in one scenario."""

    endings: Mapping[str, float]
    """The probability of each ending that can be reached."""
    skills: Mapping[SkillId, Expected]
    choices: float
    """The expected number of choices made."""
    unsettled: float
    """Probability that had not come to an ending: an error bound on each probability here, 0 without circles."""


def flow(space: Space, chooser: Chooser) -> Flow:
    """Let probability flow through the space as the chooser sends it."""
    weights, mass = Weights(chooser, space.table.scenario.turns), _Mass(space)
    levels = {skill: dict.fromkeys(Level, 0.0) for skill in space.table.scenario.skills}
    made = 0.0
    for part in space.parts:
        for turn, state, here in mass.through(part):
            weight = weights.of(turn, mass.offered(turn, state))
            made += here
            first = space.is_first(turn, state)
            for choice_id, probability in weight.items():
                mass.send(turn, state, choice_id, here * probability)
                if first:
                    _note(levels, space.table.scenario.turns[turn].choice(choice_id), here * probability)
    return Flow(
        endings={place: sum(mass.at[place]) for place in space.endings},
        skills={skill: _expected(found) for skill, found in levels.items()},
        choices=made,
        unsettled=mass.unsettled,
    )


def levels_shown(choice: Choice) -> Iterator[tuple[SkillId, Level]]:
    """Yield what a choice shows, by skill."""
    for key, level in choice.shows.items():
        yield SkillId(key.partition(".")[0]), level


class _Mass:
    """How much probability stands at each state."""

    def __init__(self, space: Space) -> None:
        self._space = space
        self.at = {place: [0.0] * len(states) for place, states in space.states.items()}
        self.at[space.table.start.place][0] = 1.0
        self.unsettled = 0.0
        self._ways: dict[str, list[dict[str, tuple[str, int]]]] = {}

    def through(self, part: Sequence[str]) -> Iterator[tuple[str, int, float]]:
        """Yield turn, state and probability to pass on, until all of a part is passed on."""
        turns = [place for place in part if place in self._space.arrows]
        for _ in range(MOST_ROUNDS):
            for turn in turns:
                waiting, self.at[turn] = self.at[turn], [0.0] * len(self.at[turn])
                for state, here in enumerate(waiting):
                    if here:
                        yield turn, state, here
            left = sum(sum(self.at[turn]) for turn in turns)
            if left <= NEGLIGIBLE:
                break
        self.unsettled += sum(sum(self.at[turn]) for turn in turns)
        for turn in turns:
            self._ways.pop(turn, None)

    def offered(self, turn: str, state: int) -> tuple[str, ...]:
        """Name the choices on offer in a state, in the order of the file."""
        return tuple(self._from(turn)[state])

    def send(self, turn: str, state: int, choice: str, probability: float) -> None:
        """Pass probability on along a choice."""
        if probability:
            place, target = self._from(turn)[state][choice]
            self.at[place][target] += probability

    def _from(self, turn: str) -> Sequence[Mapping[str, tuple[str, int]]]:
        """For each state of a turn, where each choice on offer leads."""
        known = self._ways.get(turn)
        if known is None:
            known = self._ways[turn] = [{} for _ in self._space.states[turn]]
            for arrow in self._space.arrows[turn]:
                choice, to = arrow.option.choice.id, arrow.to
                for source, target in zip(arrow.sources, arrow.targets, strict=True):
                    known[source][choice] = (to, target)
        return known


def _note(levels: Mapping[SkillId, dict[Level, float]], choice: Choice, probability: float) -> None:
    for skill, level in levels_shown(choice):
        levels[skill][level] += probability


def _expected(levels: Mapping[Level, float]) -> Expected:
    return Expected(
        moments=sum(levels.values()),
        handled=sum(found for level, found in levels.items() if level.handled_well),
        levels=levels,
    )
