"""All that was said, the newest at the bottom."""

from collections.abc import Sequence

from textual.containers import VerticalScroll

from simulator.tui.widgets.bubble import Bubble
from simulator.usecases.showing import Line, Speaker


class Transcript(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Bubbles, grouped by turn so that a turn can be taken back."""

    def __init__(self) -> None:
        super().__init__(id="transcript", classes="reading")
        self._turns: list[list[Bubble]] = []

    def on_mount(self) -> None:
        """Keep the newest line in sight."""
        self.anchor()

    def begin(self, turns: Sequence[Sequence[Line]]) -> None:
        """Show a whole transcript."""
        self.remove_children(Bubble)
        self._turns = [[Bubble(said) for said in turn] for turn in turns]
        self.mount_all([bubble for turn in self._turns for bubble in turn])

    def add(self, spoken: Sequence[Line], *, moving: bool) -> None:
        """Show a new turn; with motion, the customer's words come letter by letter."""
        bubbles = [Bubble(said) for said in spoken]
        self._turns.append(bubbles)
        self.mount_all(bubbles)
        self.anchor()
        if moving and spoken and spoken[-1].speaker is Speaker.CUSTOMER:
            self.call_after_refresh(bubbles[-1].reveal)

    def remark(self, said: Line) -> None:
        """Add a line of the coach to the newest turn."""
        bubble = Bubble(said)
        self._turns[-1].append(bubble)
        self.mount(bubble)
        self.anchor()

    def take_back(self) -> None:
        """Remove the newest turn."""
        for bubble in self._turns.pop():
            bubble.remove()

    def finish(self) -> None:
        """Show at once what is still coming letter by letter."""
        for bubble in self._turns[-1] if self._turns else ():
            bubble.finish()
