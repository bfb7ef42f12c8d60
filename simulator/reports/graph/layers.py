"""How far each place is from the start, and which ways lead back: what every form of the graph stands on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from simulator.reports.graph.views import GraphView, Place

Pair = tuple[str, str]
"""A place, and one that it leads to."""


@dataclass(frozen=True, kw_only=True)
class Layers:
    """The places in layers, as far from the start as the longest way there that never goes back."""

    layer: Mapping[str, int]
    """For each place its layer, from 0."""
    reached: frozenset[str]
    """The places that some way leads to from the start, whatever its conditions."""
    back: frozenset[Pair]
    """Where a way leads back to a place that led here: without these nothing goes round."""
    order: tuple[str, ...]
    """All places as one reads them: layer by layer, and last what no way leads to."""

    def is_back(self, place: str, to: str) -> bool:
        """Tell whether a way leads back."""
        return (place, to) in self.back


def layers_of(view: GraphView) -> Layers:
    """Put the places of a graph in layers."""
    search = _Search(view.by_id)
    search.run(view.start)
    reached = frozenset(search.met)
    for place in view.places:
        search.run(place.id)
    layer = dict.fromkeys(search.met, 0)
    for place_id in reversed(search.left):
        for to in _exits(view.by_id[place_id]):
            if (place_id, to) not in search.back:
                layer[to] = max(layer[to], layer[place_id] + 1)
    order = sorted(search.met, key=lambda name: (name not in reached, layer[name], search.met[name]))
    return Layers(layer=layer, reached=reached, back=frozenset(search.back), order=tuple(order))


@dataclass(slots=True)
class _Search:
    """A depth-first search with a stack of its own: recursion would end at a thousand turns."""

    places: Mapping[str, Place]
    met: dict[str, int] = field(default_factory=dict[str, int])
    """Each place met, and as which."""
    left: list[str] = field(default_factory=list[str])
    """Places in the order in which all that they lead to was done."""
    back: set[Pair] = field(default_factory=set[Pair])

    def run(self, start: str) -> None:
        """Follow everything that can be come to from a place."""
        if start in self.met:
            return
        self.met[start] = len(self.met)
        ahead: list[tuple[str, Iterator[str]]] = [(start, iter(_exits(self.places[start])))]
        open_now = {start}
        while ahead:
            name, rest = ahead[-1]
            to = next(rest, None)
            if to is None:
                ahead.pop()
                open_now.remove(name)
                self.left.append(name)
            elif to in open_now:
                self.back.add((name, to))
            elif to not in self.met:
                self.met[to] = len(self.met)
                open_now.add(to)
                ahead.append((to, iter(_exits(self.places[to]))))


def _exits(place: Place) -> tuple[str, ...]:
    return tuple(dict.fromkeys(way.to for way in place.ways))
