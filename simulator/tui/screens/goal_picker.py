"""A goal with a day: what is to have been shown, and by when."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen

from simulator.tui.text import Words, line, shown
from simulator.tui.widgets.entry import Entry
from simulator.tui.widgets.pick_list import PickList, row
from simulator.tui.widgets.scrolled import Box


class Wish(NamedTuple):
    """What was asked for."""

    what: str
    """What the goal is for, as it is typed elsewhere; empty for no goal."""
    due: str
    """The day as it was typed."""


class GoalPicker(ModalScreen[Wish]):
    """Arrows or a digit mark what it is for, the line takes the day, enter keeps both."""

    CSS_PATH = "turn_picker.tcss"
    ALLOW_SELECT = False
    BINDINGS = [  # noqa: RUF012 - as Textual declares it
        Binding("escape", "done", "Close", priority=True),
        Binding("down", "move(1)", "Down", priority=True),
        Binding("up", "move(-1)", "Up", priority=True),
        Binding("ctrl+c", "app.stop", "Stop", priority=True),
    ]

    def __init__(
        self, choices: Sequence[tuple[str, str]], stands: str, due: str, refused: Callable[[str], str]
    ) -> None:
        """Open it with what `stands`, `due` on a day; `refused` says why a day cannot be meant, if it cannot."""
        super().__init__()
        self._refused = refused
        self._choices = (*choices, ("", "No goal with a day"))
        self._stands, self._due = stands, due

    def compose(self) -> ComposeResult:
        """Put what it can be for above the day."""
        keys = (
            ("↑ ↓", "bold $accent-ink"), (" what for   ", "$soft"),
            ("enter", "bold $accent-ink"), (" keep   ", "$soft"),
            ("esc", "bold $accent-ink"), (" leave it", "$soft"),
        )  # fmt: skip
        with Box(id="picker"):
            yield Words(shown("What do you want to have shown?", "bold $accent-ink"))
            yield PickList(id="found")
            yield Words(shown("By when? A date, or how long from today.", "bold $accent-ink"))
            yield Entry(self._due, hint="such as 2027-01-31, or 4 weeks")
            yield Words(id="refusal")
            yield Words(line(*keys), id="keys")

    def on_mount(self) -> None:
        """Mark what stands, and let the day be typed."""
        marked = next((at for at, (typed, _) in enumerate(self._choices) if typed == self._stands), 0)
        rows = [row("○", title) for _, title in self._choices]
        self.query_one(PickList).fill(rows, marked)
        self.query_one(Entry).focus()

    def action_move(self, step: int) -> None:
        """Move the mark."""
        self.query_one(PickList).move(step)

    @on(PickList.Clicked)
    def mark(self, event: PickList.Clicked) -> None:
        """Mark the clicked row."""
        event.list.mark(event.number)

    @on(Entry.Submitted)
    def keep(self, event: Entry.Submitted) -> None:
        """Take the goal; without a day only where none is wanted. What cannot be meant is answered in here."""
        event.stop()
        what = self._choices[self.query_one(PickList).marked or 0][0]
        why = self._why_not(event.value) if what else ""
        if why:
            self.query_one("#refusal", Words).say(shown(why, "bold $bad"))
        else:
            self.dismiss(Wish(what, event.value))

    def _why_not(self, due: str) -> str:
        return self._refused(due) if due.strip() else "Say by when: a date such as 2027-01-31, or 4 weeks."

    def action_done(self) -> None:
        """Leave everything as it is."""
        self.dismiss(None)
