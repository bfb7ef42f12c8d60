"""The command palette: anything by its name, any conversation by its title."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen

from simulator.tui.text import Words, line, shown
from simulator.tui.widgets.entry import Entry
from simulator.tui.widgets.pick_list import PickList, Row
from simulator.tui.widgets.scrolled import Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One thing to find."""

    label: str
    sentence: str
    cap: str
    """Its key, to learn it by; empty where it has none."""
    run: Callable[[], None]


class PaletteScreen(ModalScreen[Command]):
    """Type to find, enter to do."""

    CSS_PATH = "palette.tcss"
    ALLOW_SELECT = False
    BINDINGS = [  # noqa: RUF012 - as Textual declares it
        Binding("ctrl+p,escape", "done", "Close", priority=True),
        Binding("down", "move(1)", "Down", priority=True),
        Binding("up", "move(-1)", "Up", priority=True),
        Binding("ctrl+c", "app.stop", "Stop", priority=True),
    ]

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._commands = tuple(commands)
        self._found = self._commands

    def compose(self) -> ComposeResult:
        """Put the field above what it finds."""
        with Box(id="palette"):
            yield Entry(hint="Type what you want to do; enter does it, ctrl+p closes")
            yield PickList(id="found")
            yield Words(id="none")

    def on_mount(self) -> None:
        """Show everything."""
        self._show("")

    @on(Entry.Changed)
    def find(self, event: Entry.Changed) -> None:
        """Show what fits the letters typed so far."""
        event.stop()
        self._show(event.value)

    def _show(self, typed: str) -> None:
        fitting = (command for command in self._commands if fits(typed, command))
        self._found = tuple(sorted(fitting, key=lambda command: not begins(typed, command.label)))
        rows = [
            Row(
                "",
                line((command.label, "bold"), (f"  {command.sentence}", "$soft"), (f"  {command.cap}", "$accent-ink")),
            )
            for command in self._found
        ]
        self.query_one(PickList).fill(rows, 0 if rows else None)
        none = f'Nothing here is called "{typed.strip()}". Try another word.'
        self.query_one("#none", Words).say_if_any(shown("" if rows else none, "$soft"))

    def action_move(self, step: int) -> None:
        """Move the mark."""
        self.query_one(PickList).move(step)

    @on(Entry.Submitted)
    def do_marked(self, event: Entry.Submitted) -> None:
        """Do the marked command."""
        event.stop()
        marked = self.query_one(PickList).marked
        self.dismiss(None if marked is None else self._found[marked])

    @on(PickList.Clicked)
    def do_clicked(self, event: PickList.Clicked) -> None:
        """Do the clicked command."""
        self.dismiss(self._found[event.number])

    def action_done(self) -> None:
        """Close it."""
        self.dismiss(None)


def fits(typed: str, command: Command) -> bool:
    """Tell whether every word typed begins some word of the command."""
    return begins(typed, f"{command.label} {command.sentence}")


def begins(typed: str, text: str) -> bool:
    """Tell whether every word typed begins some word of a text."""
    words = text.lower().split()
    return all(any(word.startswith(part) for word in words) for part in typed.lower().split())
