"""What a way of choosing comes to: how probable each ending is, and what is to be expected of each skill.

Probability flows from the start through the choices to the endings. In a circle it is passed on until next to
nothing is left; how much was left is part of the answer, as the bound of its error.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from simulator.analysis.arrow import Arrow
from simulator.analysis.chooser import Chooser, Weights
from simulator.analysis.space import Space
from simulator.domain.ids import SkillId
from simulator.domain.rubric import Level
from simulator.domain.scenario import Choice

NEGLIGIBLE: Final = 1e-12
"""Probability in a circle below which it is not passed on any more."""

MOST_ROUNDS: Final = 10_000
"""Times that a circle is gone through before what is left of it is called unsettled."""

MOST_STEPS: Final = 2_000_000
"""Choices, counted for each state, that are passed along in one circle before that: a large one is left sooner."""


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
    stream = _Stream(space, Weights(chooser, space.table.scenario.turns))
    for part in space.parts:
        stream.through(part)
    return Flow(
        endings={place: sum(stream.at[place]) for place in space.endings},
        skills={skill: _expected(found) for skill, found in stream.levels.items()},
        choices=stream.choices,
        unsettled=stream.unsettled,
    )


def rounds_of(space: Space, turns: Sequence[str], most: int) -> int:
    """Return how often some turns in a circle may be gone through: each time costs their states times choices."""
    steps = sum(len(arrow.sources) for turn in turns for arrow in space.arrows[turn])
    return max(1, min(most, MOST_STEPS // max(1, steps)))


def levels_shown(choice: Choice) -> Iterator[tuple[SkillId, Level]]:
    """Yield what a choice shows, by skill."""
    for key, level in choice.shows.items():
        yield SkillId(key.partition(".")[0]), level


class _Stream:
    """How much probability stands at each state, and what has come of it so far."""

    def __init__(self, space: Space, weights: Weights) -> None:
        self._space, self._weights = space, weights
        self.at = {place: [0.0] * len(states) for place, states in space.states.items()}
        self.at[space.table.start.place][0] = 1.0
        self.levels = {skill: dict.fromkeys(Level, 0.0) for skill in space.table.scenario.skills}
        self.choices = self.unsettled = 0.0

    def through(self, part: Sequence[str]) -> None:
        """Pass on all that stands at a part; in a circle, again and again until next to nothing is left."""
        turns = [place for place in part if place in self._space.arrows]
        left = 0.0
        for _ in range(rounds_of(self._space, turns, MOST_ROUNDS)):
            for turn in turns:
                self._pass_on(turn)
            left = sum(sum(self.at[turn]) for turn in turns)
            if left <= NEGLIGIBLE:
                break
        self.unsettled += left

    def _pass_on(self, turn: str) -> None:
        """Send what stands at a turn along its choices."""
        waiting = self.at[turn]
        total = sum(waiting)
        if not total:
            return
        self.at[turn] = [0.0] * len(waiting)
        self.choices += total
        offers = self._space.offers[turn]
        chances = [self._weights.of(turn, offered) for offered in offers.sets]
        for arrow in self._space.arrows[turn]:
            choice = arrow.option.choice
            weights = [chance.get(choice.id, 0.0) for chance in chances]
            if any(weights):
                sent = self._sent(turn, arrow, waiting, _by_state(weights, offers.which, len(waiting)))
                _note(self.levels, choice, sent)

    def _sent(self, turn: str, arrow: Arrow, waiting: Sequence[float], weights: Sequence[float]) -> float:
        """Send probability along one arrow; return how much of it left a first visit."""
        there, pairs = self.at[arrow.to], zip(arrow.sources, arrow.targets, strict=True)
        if turn in self._space.round:
            first = 0.0
            for source, target in pairs:
                mass = waiting[source] * weights[source]
                there[target] += mass
                if mass and self._space.is_first(turn, source):
                    first += mass
            return first
        sent = 0.0
        for source, target in pairs:
            mass = waiting[source] * weights[source]
            there[target] += mass
            sent += mass
        return sent


def _by_state(weights: list[float], which: Sequence[int] | None, states: int) -> Sequence[float]:
    return weights * states if which is None else [weights[number] for number in which]


def _note(levels: Mapping[SkillId, dict[Level, float]], choice: Choice, probability: float) -> None:
    for skill, level in levels_shown(choice):
        levels[skill][level] += probability


def _expected(levels: Mapping[Level, float]) -> Expected:
    return Expected(
        moments=sum(levels.values()),
        handled=sum(found for level, found in levels.items() if level.handled_well),
        levels=levels,
    )
