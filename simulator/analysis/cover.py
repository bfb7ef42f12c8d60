"""A few paths that together make every choice there is to make.

First, again and again, the path with the most choices not made yet: that is a `most` of what is left. In a circle a
choice could be made over and over, so turns in one are left for later: there, a shortest way to a state that has the
choice on offer, and a shortest way on to an ending. At last, paths that no choice needs are dropped.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from simulator.analysis.extremes import Step, Way, most
from simulator.analysis.space import Space

_Node = tuple[str, int]
"""A place, and the number of a state there."""

_Onward = dict[_Node, tuple[Step, _Node]]
"""For each state, a choice and the state it comes to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """Paths that together make every choice that any path to an ending makes."""

    ways: tuple[Way, ...]
    never: tuple[Step, ...]
    """Choices that are never on offer, or after which no ending can be reached."""


def cover(space: Space) -> Cover:
    """Find a small set of paths with every choice in it; the space has to be exact."""
    turns = space.table.scenario.turns
    left = {Step(name, choice.id): None for name, turn in turns.items() for choice in turn.choices}
    ways: list[Way] = []
    for way in _by_most(space, left):
        ways.append(way)
        for step in way.steps:
            left.pop(step, None)
    for way in _one_by_one(space, left) if left else ():
        ways.append(way)
        for step in way.steps:
            left.pop(step, None)
    return Cover(ways=_needed(ways), never=tuple(left))


def _by_most(space: Space, left: Mapping[Step, None]) -> Iterator[Way]:
    """Yield the path with the most of what is left, as long as there is one; the caller strikes off what it makes."""

    def gain(turn: str, choice: str) -> int:
        return turn not in space.round and Step(turn, choice) in left

    while (way := most(space, gain)) is not None and way.value:
        yield way


def _one_by_one(space: Space, left: Mapping[Step, None]) -> Iterator[Way]:
    """Yield a shortest path through each choice that is left; the caller strikes off what it makes."""
    from_start, to_end = _from_start(space), _to_end(space)
    for step in tuple(left):
        if step in left:
            way = _through(space, step, from_start, to_end)
            if way is not None:
                yield way


def _through(space: Space, step: Step, from_start: _Onward, to_end: _Onward) -> Way | None:
    """Return a path that makes one choice; None where it is never on offer or no ending comes after it."""
    found = (
        ((arrow.to, target), (step.turn, source))
        for arrow in space.arrows.get(step.turn, ())
        if arrow.option.choice.id == step.choice
        for source, target in zip(arrow.sources, arrow.targets, strict=True)
    )
    met = {node: number for number, node in enumerate(from_start)}
    good = [(met.get(before, -1), before, after) for after, before in found if _ends(space, after, to_end)]
    if not good:
        return None
    _, before, after = min(good)
    steps = [*_back(from_start, before), step]
    while after[0] in space.arrows:
        onward, after = to_end[after]
        steps.append(onward)
    return Way(value=len(steps), steps=tuple(steps), ending=after[0])


def _ends(space: Space, node: _Node, to_end: _Onward) -> bool:
    return node[0] not in space.arrows or node in to_end


def _back(from_start: _Onward, node: _Node) -> Sequence[Step]:
    """Return the choices that lead from the start to a state."""
    steps: list[Step] = []
    while node in from_start:
        step, node = from_start[node]
        steps.append(step)
    return steps[::-1]


def _from_start(space: Space) -> _Onward:
    """Return, for each state but the first, the choice before it on a shortest way, nearest states first."""
    leaving: dict[_Node, list[tuple[Step, _Node]]] = {}
    for before, step, after in _arrows(space):
        leaving.setdefault(before, []).append((step, after))
    start = (space.table.start.place, 0)
    return _spread(leaving, [start], {start})


def _to_end(space: Space) -> _Onward:
    """Return, for each state from which an ending can be reached, the first choice of a shortest way."""
    coming: dict[_Node, list[tuple[Step, _Node]]] = {}
    for before, step, after in _arrows(space):
        coming.setdefault(after, []).append((step, before))
    ends = [(place, state) for place in space.endings for state in range(len(space.states[place]))]
    return _spread(coming, ends, set(ends))


def _spread(joined: Mapping[_Node, Sequence[tuple[Step, _Node]]], ahead: list[_Node], known: set[_Node]) -> _Onward:
    """Go on from some states to all that they are joined to, nearest first."""
    found: _Onward = {}
    while ahead:
        later: list[_Node] = []
        for node in ahead:
            for step, other in joined.get(node, ()):
                if other not in known:
                    known.add(other)
                    found[other] = (step, node)
                    later.append(other)
        ahead = later
    return found


def _arrows(space: Space) -> Iterator[tuple[_Node, Step, _Node]]:
    for turn, arrows in space.arrows.items():
        for arrow in arrows:
            step = Step(turn, arrow.option.choice.id)
            for source, target in zip(arrow.sources, arrow.targets, strict=True):
                yield (turn, source), step, (arrow.to, target)


def _needed(ways: Sequence[Way]) -> tuple[Way, ...]:
    """Drop each path, the last first, whose choices the others make as well."""
    made = Counter(step for way in ways for step in set(way.steps))
    kept: list[Way] = []
    for way in reversed(ways):
        steps = set(way.steps)
        if all(made[step] > 1 for step in steps):
            made.subtract(steps)
        else:
            kept.append(way)
    return tuple(reversed(kept))
