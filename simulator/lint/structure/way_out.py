"""From where an ending can still be reached."""

from collections.abc import Collection, Mapping

from simulator.analysis.arrow import Arrow
from simulator.analysis.space import Space
from simulator.lint.structure.silent import silent

_Node = tuple[str, int]
"""A turn, and the number of a state of it."""

_Out = dict[str, set[int]]
"""For each turn the states from which the conversation surely gets out."""


def never_out(space: Space) -> Mapping[str, list[int]]:
    """Return by turn the states from which no ending can be reached, nor any silence, which is told elsewhere.

    Whole turns first, backwards from the endings: nearly always that is all of them. Only what is left is looked at
    state by state.
    """
    out: _Out = {turn: set(states) for turn, states in silent(space).items()}
    left = _left(space, out)
    good = {(turn, state) for turn in left for state in out.get(turn, ())}
    leading, ahead = _leading(space, left), list(good)
    while ahead:
        new = [node for node in leading.get(ahead.pop(), ()) if node not in good]
        good.update(new)
        ahead.extend(new)
    states = {turn: [state for state in range(len(space.states[turn])) if (turn, state) not in good] for turn in left}
    return {turn: caught for turn, caught in states.items() if caught}


def _left(space: Space, out: _Out) -> Collection[str]:
    """Take away the turns from every state of which something leads out, and note what is known of the others."""
    before: dict[str, list[tuple[str, Arrow]]] = {}
    for turn, arrows in space.arrows.items():
        for arrow in arrows:
            before.setdefault(arrow.to, []).append((turn, arrow))
    left = {turn: len(space.states[turn]) for turn in space.arrows}
    ahead = list(space.endings)
    while ahead:
        for turn, arrow in before.get(ahead.pop(), ()):
            if turn in left and _covers(out, turn, arrow, left[turn]):
                ahead.append(turn)
                del left[turn]
    return left


def _covers(out: _Out, turn: str, arrow: Arrow, states: int) -> bool:
    """Note that an arrow leads out; tell whether every state of its turn is now known to."""
    if len(arrow.sources) == states:
        return True
    known = out.setdefault(turn, set())
    known.update(arrow.sources)
    return len(known) == states


def _leading(space: Space, left: Collection[str]) -> Mapping[_Node, list[_Node]]:
    leading: dict[_Node, list[_Node]] = {}
    for turn in left:
        for arrow in space.arrows[turn]:
            if arrow.to in left:
                for source, target in zip(arrow.sources, arrow.targets, strict=True):
                    leading.setdefault((arrow.to, target), []).append((turn, source))
    return leading
