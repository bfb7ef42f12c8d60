"""Blocks as text for terminals: 80 columns, no control characters, no markup."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import zip_longest
from typing import Final

from simulator.reports.blocks import Block, Bullets, Facts, Heading, Paragraph, Table, Talk
from simulator.reports.wording import on_one_line

COLUMNS: Final = 80
_RULES: Final = {1: "=", 2: "-", 3: "~"}


def text(document: Iterable[Block]) -> str:
    """Write the whole document."""
    return "\n\n".join("\n".join(lines) for lines in map(_lines, document) if lines) + "\n"


def width(words: str) -> int:
    """Count the columns that text takes in a terminal."""
    return len(words) if words.isascii() else sum(map(_columns, words))


@cache
def _columns(letter: str) -> int:
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1


def wrapped(words: str, *, first: str = "", rest: str = "", columns: int = COLUMNS) -> list[str]:
    """Break text at spaces so that no line is wider than so many columns; `first` and `rest` open the lines."""
    lines: list[str] = []
    line, glue = first, ""
    room = columns - max(width(first), width(rest))
    for word in on_one_line(words).split(" "):
        for piece in _pieces(word, room):
            if glue and width(line) + 1 + width(piece) > columns:
                lines.append(line)
                line, glue = rest, ""
            line += glue + piece
            glue = " "
    return [*lines, line.rstrip(" ")]


def _pieces(word: str, room: int) -> Iterator[str]:
    """Cut a word that no line could hold."""
    taken, start = 0, 0
    for place, letter in enumerate(word):
        if taken + _columns(letter) > room:
            yield word[start:place]
            taken, start = 0, place
        taken += _columns(letter)
    yield word[start:]


def _lines(block: Block) -> list[str]:
    match block:
        case Heading():
            return _heading(block)
        case Paragraph(text=words):
            return wrapped(words) if words.strip() else []
        case Bullets(items=items):
            return [line for item in items for line in wrapped(item, first="- ", rest="  ")]
        case Facts(facts=facts):
            return [line for fact in facts for line in wrapped(f"{fact.term}: {fact.text}", first="  ", rest="    ")]
        case Table():
            return _table(block)
        case Talk():
            return _talk(block)


def _heading(heading: Heading) -> list[str]:
    lines = wrapped(heading.text)
    return [*lines, _RULES[heading.level] * max(map(width, lines))]


def _talk(talk: Talk) -> list[str]:
    return [
        *(line for spoken in talk.lines for line in wrapped(f"{spoken.term}: {spoken.text}", first="  ", rest="    ")),
        *(line for shown in talk.shows for line in wrapped(shown, first="  -> ", rest="     ")),
    ]


def _table(table: Table) -> list[str]:
    """Align the columns where they fit; else write each row as its own few lines."""
    widths = _fitting(list(zip(table.columns, *table.rows, strict=True)))
    if widths is None:
        return [line for row in table.rows for line in _record(table.columns, row)]
    rule = tuple("-" * wide for wide in widths)
    return [line for row in (table.columns, rule, *table.rows) for line in _aligned(row, widths)]


def _fitting(columns: Sequence[Sequence[str]]) -> list[int] | None:
    """Narrow the widest columns until all fit; None where that would cut words."""
    cells = [[on_one_line(cell) for cell in column] for column in columns]
    widths = [max(map(width, column)) for column in cells]
    words = [max(width(word) for cell in column for word in cell.split(" ")) for column in cells]
    while sum(widths) + 2 * (len(widths) - 1) > COLUMNS:
        loose = [place for place, wide in enumerate(widths) if wide > words[place]]
        if not loose:
            return None
        widths[max(loose, key=widths.__getitem__)] -= 1
    return widths


def _aligned(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    cells = [wrapped(cell, columns=wide) for cell, wide in zip(row, widths, strict=True)]
    return [
        "  ".join(part + " " * (wide - width(part)) for part, wide in zip(line, widths, strict=True)).rstrip()
        for line in zip_longest(*cells, fillvalue="")
    ]


def _record(columns: Sequence[str], row: Sequence[str]) -> list[str]:
    named = (
        line
        for column, cell in zip(columns[1:], row[1:], strict=True)
        if cell
        for line in wrapped(f"{column}: {cell}", first="  ", rest="    ")
    )
    return [*wrapped(row[0]), *named]
