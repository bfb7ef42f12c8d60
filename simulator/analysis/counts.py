"""How many paths there are, and what can never come to an end."""

from collections.abc import Iterator, Mapping, Sequence

from simulator.analysis.extremes import Step, goes_round
from simulator.analysis.space import Space

_Node = tuple[str, int]
"""A state: its place, and its number there."""

_Leading = dict[_Node, list[tuple[_Node, Step]]]
"""For each state, those just before it, and the choice between."""


def number_of_paths(space: Space) -> int | None:
    """Count the paths from the start to an ending; None where a circle makes them endless."""
    if goes_round(space):
        return None
    counts: dict[str, list[int]] = {
        place: [0 if place in space.arrows else 1] * len(states) for place, states in space.states.items()
    }
    for part in reversed(space.parts):
        turns = [place for place in part if place in space.arrows]
        changed = True
        while changed:
            # Without a circle of states, the turns of a part rest after as many rounds as its longest way.
            fresh = {turn: _counted(space, turn, counts) for turn in turns}
            changed = len(turns) > 1 and any(fresh[turn] != counts[turn] for turn in turns)
            changed = changed or (len(turns) == 1 and turns[0] in space.round and fresh[turns[0]] != counts[turns[0]])
            counts.update(fresh)
    return counts[space.table.start.place][0]


def way_to(space: Space, place: str, state: int = 0) -> tuple[Step, ...]:
    """Return a shortest way of choices from the start to a state of a place that can be reached."""
    start, leading = (space.table.start.place, 0), _leading(space)
    on: dict[_Node, tuple[_Node, Step]] = {}
    ahead = [(place, state)]
    while start not in on and start not in ahead:
        ahead = [node for later in ahead for node in _before(later, leading, on)]
    steps, node = list[Step](), start
    while node != (place, state):
        node, step = on[node]
        steps.append(step)
    return tuple(steps)


def stuck(space: Space) -> Sequence[tuple[str, int]]:
    """Return the states of turns in which the rep has nothing to say."""
    found: list[tuple[str, int]] = []
    for turn, arrows in space.arrows.items():
        left = set(range(len(space.states[turn])))
        for arrow in arrows:
            left.difference_update(arrow.sources)
        found += [(turn, state) for state in sorted(left)]
    return found


def without_end(space: Space) -> Sequence[tuple[str, int]]:
    """Return the states from which no ending can be reached, though something can be said in them."""
    leading = _leading(space)
    good = {(place, state) for place in space.endings for state in range(len(space.states[place]))}
    ahead = list(good)
    while ahead:
        for node, _ in leading.get(ahead.pop(), ()):
            if node not in good:
                good.add(node)
                ahead.append(node)
    caught = set(stuck(space))
    every = ((turn, state) for turn in space.arrows for state in range(len(space.states[turn])))
    return [node for node in every if node not in good and node not in caught]


def _counted(space: Space, turn: str, counts: Mapping[str, Sequence[int]]) -> list[int]:
    totals = [0] * len(space.states[turn])
    for arrow in space.arrows[turn]:
        after = counts[arrow.to]
        for source, target in zip(arrow.sources, arrow.targets, strict=True):
            totals[source] += after[target]
    return totals


def _leading(space: Space) -> _Leading:
    leading: _Leading = {}
    for turn, arrows in space.arrows.items():
        for arrow in arrows:
            step = Step(turn, arrow.option.choice.id)
            for source, target in zip(arrow.sources, arrow.targets, strict=True):
                leading.setdefault((arrow.to, target), []).append(((turn, source), step))
    return leading


def _before(later: _Node, leading: _Leading, on: dict[_Node, tuple[_Node, Step]]) -> Iterator[_Node]:
    """Yield the states just before one that have not been met yet, and note how they lead on."""
    for node, step in leading.get(later, ()):
        if node not in on:
            on[node] = (later, step)
            yield node
