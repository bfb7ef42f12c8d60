"""Something to read that may be longer than its place, and says so: a thin scrollbar alone is easily missed."""

from dataclasses import dataclass
from typing import ClassVar, Final

from textual.containers import Vertical, VerticalScroll
from textual.geometry import Region, Size
from textual.layout import Layout, WidgetPlacement
from textual.layouts.vertical import VerticalLayout
from textual.message import Message
from textual.widget import Widget


class Scrolled(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Something to read; whenever it may have more or less beyond its edges, it tells what is around it."""

    UP: ClassVar[str] = "pgup"
    """The key that shows what is above."""
    DOWN: ClassVar[str] = "pgdn"
    """The key that shows what is below."""

    @dataclass
    class Moved(Message):
        """What is in sight may have changed."""

    def on_mount(self) -> None:
        """Watch what decides on it; Textual itself calls this method of every class."""
        for what in ("scroll_y", "virtual_size", "show_vertical_scrollbar"):
            self.watch(self, what, self._tell, init=False)

    def on_resize(self) -> None:
        """Another size shows more or less."""
        self._tell()

    def _tell(self) -> None:
        self.post_message(self.Moved())

    @property
    def above(self) -> bool:
        """Whether there is more above."""
        return self.display and self.scroll_offset.y > 0

    @property
    def below(self) -> bool:
        """Whether there is more below."""
        # What is held to its lower edge and fills less than its place stands above its own beginning.
        return self.display and max(0, self.scroll_offset.y) < self.max_scroll_y

    @property
    def more(self) -> str:
        """Say where there is more, and which keys show it; nothing where all is in sight."""
        if self.above and self.below:
            return f"{self.UP} {self.DOWN}: more above and below"
        return f"{self.DOWN}: more below" if self.below else f"{self.UP}: more above" if self.above else ""


LEAST: Final = 2
"""Lines that what scrolls keeps for itself."""


class GivingWay(VerticalLayout):
    """One below the other; where there is no room for all, what scrolls gives way to what does not."""

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> list[WidgetPlacement]:  # noqa: FBT001, FBT002 - as Textual has it
        """Place everything; a height of 0 asks how high it would like to be."""
        placed = super().arrange(parent, children, size, greedy)
        if not placed or not size.height:
            return placed
        over = placed[-1].region.bottom + placed[-1].margin.bottom - size.height
        up, result = 0, list[WidgetPlacement]()
        for each in placed:
            gives = min(over - up, each.region.height - LEAST) if isinstance(each.widget, Scrolled) else 0
            x, y, width, height = each.region
            result.append(each._replace(region=Region(x, y - up, width, height - max(0, gives))))
            up += max(0, gives)
        return result


class Box(Vertical):
    """A frame above everything, with something to read in it: its lower edge says when there is more."""

    @property
    def layout(self) -> Layout:
        """How its parts are placed: how to close it stays in sight."""
        return GivingWay()

    def on_scrolled_moved(self, event: Scrolled.Moved) -> None:
        """Say which key shows more."""
        event.stop()
        self.border_subtitle = "   ".join(dict.fromkeys(filter(None, (each.more for each in self.query(Scrolled)))))
