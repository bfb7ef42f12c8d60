"""How high things stand in their columns, so that lines run straight and nothing overlaps.

Each thing wishes to stand level with what it is joined to. In one column, the places nearest to all wishes that
keep order and distance are found exactly, by pooling those that push each other (least squares under an order:
Barlow and Brunk, J. Amer. Statist. Assoc. 67 (1972) 140-147); the columns are gone through back and forth.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from simulator.reports.graph.lanes import Lanes, Link, Slot

_ROUNDS: Final = 12
_BOX_GAP: Final = 26.0
_LANE_GAP: Final = 11.0
_STAY: Final = 0.05
"""How much a thing that is joined to nothing on a side wishes to stay."""

_Wish = tuple[float, float]
"""A top, in pixels, and how much it matters."""


def heights_of(lanes: Lanes, columns: Sequence[Sequence[Slot]]) -> dict[Slot, float]:
    """Return the top of everything, in pixels from the highest."""
    tops = _stacked(lanes, columns)
    numbers = range(len(columns))
    for turn in range(_ROUNDS):
        ahead = turn % 2 == 0
        # At last every column looks to both its sides.
        both = turn >= _ROUNDS - 2
        for number in numbers if ahead else reversed(numbers):
            links = [*lanes.turns[number], *(lanes.links[number - 1] if number and (both or ahead) else ())]
            links += lanes.links[number] if both or not ahead else ()
            tops.update(_settled(lanes, columns[number], _wishes(lanes, links, number, tops), tops))
    highest = min(tops.values())
    return {slot: top - highest for slot, top in tops.items()}


def _stacked(lanes: Lanes, columns: Sequence[Sequence[Slot]]) -> dict[Slot, float]:
    tops: dict[Slot, float] = {}
    for column in columns:
        top, before = 0.0, None
        for slot in column:
            top += _distance(lanes, before, slot) if before else 0
            tops[slot], before = top, slot
    return tops


def _distance(lanes: Lanes, above: Slot, below: Slot) -> float:
    """Return how far the top of one has to be below the top of the other."""
    return lanes.height(above) + (_LANE_GAP if above.lane and below.lane else _BOX_GAP)


def _middle(lanes: Lanes, slot: Slot) -> float:
    # Not where lines leave and arrive: they leave below the middle and arrive above, and all would slide down.
    return lanes.height(slot) / 2


def _wishes(lanes: Lanes, links: Iterable[Link], column: int, tops: Mapping[Slot, float]) -> dict[Slot, list[_Wish]]:
    found: dict[Slot, list[_Wish]] = {}
    for link in links:
        if link.right.column == column:
            top = tops[link.left] + _middle(lanes, link.left) - _middle(lanes, link.right)
            found.setdefault(link.right, []).append((top, link.weight))
        if link.left.column == column:
            top = tops[link.right] + _middle(lanes, link.right) - _middle(lanes, link.left)
            found.setdefault(link.left, []).append((top, link.weight))
    return found


def _settled(
    lanes: Lanes, column: Sequence[Slot], wishes: Mapping[Slot, Sequence[_Wish]], tops: Mapping[Slot, float]
) -> dict[Slot, float]:
    """Return the tops nearest to the wishes that keep the order and the distances."""
    pools: list[tuple[float, float, int]] = []
    shifts: list[float] = []
    for number, slot in enumerate(column):
        shifts.append(shifts[-1] + _distance(lanes, column[number - 1], slot) if number else 0.0)
        wished = [*wishes.get(slot, ()), (tops[slot], _STAY)]
        weight = sum(matters for _, matters in wished)
        mean = sum(top * matters for top, matters in wished) / weight - shifts[-1]
        pools.append((mean, weight, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            pools[-2:] = [_pooled(pools[-2], pools[-1])]
    means = [mean for mean, _, size in pools for _ in range(size)]
    return {slot: mean + shift for slot, mean, shift in zip(column, means, shifts, strict=True)}


def _pooled(first: tuple[float, float, int], second: tuple[float, float, int]) -> tuple[float, float, int]:
    weight = first[1] + second[1]
    return (first[0] * first[1] + second[0] * second[1]) / weight, weight, first[2] + second[2]
