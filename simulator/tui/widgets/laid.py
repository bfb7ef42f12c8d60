"""A widget whose words are laid out for the width there is."""

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget


class Laid(Widget, inherit_bindings=False):
    """Some lines that depend on the width."""

    DEFAULT_CSS = "Laid { height: auto; width: 1fr; }"

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, classes=classes, markup=False)

    def lay(self, width: int) -> Content:
        """Return the lines for a width; none of them may be longer."""
        del width
        return Content("")

    def render(self) -> Content:
        """Lay out for the width there is."""
        return self.lay(self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Count the lines at a width."""
        del container, viewport
        return self.lay(width).plain.count("\n") + 1 if width else 0
