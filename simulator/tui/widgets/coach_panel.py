"""Beside the conversation, where there is room: coaching in practice, goal and facts in an assessment."""

from textual.containers import VerticalScroll
from textual.content import Content

from simulator.tui.text import Words, line, lines, prose
from simulator.tui.widgets.levels import SIGNS, level_style
from simulator.usecases.coaching import Coaching


class CoachPanel(VerticalScroll, can_focus=False, inherit_bindings=False):
    """What helps, or is only there to be looked up."""

    def __init__(self) -> None:
        super().__init__(Words(), id="coach")

    def say(self, coaching: Coaching) -> None:
        """Show what may be shown now."""
        parts = [
            _block("What it called for", " and ".join(coaching.called_for)),
            *(
                lines(
                    (f"{shown_of.indicator}", "bold"),
                    (
                        f"{SIGNS[shown_of.level]} {shown_of.word}, level {shown_of.level:d} of 3",
                        level_style(shown_of.level),
                    ),
                    " ",
                )
                for shown_of in coaching.shown
            ),
            _block("Coach", coaching.why),
            _block("Hint", coaching.hint),
            _block("Your goal here", coaching.goal),
            _block("The situation", coaching.briefing),
        ]
        self.query_one(Words).say(lines(*parts))


def _block(heading: str, text: str) -> Content:
    return lines((heading, "bold $accent-ink"), prose(text), " ") if text else line("")
