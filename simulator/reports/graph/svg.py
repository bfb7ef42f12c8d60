"""The drawing itself: one SVG file that needs nothing else, runs nothing and fetches nothing."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from simulator.domain.rubric import Level
from simulator.reports.graph.boxes import HEAD, PADDING, Box, Row, boxes_of, tag_width, width_of
from simulator.reports.graph.heights import heights_of
from simulator.reports.graph.lanes import Lanes, Slot, lanes_of
from simulator.reports.graph.layers import Layers, layers_of
from simulator.reports.graph.lines import Placed, lines
from simulator.reports.graph.ordering import ordered
from simulator.reports.graph.style import STYLE
from simulator.reports.graph.views import GraphView, Kind
from simulator.reports.graph.xml import Element, written
from simulator.reports.wording import LEVEL_WORDS, counted, on_one_line

_MARGIN: Final = 40.0
_TOP: Final = 118.0
"""Room above the drawing for its title and its key."""


def svg(view: GraphView) -> str:
    """Draw a scenario from left to right."""
    layers = layers_of(view)
    boxes = boxes_of(view)
    lanes = lanes_of(boxes, layers)
    tops = {slot: top + _TOP for slot, top in heights_of(lanes, ordered(lanes)).items()}
    colours = {name: number for number, name in enumerate(layers.order)}
    widths = [lanes.width(column) for column in range(len(lanes.columns))]
    placed = Placed(lanes=lanes, lefts=_lefts(lanes, widths, tops), widths=widths, tops=tops, colours=colours)
    width = max(placed.lefts[-1] + widths[-1] + _MARGIN, 900)
    height = max(tops[slot] + lanes.height(slot) for slot in tops) + _MARGIN
    return written(_drawing(view, placed, layers, width, height))


def _lefts(lanes: Lanes, widths: Sequence[float], tops: Mapping[Slot, float]) -> list[float]:
    """Place the columns, further apart where lines climb far between them."""
    lefts = [_MARGIN]
    for links, width in zip(lanes.links, widths, strict=True):
        climbs = [abs(tops[link.left] + link.left_offset - tops[link.right] - link.right_offset) for link in links]
        lefts.append(lefts[-1] + width + 64 + min(100, max(climbs, default=0) / 5))
    return lefts[: len(lanes.columns)]


def _drawing(view: GraphView, placed: Placed, layers: Layers, width: float, height: float) -> Element:
    sizes = {"viewBox": f"0 0 {width:.0f} {height:.0f}", "width": f"{width:.0f}", "height": f"{height:.0f}"}
    named = {"xmlns": "http://www.w3.org/2000/svg", **sizes, "role": "img", "aria-labelledby": "title about"}
    about = _about(view)
    boxes = (_box(box, placed, layers) for box in placed.lanes.boxes.values())
    return Element(
        "svg",
        named,
        (
            Element("title", {"id": "title"}, (on_one_line(view.title),)),
            Element("desc", {"id": "about"}, (about,)),
            Element("style", {}, (STYLE.replace("\n", " "),)),
            Element("rect", {"class": "page", "width": "100%", "height": "100%"}),
            _text(view.title, "title name", _MARGIN, 52),
            _text(about, "about small", _MARGIN, 74),
            *_key(_MARGIN, 98),
            *lines(placed),
            *boxes,
        ),
    )


def _about(view: GraphView) -> str:
    turns = counted(view.count(Kind.TURN) + view.count(Kind.ROUTES), "turn")
    return f"{view.id}: {turns}, {counted(view.count(Kind.ENDING), 'ending')}. Read from left to right."


def _key(left: float, y: float) -> Iterator[Element]:
    """Say what the signs mean."""
    for level in reversed(Level):
        yield from _level(level, left + 8, y - 4)
        word = LEVEL_WORDS[level].lower()
        yield _text(word, "about small", left + 21, y)
        left += 34 + width_of(word, 13)
    yield from (_critical(left + 8, y), _text("critical error", "about small", left + 21, y))
    left += 34 + width_of("critical error", 13)
    yield Element("path", {"class": "line t0 back", "d": f"M {left:.0f} {y - 4:.0f} H {left + 40:.0f}"})
    yield _text("leads back to an earlier turn", "about small", left + 48, y)


def _box(box: Box, placed: Placed, layers: Layers) -> Element:
    name = box.place.id
    slot = Slot(layers.layer[name], name)
    left, top, width = placed.lefts[slot.column], placed.tops[slot], placed.widths[slot.column]
    kind = box.outcome or box.place.kind
    reached = "" if name in layers.reached else " unreached"
    said = f": {on_one_line(box.place.words)}" if box.place.words else ""
    corner = 15.0 if box.outcome else 7.0
    frame = {"x": left, "y": top, "width": width, "height": box.height, "rx": corner}
    return Element(
        "g",
        {"class": f"{kind}{reached}"},
        (
            Element("title", {}, (f"{name}{said}",)),
            Element("rect", {"class": "box", **frame}),
            Element("path", {"class": "head", "d": _head(left, top, width, corner)}),
            _text(box.name, "name", left + PADDING, top + 18),
            *_tags(box, left + PADDING, top + HEAD + 6),
            *(
                _text(line, "words", left + PADDING, top + box.words_top + 12 + 15 * number)
                for number, line in enumerate(box.lines)
            ),
            *(part for row in box.rows for part in _row(row, left, top, width)),
        ),
    )


def _head(left: float, top: float, width: float, corner: float) -> str:
    """Draw the ground of a box's first line, rounded above as the box is."""
    across, down = width - 1.2 - 2 * corner, HEAD - corner
    return (
        f"M {left + 0.6:.1f} {top + HEAD:.1f} v {-down + 0.6:.1f} q 0 {-corner:.1f} {corner:.1f} {-corner:.1f} "
        f"h {across:.1f} q {corner:.1f} 0 {corner:.1f} {corner:.1f} v {down - 0.6:.1f} Z"
    )


