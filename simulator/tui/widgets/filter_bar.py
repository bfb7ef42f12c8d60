"""Whom the board shows: each filter with its key and how many it holds."""

from collections.abc import Mapping, Sequence

from textual import events
from textual.content import Content

from simulator.tui.action import Action
from simulator.tui.keys import cap_of
from simulator.tui.text import line
from simulator.tui.widgets.laid import Laid
from simulator.usecases.on_board import Filter


class FilterBar(Laid):
    """Filters side by side, in as many lines as they need; the one in use stands in brackets."""

    def __init__(self, actions: Sequence[Action]) -> None:
        super().__init__()
        self._actions = tuple(actions)
        self._keys: Mapping[str, str] = {}
        self._counts: Mapping[Filter, int] = {}
        self._on = Filter.ALL
        self._spans: list[tuple[int, int, int, Action]] = []

    def say(self, counts: Mapping[Filter, int], on: Filter, keys: Mapping[str, str]) -> None:
        """Show how many each filter holds, and which is in use."""
        self._counts, self._on, self._keys = counts, on, keys
        self.refresh(layout=True)

    def lay(self, width: int) -> Content:
        """Break the line between filters."""
        drawn, at = [Content("")], 0
        self._spans = []
        for action in self._actions:
            part = self._part(action)
            if at and at + part.cell_length > width:
                drawn.append(Content(""))
                at = 0
            self._spans.append((len(drawn) - 1, at, at + part.cell_length, action))
            drawn[-1] += part
            at += part.cell_length
        return Content("\n").join(each.truncate(width, ellipsis=True) for each in drawn)

    def on_click(self, event: events.Click) -> None:
        """Use the clicked filter."""
        at = event.x - self.styles.padding.left
        for row, start, end, action in self._spans:
            if row == event.y and start <= at < end:
                event.stop()
                self.call_later(self.screen.run_action, action.does)

    def _part(self, action: Action) -> Content:
        on = action.label == self._on
        left, right = ("[", "]") if on else (" ", " ")
        label = ("bold $accent-ink") if on else "$soft"
        return line(
            (left, label),
            (cap_of(action, self._keys), "bold $accent-ink"),
            (f" {action.label} {self._counts.get(Filter(action.label), 0)}", label),
            (right, label),
            " ",
        )
