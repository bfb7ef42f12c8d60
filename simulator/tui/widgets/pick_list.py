"""Rows of which one is marked: with the keyboard through its screen, with the mouse by itself."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.message import Message

from simulator.tui.text import hanging, line, opposite, shown
from simulator.tui.widgets.hanging import Hanging
from simulator.tui.widgets.scrolled import Scrolled

MARK = "▸"
"""Stands before the marked row: a mark that needs no colour."""


@dataclass(frozen=True, slots=True)
class Row:
    """What one row says."""

    lead: str
    """Its number or sign; all rows of a list should have equally long ones."""
    body: Content
    style: str = "$accent-ink"
    """The style of the lead."""
    aside: Content = field(default_factory=Content)
    """What stands at the right edge, or below where there is no room."""


class Pick(Hanging):
    """One row."""

    @dataclass
    class Tapped(Message):
        """The row was clicked."""

        number: int
        """From 0."""

    def on_click(self, event: events.Click) -> None:
        """Tell the list."""
        event.stop()
        self.post_message(self.Tapped(self.number))

    def __init__(self, number: int, row: Row, *, loud: bool) -> None:
        super().__init__(_lead(row, on=False), row.body, classes="pick -loud" if loud else "pick")
        self.number = number
        self.row = row

    def show(self, row: Row, *, on: bool) -> None:
        """Say what the row says now, and whether it is marked."""
        self.row = row
        self.set_class(on, "-on")
        self.say(_lead(row, on=on), row.body.stylize("bold") if on and self.has_class("-loud") else row.body)

    def lay(self, width: int) -> Content:
        """Put what stands aside at the right edge."""
        if not self.row.aside:
            return super().lay(width)
        return hanging(self._lead, opposite(self._body, self.row.aside, width - self._lead.cell_length), width)


def _lead(row: Row, *, on: bool) -> Content:
    return line((f"{MARK} " if on else "  ", "bold $accent-ink"), (f"{row.lead} " if row.lead else "", row.style))


class PickList(Scrolled, can_focus=False, inherit_bindings=False):
    """A list with one marked row, or none."""

    UP, DOWN = "↑", "↓"
    DEFAULT_CSS = "PickList { height: auto; }"
    LOUD: ClassVar[bool] = False
    """Whether the marked row is set in bold."""

    @dataclass
    class Clicked(Message):
        """A row was clicked."""

        list: "PickList"
        number: int
        """From 0."""

        @property
        def control(self) -> "PickList":
            """The list, for `@on` selectors."""
            return self.list

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, classes=classes)
        self.marked: int | None = None
        self._rows: tuple[Row, ...] = ()

    @property
    def size_of_list(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def fill(self, rows: Sequence[Row], marked: int | None = None) -> None:
        """Show these rows; row widgets that are there already are used again, which is fast."""
        self._rows = tuple(rows)
        self.marked = marked if marked is not None and marked < len(rows) else None
        picks = list(self.query(Pick))
        for number, row in enumerate(rows):
            if number < len(picks):
                picks[number].display = True
            else:
                self.mount(Pick(number, row, loud=self.LOUD))
        for pick in picks[len(rows) :]:
            pick.display = False
        self._show_mark()

    def mark(self, number: int | None) -> None:
        """Mark a row, or none."""
        self.marked = number
        self._show_mark()

    def move(self, step: int) -> None:
        """Move the mark; from nowhere it goes to the first row, or to the last."""
        if not self._rows:
            return
        start = (-1 if step > 0 else len(self._rows)) if self.marked is None else self.marked
        self.mark(max(0, min(len(self._rows) - 1, start + step)))

    def on_pick_tapped(self, event: Pick.Tapped) -> None:
        """Tell which row was clicked."""
        event.stop()
        self.post_message(self.Clicked(self, event.number))

    def _show_mark(self) -> None:
        for pick, row in zip(self.query(Pick), self._rows, strict=False):
            pick.show(row, on=pick.number == self.marked)
            if pick.number == self.marked:
                self.call_after_refresh(self._bring_into_sight, pick)

    def _bring_into_sight(self, pick: Pick) -> None:
        if self.is_attached and not self.screen.can_view_entire(pick):
            pick.scroll_visible(animate=False)


def row(lead: str, text: str, style: str = "$accent-ink") -> Row:
    """Make a row of plain text."""
    return Row(lead, shown(text), style)
