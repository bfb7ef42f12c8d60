"""The last line of every screen: what can be done here, by key or by click."""

from collections.abc import Callable, Mapping, Sequence

from textual import events
from textual.content import Content
from textual.widget import Widget

from simulator.tui.action import Action
from simulator.tui.keys import cap_of
from simulator.tui.text import line

ALWAYS = ("everywhere.help", "everywhere.back", "page.scroll.pagedown")
"""What never gives way when the line is too short."""


class KeyBar(Widget, inherit_bindings=False):
    """Keys with their labels."""

    DEFAULT_CSS = "KeyBar { height: 1; dock: bottom; padding: 0 1; }"

    def __init__(
        self,
        offered: Callable[[], Sequence[Action]],
        keys: Callable[[], Mapping[str, str]],
        run: Callable[[Action], None],
    ) -> None:
        super().__init__(markup=False)
        self._offered = offered
        self._keys = keys
        self._run = run
        self._spans: list[tuple[int, int, Action]] = []

    def render(self) -> Content:
        """Show as many keys as fit, those for help and back first of all."""
        actions = [action for action in self._offered() if action.footer]
        parts = {action.id: self._part(action) for action in actions}
        room = self.content_size.width
        kept: set[str] = set()
        for name in (*ALWAYS, *parts):
            if name in parts and name not in kept and parts[name].cell_length <= room:
                kept.add(name)
                room -= parts[name].cell_length
        return self._placed([action for action in actions if action.id in kept], parts)

    def on_click(self, event: events.Click) -> None:
        """Do what was clicked."""
        at = event.x - self.styles.padding.left
        for start, end, action in self._spans:
            if start <= at < end:
                event.stop()
                self._run(action)
                return

    def _part(self, action: Action) -> Content:
        return line((cap_of(action, self._keys()), "bold $accent-ink"), " ", (action.label, "$soft"), "   ")

    def _placed(self, actions: Sequence[Action], parts: Mapping[str, Content]) -> Content:
        start, whole = 0, Content("")
        self._spans = []
        for action in actions:
            part = parts[action.id]
            self._spans.append((start, start + part.cell_length, action))
            start += part.cell_length
            whole += part
        return whole
