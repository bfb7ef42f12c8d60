"""Boxes and the lanes between them, column by column: the drawing before anything has an order or a place.

A line that passes a column takes a lane there, a narrow slot of its own between the boxes, so no line crosses a
box. Lines to the same place share their lanes: they meet once and arrive together, which keeps the lanes few.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from simulator.reports.graph.boxes import HEAD, Box
from simulator.reports.graph.layers import Layers

LANE: Final = 4.0
"""How high a lane is, in pixels."""


class Slot(NamedTuple):
    """What stands in a column: a box, or a lane towards one."""

    column: int
    place: str
    """The place of the box, or the one that the lane leads to."""
    lane: bool = False
    back: bool = False
    """Whether the lane leads back."""


class Link(NamedTuple):
    """A line between two slots, in neighbouring columns or within one."""

    left: Slot
    left_offset: float
    """Below the top of the left slot, in pixels."""
    right: Slot
    right_offset: float

    @property
    def weight(self) -> int:
        """How much it matters that it is straight: long lines most."""
        return 1 + 2 * self.left.lane + 2 * self.right.lane


@dataclass(frozen=True, kw_only=True)
class Lanes:
    """All columns with what stands in them, and the lines between."""

    boxes: dict[str, Box]
    columns: list[list[Slot]]
    links: list[list[Link]]
    """For each column, the lines between it and the next."""
    turns: list[list[Link]]
    """For each column, the lines that turn round beside it: from a box to a lane back, and from that to a box."""

    def height(self, slot: Slot) -> float:
        """Return how much room a slot takes."""
        return LANE if slot.lane else self.boxes[slot.place].height

    def width(self, column: int) -> float:
        """Return how wide a column is: as its widest box, so that its sides are straight."""
        return max(self.boxes[slot.place].width for slot in self.columns[column] if not slot.lane)


def lanes_of(boxes: dict[str, Box], layers: Layers) -> Lanes:
    """Lay all ways through the columns that they pass."""
    width = 1 + max(layers.layer.values())
    lanes = Lanes(
        boxes=boxes,
        columns=[[] for _ in range(width)],
        links=[[] for _ in range(width)],
        turns=[[] for _ in range(width)],
    )
    known: set[Slot] = set()
    linked: set[Link] = set()
    for name in layers.order:
        lanes.columns[layers.layer[name]].append(Slot(layers.layer[name], name))
    for name in layers.order:
        for link in _links(boxes[name], layers):
            if link in linked:
                continue
            linked.add(link)
            for slot in (link.left, link.right):
                if slot.lane and slot not in known:
                    known.add(slot)
                    lanes.columns[slot.column].append(slot)
            part = lanes.links if link.left.column != link.right.column else lanes.turns
            part[link.left.column].append(link)
    return lanes


def _links(box: Box, layers: Layers) -> Iterator[Link]:
    for row in box.rows:
        here, to = layers.layer[box.place.id], layers.layer[row.way.to]
        if to > here:
            yield from _ahead(Slot(here, box.place.id), row.port, Slot(to, row.way.to))
        else:
            yield from _back(Slot(here, box.place.id), row.port, Slot(to, row.way.to))


def _ahead(start: Slot, port: float, end: Slot) -> Iterator[Link]:
    """Yield the lines of a way that leads on."""
    slot, offset = start, port
    for column in range(start.column + 1, end.column):
        lane = Slot(column, end.place, lane=True)
        yield Link(slot, offset, lane, LANE / 2)
        slot, offset = lane, LANE / 2
    yield Link(slot, offset, end, HEAD / 2)


def _back(start: Slot, port: float, end: Slot) -> Iterator[Link]:
    """Yield the lines of a way that leads back: round into a lane, along it, and round into the box."""
    lanes = [Slot(column, end.place, lane=True, back=True) for column in range(end.column, start.column + 1)]
    yield Link(start, port, lanes[-1], LANE / 2)
    for left, right in pairwise(lanes):
        yield Link(left, LANE / 2, right, LANE / 2)
    yield Link(lanes[0], LANE / 2, end, HEAD / 2)