def _tags(box: Box, left: float, top: float) -> Iterator[Element]:
    for tag in box.tags:
        width = tag_width(tag)
        yield Element("rect", {"class": "tag", "x": left, "y": top, "width": width, "height": 15, "rx": 7.5})
        yield _text(tag, "tagged", left + 6, top + 11)
        left += width + 6


def _row(row: Row, left: float, top: float, width: float) -> Iterator[Element]:
    y = top + row.top
    rule = f"M {left + 1:.1f} {y:.1f} h {width - 2:.1f}"
    yield Element("path", {"class": "rule", "d": rule})
    yield Element(
        "g",
        {},
        (
            Element("title", {}, (_whole(row),)),
            _text(row.text, "row", left + PADDING, y + 15),
            *(
                _text(line, "small" if row.way.id else "row", left + PADDING, y + 29 + 14 * number)
                for number, line in enumerate(row.more)
            ),
        ),
    )
    x = left + width - PADDING - 5
    for level in reversed(row.levels):
        yield from _level(level, x, y + 10.5)
        x -= 19
    if row.way.critical:
        yield _critical(x, y + 15)


def _whole(row: Row) -> str:
    """Say all that the row has no room for."""
    shown = ", ".join(f"{skill} {level:d}" for skill, level in row.way.levels.items())
    critical = f"critical error: {row.way.critical}" if row.way.critical else ""
    when = f"only if {row.way.when}" if row.way.when else ""
    return on_one_line("; ".join(part for part in (row.way.say or row.text, shown, critical, when) if part))


def _level(level: Level, x: float, y: float) -> Iterator[Element]:
    yield Element("circle", {"class": f"l{level:d}", "cx": x, "cy": y, "r": 7.5})
    yield _text(f"{level:d}", "level", x, y + 3.8)


def _critical(x: float, y: float) -> Element:
    return _text("⚠", "critical", x, y)


def _text(text: str, kind: str, x: float, y: float) -> Element:
    return Element("text", {"class": kind, "x": x, "y": y}, (on_one_line(text),))
