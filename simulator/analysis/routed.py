"""What comes to the turns that only send on: they are passed through within one step, so no state stands at them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, compress

from simulator.analysis.coding import Coding, Holds
from simulator.analysis.space import Space
from simulator.conversation.table import Effect, Option, Table

Asked = Iterator[tuple[int, Sequence[int], Sequence[bool]]]
"""Position of a condition, the codes that it is asked of, and for each whether it holds."""


def arriving(space: Space) -> Mapping[str, Sequence[int]]:
    """Return for each routing turn that is come to the codes with which it is; nothing where the space is not exact."""
    found: dict[str, set[int]] = {}
    ahead = [_started(space), *_sent(space)] if space.exact else []
    while ahead:
        place, codes = ahead.pop()
        new = codes - found.get(place, set())
        if new and _routes(space.table, place):
            found.setdefault(place, set()).update(new)
            ahead.extend(_sent_on(space, place, sorted(new)))
    return {place: sorted(codes) for place, codes in found.items()}


def first_that_holds(conditions: Iterable[tuple[str | None, Holds | None]], codes: Sequence[int]) -> Asked:
    """Ask conditions one after another, each of what none before it has taken."""
    for index, (_, holds) in enumerate(conditions):
        taken = [True] * len(codes) if holds is None else holds.of(codes)
        yield index, codes, taken
        codes = list(compress(codes, (not yes for yes in taken)))


def _sent_on(space: Space, place: str, codes: Sequence[int]) -> Iterator[tuple[str, set[int]]]:
    tests = space.table.compiled(place).routes
    routes = _routes(space.table, place)
    conditions = (
        (route.when, None if test is None or route.when is None else Holds(route.when, test, space.coding))
        for route, (test, _) in zip(routes, tests, strict=True)
    )
    for index, asked, taken in first_that_holds(conditions, codes):
        yield routes[index].to, set(compress(asked, taken))
