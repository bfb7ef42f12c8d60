"""A row of places, one of which you are at: turns of a debrief, pages of the progress."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from simulator.tui.text import shown


class PlaceStrip(Widget, inherit_bindings=False):
    """Places side by side; the one you are at stands in brackets, so that no colour is needed."""

    DEFAULT_CSS = "PlaceStrip { height: 1; }"

    @dataclass
    class Clicked(Message):
        """A place was clicked."""

        number: int
        """From 0."""

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._labels: tuple[str, ...] = ()
        self._at = 0
        self._spans: list[tuple[int, int]] = []

    def say(self, labels: Sequence[str], at: int) -> None:
        """Show the places, and where you are."""
        self._labels, self._at = tuple(labels), at
        self.refresh()

    def render(self) -> Content:
        """Show as many places as fit around the one you are at."""
        self._spans, position, parts = [], 0, list[Content]()
        first = self._first()
        for number, label in enumerate(self._labels):
            here = number == self._at
            part = shown(f"[{label}]" if here else f" {label} ", "bold $accent-ink" if here else "$soft")
            if number < first:
                self._spans.append((-1, -1))
                continue
            self._spans.append((position, position + part.cell_length))
            position += part.cell_length
            parts.append(part)
        return Content("").join(parts).truncate(self.content_size.width, ellipsis=True)

    def _first(self) -> int:
        """Find the first place to show so that the one you are at, and one more, can be seen."""
        room = self.content_size.width - 4
        first, end = 0, min(self._at + 2, len(self._labels))
        while first < self._at and sum(len(label) + 2 for label in self._labels[first:end]) > room:
            first += 1
        return first

    def on_click(self, event: events.Click) -> None:
        """Tell which place was clicked."""
        at = event.x - self.styles.padding.left
        for number, (start, end) in enumerate(self._spans):
            if start <= at < end:
                event.stop()
                self.post_message(self.Clicked(number))
