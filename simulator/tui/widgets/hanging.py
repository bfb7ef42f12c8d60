"""Text beside a lead: every line of it begins below the first."""

from textual.content import Content

from simulator.tui.text import hanging
from simulator.tui.widgets.laid import Laid


class Hanging(Laid):
    """A name or number, and beside it some text."""

    def __init__(
        self,
        lead: Content,
        body: Content,
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._lead: Content = lead
        self._body: Content = body
        self._laid: tuple[int, Content] = (-1, body)

    def say(self, lead: Content, body: Content) -> None:
        """Show something else."""
        if lead.is_same(self._lead) and body.is_same(self._body):
            return
        same_shape = lead.cell_length == self._lead.cell_length and body.plain == self._body.plain
        self._lead, self._body, self._laid = lead, body, (-1, body)
        self.refresh(layout=not same_shape)

    def lay(self, width: int) -> Content:
        """Wrap the text beside its lead."""
        if self._laid[0] != width:
            self._laid = (width, hanging(self._lead, self._body, width))
        return self._laid[1]
