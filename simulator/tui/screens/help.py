"""Help: what can be done on the screen below."""

from collections.abc import Iterable, Mapping, Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen

from simulator.tui.action import Action
from simulator.tui.keys import cap_of
from simulator.tui.text import Words, line, shown
from simulator.tui.widgets.hanging import Hanging
from simulator.tui.widgets.scrolled import Box, Scrolled

CAP_WIDTH = 13


class HelpScreen(ModalScreen[None]):
    """Keys and what they do, in sentences."""

    CSS_PATH = "help.tcss"
    AUTO_FOCUS = None
    ALLOW_SELECT = False
    BINDINGS = [  # noqa: RUF012 - as Textual declares it
        Binding("question_mark,q,enter,escape", "done", "Close"),
        Binding("down,pagedown,space", "read(1)", "Down"),
        Binding("up,pageup", "read(-1)", "Up"),
        Binding("end", "read(9999)", "To the end"),
        Binding("home", "read(-9999)", "To the beginning"),
        Binding("ctrl+c", "app.stop", "Stop", priority=True),
    ]

    def __init__(self, actions: Sequence[Action], keys: Mapping[str, str]) -> None:
        super().__init__()
        self._actions = actions
        self._keys = keys

    def compose(self) -> ComposeResult:
        """List what can be done."""
        with Box(id="help"):
            yield Words(shown("What you can do here", "bold $accent-ink"))
            with Scrolled():
                yield from self._rows()
            yield Words(line(("? or q", "bold $accent-ink"), " ", ("close", "$soft")))

    def _rows(self) -> Iterable[Hanging]:
        for action in self._actions:
            cap = shown(cap_of(action, self._keys), "bold $accent-ink").truncate(CAP_WIDTH - 1, ellipsis=True)
            yield Hanging(cap.pad_right(CAP_WIDTH - cap.cell_length), shown(action.sentence))

    def action_done(self) -> None:
        """Close it."""
        self.dismiss()

    def action_read(self, pages: int) -> None:
        """Scroll."""
        self.query_one(Scrolled).scroll_relative(y=pages * 3, animate=False)
