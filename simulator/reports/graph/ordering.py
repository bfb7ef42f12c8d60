"""In which order things stand in their columns, so that few lines cross.

Barycentre sweeps: a thing moves to the mean place of what it is joined to in the column before, then of the column
after, and again; the order with the fewest crossings is kept. Source: Sugiyama, Tagawa, Toda, "Methods for visual
understanding of hierarchical system structures", IEEE Trans. SMC 11 (1981) 109-125.
"""

from bisect import bisect_right, insort
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from simulator.reports.graph.lanes import Lanes, Link, Slot

_SWEEPS: Final = 14


def ordered(lanes: Lanes) -> list[list[Slot]]:
    """Return the columns in a good order."""
    columns = [list(column) for column in lanes.columns]
    best, fewest = columns, _crossings(lanes, columns)
    for sweep in range(_SWEEPS):
        columns = _swept(lanes, columns, ahead=sweep % 2 == 0)
        crossings = _crossings(lanes, columns)
        if crossings < fewest:
            best, fewest = columns, crossings
        if not fewest:
            break
    return best


def _swept(lanes: Lanes, columns: Sequence[Sequence[Slot]], *, ahead: bool) -> list[list[Slot]]:
    """Order each column by its neighbours on one side."""
    after = [list(column) for column in columns]
    numbers = range(len(after)) if ahead else range(len(after) - 1, -1, -1)
    for number in numbers:
        beside = number - 1 if ahead else number + 1
        found: dict[Slot, list[float]] = {}
        if 0 <= beside < len(after):
            places = _places(after[beside])
            for link in lanes.links[min(number, beside)]:
                own, other, offset = (
                    (link.right, link.left, link.left_offset) if ahead else (link.left, link.right, link.right_offset)
                )
                found.setdefault(own, []).append(_at(lanes, places, other, offset))
        here = _places(after[number])
        for link in lanes.turns[number]:
            for own, other in ((link.left, link.right), (link.right, link.left)):
                if own.lane:
                    found.setdefault(own, []).append(here[other])
        after[number] = _by_mean(after[number], found, here)
    return after


def _by_mean(column: Sequence[Slot], found: Mapping[Slot, Sequence[float]], here: Mapping[Slot, float]) -> list[Slot]:
    size = max(len(column), 1)
    means = {slot: sum(places) / len(places) for slot, places in found.items() if places}
    # What is joined to nothing on this side keeps its share of the column.
    spread = max((*means.values(), 1.0)) / size
    return sorted(column, key=lambda slot: means.get(slot, here[slot] * spread))


def _places(column: Iterable[Slot]) -> dict[Slot, float]:
    """Return the number of each slot in its column."""
    return {slot: float(number) for number, slot in enumerate(column)}


def _at(lanes: Lanes, places: Mapping[Slot, float], slot: Slot, offset: float) -> float:
    """Return where a line meets a column, counted in slots: its place within a box counts."""
    return places[slot] + offset / (lanes.height(slot) + 1)


def _crossings(lanes: Lanes, columns: Sequence[Sequence[Slot]]) -> int:
    """Count how often two lines cross."""
    found = 0
    for number in range(len(columns) - 1):
        left, right = _places(columns[number]), _places(columns[number + 1])
        found += _inversions(_ends(lanes, lanes.links[number], left, right))
    return found


def _ends(lanes: Lanes, links: Iterable[Link], left: Mapping[Slot, float], right: Mapping[Slot, float]) -> list[float]:
    ends = sorted(
        (_at(lanes, left, link.left, link.left_offset), _at(lanes, right, link.right, link.right_offset))
        for link in links
    )
    return [end for _, end in ends]


def _inversions(ends: Sequence[float]) -> int:
    met: list[float] = []
    found = 0
    for end in ends:
        found += len(met) - bisect_right(met, end)
        insort(met, end)
    return found
