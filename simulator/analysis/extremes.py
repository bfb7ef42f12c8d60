"""The least and the most that a path can come to, with a path that does.

Worked out backwards, from the endings to the start: the best of a state is the best over its choices of what the
choice gains and what is best after it. Of equal paths the one with fewer choices is better, so that following the
best choices always comes to an end. In a circle, values are gone through until they rest; moments count once, so
they do. A count of choices does not where a circle can be gone round for ever: it is then endless.

Where the space is not exact, a turn in a circle cannot be told from itself: it may have been met before. The least
then leaves out what such turns gain, which keeps it a lower bound; the most has no bound that a path could show.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from simulator.analysis.arrow import Arrow
from simulator.analysis.space import Space

Gain = Callable[[str, str], int]
"""What a choice gains at a turn, both by id."""

_ENDLESS: Final = 1 << 80
_UNIT: Final = 1 << 32
"""One unit of gain, with the number of choices counted below it."""


class Step(NamedTuple):
    """One choice on a path."""

    turn: str
    choice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way through the conversation, and what it comes to."""

    value: int
    """The sum of what its choices gain."""
    steps: tuple[Step, ...]
    ending: str


def least(space: Space, gain: Gain) -> Way | None:
    """Return a path to an ending with the least gain, counted at first visits; None where no path ends."""
    unsure = _unsure(space)
    return _Extreme(space, lambda turn, choice: turn not in unsure and gain(turn, choice), once=True, sign=1).path()


def most(space: Space, gain: Gain) -> Way | None:
    """Return a path to an ending with the greatest gain, counted at first visits.

    None where no path ends, or where first visits that gain cannot be told from later ones.
    """
    arrows = ((turn, arrow) for turn in _unsure(space) for arrow in space.arrows.get(turn, ()))
    if any(gain(turn, arrow.option.choice.id) for turn, arrow in arrows):
        return None
    return _Extreme(space, gain, once=True, sign=-1).path()


def shortest(space: Space) -> Way | None:
    """Return a path with the fewest choices; None where no path ends."""
    return _Extreme(space, _one, once=False, sign=1).path()


def longest(space: Space) -> Way | None:
    """Return a path with the most choices; None where no path ends or a circle can be gone round for ever."""
    return None if goes_round(space) else _Extreme(space, _one, once=False, sign=-1).path()


def goes_round(space: Space) -> bool:
    """Tell whether some state can be come to again: then there is no longest path and no number of paths."""
    return any(_goes_round(space, part) for part in space.parts if part[0] in space.round)


def _goes_round(space: Space, part: Sequence[str]) -> bool:
    """Take away states that nothing left leads to, one after another; what cannot be taken away goes round."""
    inside = set(part)
    arrows = [(turn, arrow) for turn in part if turn in space.arrows for arrow in space.arrows[turn]]
    after: dict[tuple[str, int], list[tuple[str, int]]] = {}
    before = {(place, state): 0 for place in part for state in range(len(space.states.get(place, ())))}
    for turn, arrow in arrows:
        if arrow.to in inside:
            for source, target in zip(arrow.sources, arrow.targets, strict=True):
                after.setdefault((turn, source), []).append((arrow.to, target))
                before[arrow.to, target] += 1
    free = [node for node, number in before.items() if number == 0]
    taken = 0
    while free:
        taken += 1
        for node in after.get(free.pop(), ()):
            before[node] -= 1
            if before[node] == 0:
                free.append(node)
    return taken < len(before)


def _unsure(space: Space) -> frozenset[str]:
    """Return the turns whose first visits cannot be told from later ones."""
    return frozenset() if space.exact else space.round


def _one(_turn: str, _choice: str) -> int:
    return 1


class _Extreme:
    """Least values backwards; `sign` is -1 to look for the greatest by the same steps."""

    def __init__(self, space: Space, gain: Gain, *, once: bool, sign: int) -> None:
        self._space, self._gain, self._sign = space, gain, sign
        self._values: dict[str, list[int]] = {
            place: [_ENDLESS if place in space.arrows else 0] * len(states) for place, states in space.states.items()
        }
        self._repeats: dict[str, frozenset[int]] = {
            turn: frozenset(state for state in range(len(space.states[turn])) if not space.is_first(turn, state))
            for turn in (space.round if once else ())
            if turn in space.states
        }

    def path(self) -> Way | None:
        """Work the values out, then follow the best choices from the start."""
        for part in reversed(self._space.parts):
            self._rest([place for place in part if place in self._space.arrows])
        place = self._space.table.start.place
        value = self._values[place][0]
        if value >= _ENDLESS // 2:
            return None
        steps, ending = self._follow(place)
        return Way(value=self._sign * (value // _UNIT), steps=steps, ending=ending)

    def _rest(self, turns: Sequence[str]) -> None:
        """Work out the turns of a part, and those of a circle again until none changes."""
        leading: dict[str, list[str]] = {turn: [] for turn in turns}
        for turn in turns:
            for arrow in self._space.arrows[turn]:
                if arrow.to in leading:
                    leading[arrow.to].append(turn)
        ahead = dict.fromkeys(turns)
        while ahead:
            turn, _ = ahead.popitem()
            if self._update(turn):
                ahead.update(dict.fromkeys(leading[turn]))

    def _update(self, turn: str) -> bool:
        """Take the best over all choices of a turn; tell whether any value changed."""
        best, repeats = [_ENDLESS] * len(self._space.states[turn]), self._repeats.get(turn, ())
        for arrow in self._space.arrows[turn]:
            after, gain = self._values[arrow.to], self._worth(turn, arrow)
            for source, target in zip(arrow.sources, arrow.targets, strict=True):
                value = after[target] + gain
                if repeats and source in repeats:
                    value = after[target] + 1
                if value < best[source]:  # noqa: PLR1730 - min() would take twice the time
                    best[source] = value
        changed = best != self._values[turn]
        self._values[turn] = best
        return changed

    def _worth(self, turn: str, arrow: Arrow) -> int:
        return self._sign * self._gain(turn, arrow.option.choice.id) * _UNIT + 1

    def _follow(self, place: str) -> tuple[tuple[Step, ...], str]:
        """Return the path of the best choices: each leaves exactly the rest of the value."""
        state, steps = 0, list[Step]()
        while place in self._space.arrows:
            arrow, target = next(self._best(place, state))
            steps.append(Step(place, arrow.option.choice.id))
            place, state = arrow.to, target
        return tuple(steps), place

    def _best(self, turn: str, state: int) -> Iterator[tuple[Arrow, int]]:
        again = state in self._repeats.get(turn, ())
        for arrow, target in leaving(self._space, turn, state):
            if self._values[arrow.to][target] + (1 if again else self._worth(turn, arrow)) == self._values[turn][state]:
                yield arrow, target


def leaving(space: Space, turn: str, state: int) -> Iterator[tuple[Arrow, int]]:
    """Yield every arrow that leaves one state, with the state it comes to."""
    for arrow in space.arrows[turn]:
        for source, target in zip(arrow.sources, arrow.targets, strict=True):
            if source == state:
                yield arrow, target
