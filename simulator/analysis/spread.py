"""The exact distribution of what one skill's evidence comes to in one conversation, under a way of choosing.

Probability flows as in `flow`, but apart for each tally of moments met so far. What goes round a circle is left there
in the end: the moments met until then count, as they do of an assessment that somebody leaves.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from simulator.analysis.arrow import Arrow
from simulator.analysis.chooser import Chooser, Weights
from simulator.analysis.flow import levels_shown, rounds_of
from simulator.analysis.space import Space
from simulator.assessment.posterior import Tally
from simulator.domain.ids import SkillId
from simulator.domain.scenario import Choice

NEGLIGIBLE: Final = 1e-12
"""Probability in a circle below which it is not followed any more."""

MOST_ROUNDS: Final = 1_000

MOST_STEPS: Final = 4_000_000
"""Choices, counted for each state and tally, beyond which it is given up: about a second."""

_EACH: Final = 16
"""What following a choice costs for one tally, in states, however few they are."""

Spread = Mapping[Tally, float]
"""For each tally of moments, k handled well of n met, its probability."""

_Layers = dict[Tally, list[float]]
"""For each tally so far, the probability of each state of a place."""


class TooMany(Exception):
    """There are more tallies and states than are followed."""


def spread(space: Space, chooser: Chooser, skill: SkillId) -> Spread:
    """Return the probability of each tally at the end of a conversation; TooMany where it cannot be followed."""
    stream = _Stream(space, Weights(chooser, space.table.scenario.turns), skill)
    for part in space.parts:
        turns = [place for place in part if place in space.arrows]
        for _ in range(rounds_of(space, turns, MOST_ROUNDS)):
            for turn in turns:
                stream.pass_on(turn)
            if stream.left(turns) <= NEGLIGIBLE:
                break
    ended: dict[Tally, float] = {}
    for layers in stream.at.values():
        for tally, masses in layers.items():
            ended[tally] = ended.get(tally, 0.0) + sum(masses)
    return {tally: chance for tally, chance in ended.items() if chance}


class _Stream:
    """How much probability stands where, by tally."""

    def __init__(self, space: Space, weights: Weights, skill: SkillId) -> None:
        self._space, self._weights, self._skill = space, weights, skill
        start = space.table.start.place
        self.at: dict[str, _Layers] = {}
        self._steps = 0
        self._layer(start, Tally(0, 0))[0] = 1.0

    def left(self, turns: Sequence[str]) -> float:
        """Return how much still stands at some turns."""
        return sum(sum(masses) for turn in turns for masses in self.at.get(turn, {}).values())

    def pass_on(self, turn: str) -> None:
        """Send on all that stands at a turn."""
        layers = self.at.pop(turn, {})
        if not layers:
            return
        offers = self._space.offers[turn]
        chances = [self._weights.of(turn, offered) for offered in offers.sets]
        which = offers.which or [0] * len(self._space.states[turn])
        for arrow in self._space.arrows[turn]:
            weights = [chance.get(arrow.option.choice.id, 0.0) for chance in chances]
            if any(weights):
                for tally, waiting in layers.items():
                    self._send(turn, arrow, tally, [mass * weights[n] for mass, n in zip(waiting, which, strict=True)])

    def _send(self, turn: str, arrow: Arrow, tally: Tally, leaving: Sequence[float]) -> None:
        """Send probability along one arrow, and count the moment where it is one."""
        well = _well(arrow.option.choice, self._skill)
        after = tally if well is None else Tally(tally.handled + well, tally.met + 1)
        self._steps += len(leaving) + len(arrow.sources) + _EACH
        if self._steps > MOST_STEPS:
            raise TooMany
        circle = turn in self._space.round
        into: list[float] | None = None
        again: list[float] | None = None
        for source, target in zip(arrow.sources, arrow.targets, strict=True):
            mass = leaving[source]
            # A layer is made only where something comes to it: in a circle there would be more of them each time.
            if mass and circle and not self._space.is_first(turn, source):
                again = again or self._layer(arrow.to, tally)
                again[target] += mass
            elif mass:
                into = into or self._layer(arrow.to, after)
                into[target] += mass

    def _layer(self, place: str, tally: Tally) -> list[float]:
        layers = self.at.setdefault(place, {})
        if tally not in layers:
            layers[tally] = [0.0] * len(self._space.states[place])
        return layers[tally]


def _well(choice: Choice, skill: SkillId) -> bool | None:
    """Tell whether a choice handles a moment of the skill well; None where it is no such moment."""
    return next((level.handled_well for shown, level in levels_shown(choice) if shown == skill), None)
