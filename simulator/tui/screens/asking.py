"""A question that a screen asks on top of itself, in one line to type in."""

from textual.screen import Screen
from textual.widgets import Input


class Asking(Screen[None]):
    """A screen with room for a question, called #ask, where it has one."""

    def refresh_keys(self) -> None:
        """Show what can be done now."""

    @property
    def asking(self) -> bool:
        """Whether a question stands that was asked on top of the screen."""
        return bool(self.query("#ask > *"))

    async def action_keep(self) -> None:
        """Take the answer to the question."""
        for entry in self.query("#ask > Entry").results(Input):
            await entry.action_submit()

    def action_drop(self) -> None:
        """Take the question away and leave all as it was."""
        self.call_later(self.take_question_away)

    async def take_question_away(self) -> None:
        """Remove the question, then show the screen's own keys again."""
        for place in self.query("#ask"):
            await place.remove_children()
        self.refresh_keys()
