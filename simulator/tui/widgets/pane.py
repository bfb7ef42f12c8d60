"""One of several panes side by side, or one at a time where there is no room: a heading above what scrolls."""

from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.message import Message

from simulator.tui.action import Action
from simulator.tui.text import Words, line
from simulator.tui.widgets.pick_list import PickList
from simulator.tui.widgets.scrolled import Scrolled


class Pane(Scrolled, can_focus=False, inherit_bindings=False):
    """A pane; a click anywhere in it goes to it."""

    NAME: ClassVar[str] = ""
    """What it is called."""
    ENTER: ClassVar[str] = ""
    """What enter does in it."""

    class Entered(Message):
        """Somebody clicked into it."""

        def __init__(self, pane: "Pane") -> None:
            super().__init__()
            self.pane = pane

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, classes="pane")
        self.heading = Words(classes="heading")

    @property
    def list(self) -> PickList:
        """What can be marked in it."""
        return self.query_one(PickList)

    def named(self, action: Action) -> Action:
        """Say of enter what it does in here."""
        return replace(action, label=self.ENTER) if action.key == "enter" else action

    def head(self, *, here: bool, beside: Content | None = None) -> None:
        """Show the heading: a mark where the keys go, and what belongs to it."""
        # Only what the keys go to is scrolled by them.
        self.set_class(here, "-here").set_class(here, "reading")
        mark, style = ("▍", "bold $accent-ink") if here else (" ", "bold $soft")
        self.heading.say(line((mark, style), (self.NAME, style), "  ", beside or ""))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Go to it."""
        del event
        self.post_message(self.Entered(self))
