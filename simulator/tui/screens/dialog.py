"""A calm word when something cannot be done: what, where, and what next."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import ModalScreen

from simulator.tui.text import Words, line, prose, shown
from simulator.tui.widgets.scrolled import Box, Scrolled

STEP = 4
"""Lines that one key press scrolls."""


class Dialog(ModalScreen[None]):
    """Some words to read, closed by enter, space, q or a click."""

    CSS_PATH = "dialog.tcss"
    AUTO_FOCUS = None
    ALLOW_SELECT = False
    BINDINGS = [  # noqa: RUF012 - as Textual declares it
        Binding("enter,space,q,escape", "done", "Close"),
        Binding("down,pagedown", "read(1)", "Down"),
        Binding("up,pageup", "read(-1)", "Up"),
        Binding("end", "read(9999)", "To the end"),
        Binding("home", "read(-9999)", "To the beginning"),
        Binding("ctrl+c", "app.stop", "Stop", priority=True),
    ]

    def __init__(self, words: tuple[str, str]) -> None:
        super().__init__()
        self._heading, self._text = words

    def compose(self) -> ComposeResult:
        """Show heading, text and how to close it."""
        with Box(id="dialog"):
            yield Words(shown(self._heading, "bold $accent-ink"))
            with Scrolled():
                yield Words(self.text())
            yield Words(line(("enter", "bold $accent-ink"), " ", ("go on", "$soft")), id="close")

    def text(self) -> Content:
        """Return what there is to read."""
        return prose(self._text)

    def action_done(self) -> None:
        """Close it."""
        self.dismiss()

    def action_read(self, pages: int) -> None:
        """Scroll."""
        self.query_one(Scrolled).scroll_relative(y=pages * STEP, animate=False)

    def on_click(self) -> None:
        """Close it."""
        self.dismiss()
