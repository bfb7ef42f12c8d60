"""Shortest ways from the start to every state at once, for whoever wants to show more than one of them."""

from collections.abc import Iterable, Mapping
from typing import Final

from simulator.analysis.arrow import Arrow
from simulator.analysis.extremes import Step
from simulator.analysis.space import Space

_FAR: Final = 1 << 60


class Ways:
    """How each state is come to with the fewest choices. Worked out forwards; a circle again until it rests."""

    def __init__(self, space: Space) -> None:
        self._choices = {place: [_FAR] * len(states) for place, states in space.states.items()}
        self._before: Mapping[str, dict[int, tuple[str, int, str]]] = {place: {} for place in space.states}
        self._choices[space.table.start.place][0] = 0
        for part in space.parts:
            self._come_through(space, [place for place in part if place in space.arrows])

    def nearest(self, place: str, states: Iterable[int]) -> int:
        """Return which of some states of a place takes the fewest choices."""
        return min(states, key=self._choices[place].__getitem__)

    def choices(self, place: str, state: int) -> int:
        """Return how many choices a state takes."""
        return self._choices[place][state]

    def to(self, place: str, state: int) -> tuple[Step, ...]:
        """Return a shortest way of choices from the start to a state."""
        steps = list[Step]()
        while state in self._before[place]:
            place, state, choice = self._before[place][state]
            steps.append(Step(place, choice))
        return tuple(reversed(steps))

    def _come_through(self, space: Space, turns: Iterable[str]) -> None:
        ahead = dict.fromkeys(turns)
        inside = frozenset(ahead)
        while ahead:
            turn = next(iter(ahead))
            del ahead[turn]
            for arrow in space.arrows[turn]:
                if self._follow(turn, arrow) and arrow.to in inside:
                    ahead[arrow.to] = None

    def _follow(self, turn: str, arrow: Arrow) -> bool:
        """Come along an arrow; tell whether anything is nearer by it than was known."""
        here, there, before = self._choices[turn], self._choices[arrow.to], self._before[arrow.to]
        choice, nearer = arrow.option.choice.id, False
        for source, target in zip(arrow.sources, arrow.targets, strict=True):
            if here[source] + 1 < there[target]:
                there[target], before[target], nearer = here[source] + 1, (turn, source, choice), True
        return nearer
