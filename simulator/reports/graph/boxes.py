"""What stands in each box of the drawing and how much room it takes: known before anything has a place."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from simulator.domain.rubric import Level
from simulator.domain.scenario import Outcome
from simulator.reports.graph.views import GraphView, Kind, Place, Way
from simulator.reports.wording import on_one_line

WIDTH: Final = 252.0
"""Of a box, in pixels; where only routes stand, as much as they need."""
PADDING: Final = 12.0
HEAD: Final = 26.0
"""The line with the turn's name; lines arrive at the middle of it."""

_TAGS: Final = 20.0
_LINE: Final = 15.0
_GAP: Final = 8.0
_ROW: Final = 21.0
_CONDITION: Final = 14.0
_INNER: Final = WIDTH - 2 * PADDING
_BOLD: Final = 1.1
"""How much wider bold letters are."""
_LEVEL: Final = 19.0
"""Room for one level at the end of a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One choice or route in its box."""

    way: Way
    text: str
    more: tuple[str, ...]
    """The condition of a choice, or the rest of a route's."""
    top: float
    """Below the top of the box."""
    height: float

    @property
    def port(self) -> float:
        """How far below the top of the box its line leaves."""
        return self.top + _ROW / 2

    @property
    def levels(self) -> tuple[Level, ...]:
        """The levels shown, in the order of the file."""
        return tuple(self.way.levels.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One place with its texts cut to size."""

    place: Place
    name: str
    tags: tuple[str, ...]
    lines: tuple[str, ...]
    """The first words of the customer."""
    rows: tuple[Row, ...]
    words_top: float
    width: float
    """What it needs; its column may give it more."""
    height: float

    @property
    def outcome(self) -> Outcome | None:
        """The outcome of an ending."""
        return self.place.outcome


def boxes_of(view: GraphView) -> dict[str, Box]:
    """Make the box of every place, by id."""
    return {place.id: _box(place) for place in view.places}


def fitting(text: str, room: float, size: float) -> str:
    """Cut a text to as much as fits into so many pixels, at a letter size in pixels."""
    line = on_one_line(text)
    if width_of(line, size) <= room:
        return line
    while line and width_of(f"{line}…", size) > room:
        line = line[:-1]
    return f"{line.rstrip()}…"


def wrapped(text: str, room: float, size: float, most: int) -> tuple[str, ...]:
    """Break a text into no more than so many lines that fit; the last says where something is left out."""
    words = on_one_line(text)[:600].split(" ")
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size) <= room - (width_of(" …", size) if len(lines) == most else 0):
            lines[-1] = longer
        elif len(lines) < most:
            lines.append(fitting(word, room, size))
        else:
            lines[-1] += " …"
            break
    return tuple(line for line in lines if line)


def tag_width(tag: str) -> float:
    """Return how wide a tag has to be for its word."""
    return width_of(tag, 10.5 * _BOLD) + 12


def width_of(text: str, size: float) -> float:
    """Guess the width of a text, rather too wide than too narrow: nobody knows which letters a viewer has."""
    return size * sum(map(_width, text))


def _width(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WF":
        return 1.05
    if character in " .,:;'|!ijl\u2019":
        return 0.36
    return 0.86 if character in "mwMWO@%—…" or character.isupper() else 0.59


def _box(place: Place) -> Box:
    tags = (str(place.outcome),) if place.outcome else place.calls_for
    words_top = HEAD + 4 + (_TAGS if tags else 0)
    lines = wrapped(place.words, _INNER, 11.5, 3 if place.kind is Kind.ENDING else 2)
    top = words_top + len(lines) * _LINE + (_GAP if lines else 0)
    rows: list[Row] = []
    for number, way in enumerate(place.ways):
        rows.append(_row(place, way, top, last=number == len(place.ways) - 1))
        top += rows[-1].height
    return Box(
        place=place,
        name=fitting(place.id, _INNER, 14 * _BOLD),
        tags=tags,
        lines=lines,
        rows=tuple(rows),
        words_top=words_top,
        width=_routes_width(place, rows) if place.kind is Kind.ROUTES else WIDTH,
        height=top + (4 if rows else 0),
    )


def _routes_width(place: Place, rows: Sequence[Row]) -> float:
    widest = max(
        width_of(place.id, 14) * _BOLD, *(width_of(line, 12) for row in rows for line in (row.text, *row.more))
    )
    return min(WIDTH, max(110, widest + 2 * PADDING))


def _row(place: Place, way: Way, top: float, *, last: bool) -> Row:
    if place.kind is Kind.ROUTES:
        otherwise = "otherwise" if last and len(place.ways) > 1 else "always"
        lines = wrapped(f"if {way.when}" if way.when else otherwise, _INNER, 12, 4)
        return Row(way=way, text=lines[0], more=lines[1:], top=top, height=_ROW + _CONDITION * len(lines[1:]))
    condition = wrapped(f"only if {way.when}", _INNER, 10.5, 4) if way.when else ()
    room = _INNER - _LEVEL * len(way.levels) - (_LEVEL if way.critical else 0) - 6
    height = _ROW + _CONDITION * len(condition)
    return Row(way=way, text=fitting(way.id, room, 12), more=condition, top=top, height=height)
