"""Blocks as Markdown in which text from files and people stays text."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from simulator.reports.blocks import Block, Bullets, Facts, Heading, Paragraph, Table, Talk
from simulator.reports.wording import on_one_line

# What opens markup anywhere in a line, in CommonMark and in GitHub's and mathematical dialects.
_MARKUP: Final = re.compile(r"[\\`*_\[\]<>|~&@$^{}]")
# What opens a block at a line's start: headings, lists, rules, numbered lists.
_OPENING: Final = re.compile(r"^(\d+(?=[.)])|(?=[#+\-=]))")
# Web addresses become links without any markup where a dialect links by itself.
_ADDRESS: Final = re.compile(r"(?i)(:)(?=//)|(?<=www)(\.)|(?<=mailto)(:)|(?<=xmpp)(:)")


def escaped(text: str) -> str:
    """Write any text on one line so that a Markdown reader shows it letter for letter."""
    line = _MARKUP.sub(lambda found: f"\\{found[0]}", on_one_line(text))
    line = _ADDRESS.sub(lambda found: f"\\{found[0]}", line)
    return _OPENING.sub(r"\1\\", line)


def markdown(document: Iterable[Block]) -> str:
    """Write the whole document."""
    return "\n\n".join(part for part in map(_block, document) if part) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading(level=level, text=text):
            return f"{'#' * level} {escaped(text)}"
        case Paragraph(text=text, strong=strong):
            return f"**{escaped(text)}**" if strong and text.strip() else escaped(text)
        case Bullets(items=items):
            return "\n".join(f"- {escaped(item)}" for item in items)
        case Facts(facts=facts):
            return "\n".join(f"- **{escaped(fact.term)}:** {escaped(fact.text)}" for fact in facts)
        case Table():
            return _table(block)
        case Talk():
            return _talk(block)


def _talk(talk: Talk) -> str:
    spoken = [f"> **{escaped(line.term)}:** {escaped(line.text)}" for line in talk.lines]
    shown = [f"- {escaped(line)}" for line in talk.shows]
    return "\n\n".join(part for part in ("\n>\n".join(spoken), "\n".join(shown)) if part)


def _table(table: Table) -> str:
    rule = tuple("---" for _ in table.columns)
    return "\n".join((_row(table.columns), f"| {' | '.join(rule)} |", *map(_row, table.rows)))


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(map(escaped, cells))} |"
