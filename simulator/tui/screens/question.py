"""A question that is answered with yes or no: y does it, everything else leaves it."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen

from simulator.tui.screens.dialog import STEP
from simulator.tui.text import Words, line, prose, shown
from simulator.tui.widgets.scrolled import Box, Scrolled


class Question(ModalScreen[bool]):
    """Some words, and yes or no."""

    CSS_PATH = "dialog.tcss"
    AUTO_FOCUS = None
    ALLOW_SELECT = False
    BINDINGS = [  # noqa: RUF012 - as Textual declares it
        Binding("y", "answer(True)", "Yes"),
        Binding("n,q,escape,enter", "answer(False)", "No"),
        Binding("down,pagedown", "read(1)", "Down"),
        Binding("up,pageup", "read(-1)", "Up"),
        Binding("end", "read(9999)", "To the end"),
        Binding("home", "read(-9999)", "To the beginning"),
        Binding("ctrl+c", "app.stop", "Stop", priority=True),
    ]

    def __init__(self, heading: str, text: str, yes: str) -> None:
        super().__init__()
        self._heading, self._text, self._yes = heading, text, yes

    def compose(self) -> ComposeResult:
        """Show heading, text and the answers."""
        keys = (
            ("y", "bold $accent-ink"),
            (f" {self._yes}   ", "$soft"),
            ("n", "bold $accent-ink"),
            (" leave it", "$soft"),
        )
        with Box(id="dialog"):
            yield Words(shown(self._heading, "bold $accent-ink"))
            with Scrolled():
                yield Words(prose(self._text))
            yield Words(line(*keys), id="close")

    def action_read(self, pages: int) -> None:
        """Scroll."""
        self.query_one(Scrolled).scroll_relative(y=pages * STEP, animate=False)

    def action_answer(self, yes: bool) -> None:  # noqa: FBT001 - Textual gives it by place
        """Close with the answer."""
        self.dismiss(yes)
