"""The lines of the drawing: smooth between the columns, level where they pass one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from simulator.reports.graph.boxes import HEAD
from simulator.reports.graph.lanes import LANE, Lanes, Link, Slot
from simulator.reports.graph.style import LINES
from simulator.reports.graph.xml import Element, number


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where everything stands, in pixels."""

    lanes: Lanes
    lefts: Sequence[float]
    """The left side of each column."""
    widths: Sequence[float]
    tops: Mapping[Slot, float]
    colours: Mapping[str, int]
    """For each place, the colour of the lines that lead to it."""

    def right(self, slot: Slot) -> float:
        """Return the right side of the column that a slot stands in."""
        return self.lefts[slot.column] + self.widths[slot.column]


def lines(placed: Placed) -> Iterator[Element]:
    """Draw every line, and one arrow head at each place that any leads to."""
    for links in placed.lanes.links:
        yield from (
            _line(_curve(placed, link), placed, link.right if link.right.lane else link.left, link) for link in links
        )
    for links in placed.lanes.turns:
        yield from (
            _line(_turn(placed, link), placed, link.left if link.left.lane else link.right, link) for link in links
        )
    for column in placed.lanes.columns:
        yield from (_along(placed, slot) for slot in column if slot.lane)
    arrived = {
        link.right for links in (*placed.lanes.links, *placed.lanes.turns) for link in links if not link.right.lane
    }
    yield from (_head(placed, slot) for slot in sorted(arrived))


def _line(path: str, placed: Placed, lane: Slot, link: Link) -> Element:
    to = lane.place if lane.lane else link.right.place
    back = " back" if lane.back else ""
    return Element("path", {"class": f"line t{placed.colours[to] % LINES}{back}", "d": path})


def _curve(placed: Placed, link: Link) -> str:
    left, right = placed.right(link.left), placed.lefts[link.right.column]
    from_y, to_y = placed.tops[link.left] + link.left_offset, placed.tops[link.right] + link.right_offset
    bend = (right - left) / 2
    return _path(("M", left, from_y), ("C", left + bend, from_y, right - bend, to_y, right, to_y))


def _turn(placed: Placed, link: Link) -> str:
    """Turn round beside a column: right of it out of a box, left of it into one."""
    from_y, to_y = placed.tops[link.left] + link.left_offset, placed.tops[link.right] + link.right_offset
    side = placed.right(link.left) if link.right.lane else placed.lefts[link.left.column]
    out = 34.0 if link.right.lane else -34.0
    return _path(("M", side, from_y), ("C", side + out, from_y, side + out, to_y, side, to_y))


def _along(placed: Placed, slot: Slot) -> Element:
    """Pass a column in a lane."""
    y = placed.tops[slot] + LANE / 2
    back = " back" if slot.back else ""
    path = _path(("M", placed.lefts[slot.column], y), ("L", placed.right(slot), y))
    return Element("path", {"class": f"line t{placed.colours[slot.place] % LINES}{back}", "d": path})


def _head(placed: Placed, slot: Slot) -> Element:
    x, y = placed.lefts[slot.column], placed.tops[slot] + HEAD / 2
    path = _path(("M", x + 1, y), ("L", x - 9, y - 5), ("L", x - 9, y + 5)) + " Z"
    return Element("path", {"class": f"h{placed.colours[slot.place] % LINES}", "d": path})


def _path(*parts: tuple[str | float, ...]) -> str:
    return " ".join(number(word) for part in parts for word in part)
