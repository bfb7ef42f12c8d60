"""What a walk is to be called: one line above everything."""

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen

from simulator.domain.ids import is_id
from simulator.tui.text import Words, line, shown
from simulator.tui.widgets.entry import Entry


class WalkName(ModalScreen[str]):
    """Type a name, enter keeps the walk."""

    CSS_PATH = "turn_picker.tcss"
    ALLOW_SELECT = False
    BINDINGS = [  # noqa: RUF012 - as Textual declares it
        Binding("escape", "done", "Close", priority=True),
        Binding("ctrl+c", "app.stop", "Stop", priority=True),
    ]

    def __init__(self, taken: Iterable[str]) -> None:
        super().__init__()
        self._taken = frozenset(taken)

    def compose(self) -> ComposeResult:
        """Ask for the name."""
        keys = (
            ("enter", "bold $accent-ink"),
            (" keep   ", "$soft"),
            ("esc", "bold $accent-ink"),
            (" leave it", "$soft"),
        )
        with Vertical(id="picker"):
            yield Words(shown("What is this way an example of? Its name becomes the file's.", "bold $accent-ink"))
            yield Entry(hint="such as price-before-need")
            yield Words(id="refusal")
            yield Words(line(*keys))

    @on(Entry.Submitted)
    def keep(self, event: Entry.Submitted) -> None:
        """Take the name, unless it cannot be one."""
        event.stop()
        name = event.value.strip()
        if not name:
            self.dismiss(None)
        elif not is_id(name):
            self._refuse("Small letters, digits and -, such as price-before-need.")
        elif name in self._taken:
            self._refuse(f'There is a walk called "{name}" already: give it another name.')
        else:
            self.dismiss(name)

    def _refuse(self, why: str) -> None:
        self.query_one("#refusal", Words).say(shown(why, "bold $bad"))

    def action_done(self) -> None:
        """Leave it."""
        self.dismiss(None)
