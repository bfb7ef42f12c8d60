"""All that was said, the newest at the bottom.

Laying out takes time for every bubble there is, so only the newest are mounted; those before them come back when
somebody scrolls up to them. A choice is answered as fast after a hundred turns as after ten.
"""

from collections.abc import Sequence

from simulator.tui.widgets.bubble import Bubble
from simulator.tui.widgets.scrolled import Scrolled
from simulator.usecases.showing import Line, Speaker

KEPT = 30
"""Bubbles that stay mounted; a tall screen shows about thirty."""


class Transcript(Scrolled, can_focus=False, inherit_bindings=False):
    """Bubbles, grouped by turn so that a turn can be taken back."""

    def __init__(self) -> None:
        super().__init__(id="transcript", classes="reading")
        self._earlier: list[Sequence[Line]] = []
        """Turns that are not mounted, oldest first."""
        self._turns: list[list[Bubble]] = []

    def on_mount(self) -> None:
        """Keep the newest line in sight."""
        self.anchor()

    def begin(self, turns: Sequence[Sequence[Line]]) -> None:
        """Show a whole transcript."""
        self.remove_children(Bubble)
        self._earlier, self._turns = list(turns), []
        self._recall()
        self.anchor()

    async def add(self, spoken: Sequence[Line], *, moving: bool) -> None:
        """Show a new turn; with motion, the customer's words come letter by letter."""
        spare = self._put_away(len(spoken))
        again = spare[: len(spoken)]
        for bubble, said in zip(again, spoken, strict=False):
            bubble.become(said)
            self.move_child(bubble, after=len(self.children) - 1)
        new = [Bubble(said) for said in spoken[len(again) :]]
        for bubble in spare[len(again) :]:
            bubble.remove()
        bubbles = [*again, *new]
        self._turns.append(bubbles)
        if new:
            await self.mount_all(new)
        self.anchor()
        if moving and spoken and spoken[-1].speaker is Speaker.CUSTOMER:
            self.call_after_refresh(bubbles[-1].reveal)

    def remark(self, said: Line) -> None:
        """Add a line of the coach to the newest turn."""
        bubble = Bubble(said, asked=True)
        self._turns[-1].append(bubble)
        self.mount(bubble)
        self.anchor()

    def take_back(self) -> None:
        """Remove the newest turn."""
        for bubble in self._turns.pop():
            bubble.remove()
        if not self._turns:
            self._recall()

    def finish(self) -> None:
        """Show at once what is still coming letter by letter."""
        for bubble in self._turns[-1] if self._turns else ():
            bubble.finish()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Bring back earlier turns when somebody has scrolled up to where they belong."""
        super().watch_scroll_y(old_value, new_value)
        if new_value < old_value and round(new_value) == 0 and self._earlier:
            below = self.virtual_size.height
            self._recall()
            self.call_after_refresh(self._stay, below)

    def _stay(self, below: int) -> None:
        """Keep in sight what was in sight before earlier turns came back above it."""
        self.scroll_to(y=max(1, self.virtual_size.height - below), animate=False, force=True)

    def _recall(self) -> None:
        """Mount turns from before, as many as make up what is kept."""
        count, recalled = 0, list[list[Bubble]]()
        while self._earlier and count < KEPT:
            recalled.insert(0, [Bubble(said) for said in self._earlier.pop()])
            count += len(recalled[0])
        self._turns[:0] = recalled
        self.mount_all([bubble for turn in recalled for bubble in turn], before=0 if self.children else None)

    def _put_away(self, coming: int) -> list[Bubble]:
        """Take the oldest turns beyond what is kept once `coming` more are there; return their bubbles."""
        mounted, spare = sum(map(len, self._turns)) + coming, list[Bubble]()
        while self._turns and mounted - len(self._turns[0]) >= KEPT:
            oldest = self._turns.pop(0)
            mounted -= len(oldest)
            self._earlier.append([bubble.said for bubble in oldest if not bubble.asked])
            spare += oldest
        return spare
