"""Turns in an order in which everything comes after what leads to it; turns in a circle stay together."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field


@dataclass(slots=True)
class _Search:
    """The state of one depth-first search."""

    index: dict[str, int] = field(default_factory=dict[str, int])
    low: dict[str, int] = field(default_factory=dict[str, int])
    stack: list[str] = field(default_factory=list[str])
    on_stack: set[str] = field(default_factory=set[str])
    found: list[tuple[str, ...]] = field(default_factory=list[tuple[str, ...]])

    def enter(self, name: str) -> None:
        """Come to a name for the first time."""
        self.index[name] = self.low[name] = len(self.index)
        self.stack.append(name)
        self.on_stack.add(name)

    def close(self, name: str) -> None:
        """Leave a name; where it is the first of its circle, take the circle off the stack."""
        if self.low[name] != self.index[name]:
            return
        # From the end: a long conversation in a row has all of its turns on the stack.
        start = len(self.stack) - 1
        while self.stack[start] != name:
            start -= 1
        circle = tuple(self.stack[start:])
        del self.stack[start:]
        self.on_stack.difference_update(circle)
        self.found.append(circle)


def components(start: str, after: Callable[[str], Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    """Return the strongly connected components that can be reached, from the start on.

    Tarjan's algorithm (SIAM J. Comput. 1 (1972) 146-160) with a stack of its own: recursion would end at a
    thousand turns. It closes components from the far end, so the result is reversed.
    """
    search = _Search()
    search.enter(start)
    ahead: list[tuple[str, Iterator[str]]] = [(start, iter(after(start)))]
    while ahead:
        name, rest = ahead[-1]
        to = next(rest, None)
        if to is None:
            ahead.pop()
            search.close(name)
            if ahead:
                above = ahead[-1][0]
                search.low[above] = min(search.low[above], search.low[name])
        elif to not in search.index:
            search.enter(to)
            ahead.append((to, iter(after(to))))
        elif to in search.on_stack:
            search.low[name] = min(search.low[name], search.index[to])
    return tuple(reversed(search.found))
