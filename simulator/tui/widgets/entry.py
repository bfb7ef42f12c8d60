"""A line to type in: its cursor does not blink, and what is pasted into it shows what it is."""

from textual.binding import Binding
from textual.widgets import Input

from simulator.domain.sinks import for_terminal


class Entry(Input):
    """A line of text from the person; what stands in it already is selected, so that typing replaces it."""

    BINDINGS = [Binding("escape", "screen.drop")]  # noqa: RUF012 - as Textual declares it

    def __init__(self, value: str = "", *, hint: str = "", id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(for_terminal(value), placeholder=hint, id=id, select_on_focus=True, compact=True)
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """Show invisible characters by their names."""
        return for_terminal(value)
