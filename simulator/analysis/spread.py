"""The exact distribution of what one skill's evidence comes to in one conversation, under a way of choosing."""

from collections.abc import Mapping
from typing import Final

from simulator.analysis.chooser import Chooser, Weights
from simulator.analysis.flow import levels_shown
from simulator.analysis.space import Space
from simulator.assessment.posterior import Tally
from simulator.domain.ids import SkillId
from simulator.domain.scenario import Choice

NEGLIGIBLE: Final = 1e-12
"""Probability in a circle below which it is not followed any more."""

MOST_ROUNDS: Final = 1_000

Spread = Mapping[Tally, float]
"""For each tally of moments, k handled well of n met, its probability."""

_Tallies = dict[Tally, float]


def spread(space: Space, chooser: Chooser, skill: SkillId) -> Spread:
    """Return the probability of each tally at the end of a conversation."""
    weights = Weights(chooser, space.table.scenario.turns)
    at: dict[str, dict[int, _Tallies]] = {space.table.start.place: {0: {Tally(0, 0): 1.0}}}
    for part in space.parts:
        turns = [place for place in part if place in space.arrows]
        for _ in range(MOST_ROUNDS if any(turn in space.round for turn in turns) else 1):
            for turn in turns:
                _pass_on(space, weights, turn, skill, at)
            if sum(_mass(at.get(turn, {})) for turn in turns) <= NEGLIGIBLE:
                break
    ended: _Tallies = {}
    for place in space.endings:
        for tallies in at.get(place, {}).values():
            _add(ended, tallies, 1.0, None)
    return ended


def _pass_on(space: Space, weights: Weights, turn: str, skill: SkillId, at: dict[str, dict[int, _Tallies]]) -> None:
    """Pass on all that stands at a turn."""
    waiting = at.pop(turn, {})
    ways = _ways(space, turn, waiting)
    for state, tallies in waiting.items():
        first = space.is_first(turn, state)
        weight = weights.of(turn, tuple(ways[state]))
        for choice_id, (choice, place, target) in ways[state].items():
            probability = weight[choice_id]
            if probability:
                into = at.setdefault(place, {}).setdefault(target, {})
                _add(into, tallies, probability, _well(choice, skill) if first else None)


def _ways(space: Space, turn: str, waiting: Mapping[int, _Tallies]) -> Mapping[int, dict[str, tuple[Choice, str, int]]]:
    """For each state that something stands at, where each choice on offer leads, in the order of the file."""
    ways: dict[int, dict[str, tuple[Choice, str, int]]] = {state: {} for state in waiting}
    for arrow in space.arrows[turn]:
        for source, target in zip(arrow.sources, arrow.targets, strict=True):
            if source in ways:
                ways[source][arrow.option.choice.id] = (arrow.option.choice, arrow.to, target)
    return ways


def _well(choice: Choice, skill: SkillId) -> bool | None:
    """Tell whether a choice handles a moment of the skill well; None where it is no such moment."""
    return next((level.handled_well for shown, level in levels_shown(choice) if shown == skill), None)


def _add(into: _Tallies, tallies: Mapping[Tally, float], probability: float, well: bool | None) -> None:  # noqa: FBT001 - three answers, not a switch
    for tally, mass in tallies.items():
        after = tally if well is None else Tally(tally.handled + well, tally.met + 1)
        into[after] = into.get(after, 0.0) + mass * probability


def _mass(states: Mapping[int, _Tallies]) -> float:
    return sum(sum(tallies.values()) for tallies in states.values())
