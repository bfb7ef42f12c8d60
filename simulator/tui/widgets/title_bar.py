"""The first line of every screen: where you are, and what belongs to it."""

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from simulator.tui.text import line

SHORTEST_TITLE = 14
"""Columns that a title keeps whatever the remark."""


class TitleBar(Widget, inherit_bindings=False):
    """A title on the left, a remark on the right."""

    DEFAULT_CSS = "TitleBar { height: 1; dock: top; padding: 0 1; }"

    def __init__(self, title: Content, remark: Content | None = None) -> None:
        super().__init__(markup=False)
        self._title = title
        self._remark = remark or Content("")

    def say(self, title: Content, remark: Content | None = None) -> None:
        """Show something else."""
        self._title, self._remark = title, remark or Content("")
        self.refresh()

    def render(self) -> Content:
        """Put both into the one line there is; the title gives way first."""
        width = self.content_size.width
        remark = self._remark.truncate(max(0, width - SHORTEST_TITLE), ellipsis=True)
        room = width - remark.cell_length - (2 if remark else 0)
        title = line(("▍", "$accent-ink"), self._title).truncate(room, ellipsis=True)
        return title.pad_right(width - title.cell_length - remark.cell_length) + remark

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return one."""
        del container, viewport, width
        return 1
