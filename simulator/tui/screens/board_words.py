"""What the board says around its table: how far the reading is, and where the marked person stands."""

from textual.content import Content

from simulator.tui.text import line, lines, shown
from simulator.usecases.board import BoardRow
from simulator.usecases.on_board import OnBoard
from simulator.usecases.roster import Roster

METER = 24
"""Columns of the line that shows how far the reading is."""


def why_nobody(found: Roster) -> str:
    """Say why nobody is on show, and which key shows everybody again."""
    return found.why_nobody() + (" a shows everybody." if found.people else "")


def how_far(found: Roster, *, typing: bool) -> Content:
    """Draw how far the reading is, and say which name is looked for where its line is gone."""
    looked = line(("Name holds: ", "$soft"), (found.name, "bold")) if found.name and not typing else Content("")
    if found.done:
        return looked
    if not found.known:
        return lines(shown(f"Reading where {found.number} stand …", "$soft"), looked)
    done, total = len(found.rows), len(found.people)
    full = METER * done // total
    return lines(line(("█" * full + "░" * (METER - full), "$accent-ink"), f" Estimates: {done} of {total}"), looked)


def detail(name: str, row: OnBoard) -> Content:
    """Say where one person stands: verdict, what next, first against latest, and what somebody decided."""
    if not isinstance(row, BoardRow):
        return lines(line((name, "bold"), (f"  {row.word}", "bold $accent-ink"), ("  …", "$soft")), row.decided)
    courses = [f"{cell.title} {cell.course}" for cell in row.cells if cell.course]
    note = "" if row.note in row.sentence else row.note
    return lines(
        line((name, "bold"), (f"  {row.label}", "bold $accent-ink"), (f"  {note}" if note else "", "$soft")),
        (f"* {row.decided}" if row.decided else "", "$accent-ink"),
        line(("First assessment → now: ", "$soft"), ", ".join(courses)) if courses else Content(""),
        # Last, because a small window may cut it.
        row.sentence,
    )
