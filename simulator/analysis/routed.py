"""What comes to the turns that only send on: they are passed through within one step, so no state stands at them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress

from simulator.analysis.arrow import Arrow
from simulator.analysis.coding import Coding, Holds
from simulator.analysis.space import Space
from simulator.conversation.table import Test


class Conditions:
    """The conditions of one scenario, each made once however often it is written."""

    def __init__(self, coding: Coding) -> None:
        self._coding = coding
        self._known: dict[str, Holds] = {}

    def of(self, when: str | None, test: Test | None) -> Holds | None:
        """Return the condition; None where there is none."""
        if when is None or test is None:
            return None
        holds = self._known.get(when)
        if holds is None:
            holds = self._known[when] = Holds(when, test, self._coding)
        return holds


def first_that_holds(
    conditions: Iterable[Holds | None], codes: Sequence[int]
) -> Iterator[tuple[Sequence[int], Sequence[bool]]]:
    """Yield for each condition the codes that none before it has taken, and whether it takes them."""
    for holds in conditions:
        taken = [True] * len(codes) if holds is None else holds.of(codes)
        yield codes, taken
        codes = list(compress(codes, [not yes for yes in taken]))


def arriving(space: Space) -> Mapping[str, Sequence[int]]:
    """Return for each routing turn that is come to the codes with which it is; none where the space is not exact."""
    conditions, found = Conditions(space.coding), dict[str, set[int]]()
    ahead = [_started(space), *_sent(space)] if space.exact else []
    while ahead:
        place, codes = ahead.pop()
        new = codes - found.get(place, set())
        if new and place in space.table.scenario.turns and space.table.compiled(place).routes:
            found.setdefault(place, set()).update(new)
            ahead.extend(_sent_on(space, conditions, place, sorted(new)))
    return {place: sorted(codes) for place, codes in found.items()}


def route_conditions(space: Space, conditions: Conditions, turn: str) -> Iterator[Holds | None]:
    """Yield the condition of each route of a turn."""
    compiled = space.table.compiled(turn)
    for route, (test, _) in zip(compiled.turn.routes, compiled.routes, strict=True):
        yield conditions.of(route.when, test)


def _started(space: Space) -> tuple[str, set[int]]:
    return space.table.scenario.start, {space.coding.code(space.table.start.feelings, 0)}


def _sent(space: Space) -> Iterator[tuple[str, set[int]]]:
    """Yield for each choice that leads to routes what it brings there."""
    for turn, arrows in space.arrows.items():
        for arrow in arrows:
            if arrow.option.routed:
                yield arrow.option.to, _brought(arrow, space.states[turn], space.coding)


def _brought(arrow: Arrow, states: Sequence[int], coding: Coding) -> set[int]:
    """Return the codes after a choice, without the visits that no condition asks about."""
    size, kept, learns = coding.size, coding.known_facts, arrow.option.learns
    codes = [states[source] for source in arrow.sources]
    moved = {mix: _moved(mix, arrow, coding) for mix in {code % size for code in codes}}
    return {(kept(code) | learns) * size + moved[code % size] for code in codes}


def _moved(mix: int, arrow: Arrow, coding: Coding) -> int:
    values = list(coding.feelings(mix))
    for index, move, low, high in arrow.option.effects:
        values[index] = min(max(values[index] + move, low), high)
    return coding.code(values, 0)


def _sent_on(space: Space, conditions: Conditions, place: str, codes: Sequence[int]) -> Iterator[tuple[str, set[int]]]:
    split = first_that_holds(route_conditions(space, conditions, place), codes)
    for (_, to), (asked, taken) in zip(space.table.compiled(place).routes, split, strict=True):
        yield to, set(compress(asked, taken))
