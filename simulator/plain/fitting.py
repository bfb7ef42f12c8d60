"""Long lines on a terminal: broken between words, where the terminal itself would cut through one.

What goes to a file or a pipe stays one fact a line.
"""

import os
import re
from typing import Final, TextIO

from simulator.reports.terminal import width, wrapped

FEWEST: Final = 20
"""Columns below which no line is broken any more: there is no room for words."""

_LEAD: Final = re.compile(r" *(?:\d+\. |[-*•>!] )?")
_BEFORE_SIGN: Final = re.compile(r"(?<=\d) (?=%)")
_HELD: Final = "\N{NO-BREAK SPACE}"
_HELD_TOGETHER: Final = re.compile(f"(?<=\\d){_HELD}(?=%)")


def columns_of(sink: TextIO) -> int | None:
    """Return how many columns a terminal has; None for what is no terminal, or does not say."""
    try:
        columns = os.get_terminal_size(sink.fileno()).columns if sink.isatty() else 0
    except (OSError, ValueError):
        return None
    return columns if columns >= FEWEST else None


def fitted(line: str, columns: int | None) -> str:
    """Break one line at spaces; what goes on is set in below the words of a list's item, else by two columns.

    So a fact is still told from the next one: only its first line begins at the edge. No number is parted from its
    percent sign.
    """
    if columns is None or width(line) <= columns:
        return line
    found = _LEAD.match(line)
    lead = found[0] if found else ""
    indent = len(lead) if lead.strip() else len(lead) + 2
    words = _BEFORE_SIGN.sub(_HELD, line[len(lead) :])
    lines = wrapped(words, first=lead, rest=" " * indent, columns=columns)
    # Held together only while lines were broken: what is copied from the screen has the spaces that it always had.
    return _HELD_TOGETHER.sub(" ", "\n".join(lines))
