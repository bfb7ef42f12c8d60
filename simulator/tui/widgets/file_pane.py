"""The files: all scenarios with what lint counts in them, and below the open one its walks and rubrics."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from textual.app import ComposeResult

from simulator.tui.action import Action
from simulator.tui.text import Words, line, shown
from simulator.tui.widgets.pane import Pane
from simulator.tui.widgets.pick_list import PickList, Row
from simulator.tui.widgets.problem_pane import counted
from simulator.usecases.bench_files import FileKind, FileRow

LEADS: Final[Mapping[FileKind, str]] = {FileKind.SCENARIO: "", FileKind.WALK: "  ↦ ", FileKind.RUBRIC: "  § "}
"""What stands before a file by its kind."""

ENTER: Final[Mapping[FileKind, str]] = {
    FileKind.SCENARIO: "open",
    FileKind.WALK: "follow the walk",
    FileKind.RUBRIC: "edit the rubric",
}
"""What enter does with a file by its kind."""

LONGEST: Final = 22
"""Columns of a row."""

NONE: Final = "No scenarios yet: simulator new ID begins one."


class FilePane(Pane):
    """Files, one of them marked."""

    NAME = "Files"
    ENTER = "open"

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._rows: tuple[FileRow, ...] = ()

    def compose(self) -> ComposeResult:
        """Put the files below the heading."""
        yield self.heading
        yield PickList(id="files")
        yield Words(id="no-files")

    def show(self, rows: Sequence[FileRow]) -> None:
        """Show these files; the mark stays on its file, or goes to the open scenario."""
        kept = self.marked
        self._rows = tuple(rows)
        at = next((number for number, row in enumerate(rows) if kept and row.file == kept.file), None)
        is_open = next((number for number, row in enumerate(rows) if row.open), 0)
        self.list.fill([_row(row) for row in rows], is_open if at is None else at)
        self.query_one("#no-files", Words).say(shown("" if rows else NONE, "$soft"))

    def named(self, action: Action) -> Action:
        """Say of enter what it does with the marked file."""
        label = ENTER[self.marked.kind] if self.marked else self.ENTER
        return replace(action, label=label) if action.key == "enter" else action

    @property
    def marked(self) -> FileRow | None:
        """The marked file."""
        marked = self.list.marked
        return None if marked is None else self._rows[marked]


def _row(row: FileRow) -> Row:
    style = "bold" if row.open else "" if row.kind is FileKind.SCENARIO else "$soft"
    count = counted(row.count)
    beside = line("  ", count) if count else count
    room = LONGEST - len(LEADS[row.kind]) - beside.cell_length
    return Row("", line((LEADS[row.kind], "$soft"), shown(row.name, style).truncate(room, ellipsis=True), beside))
