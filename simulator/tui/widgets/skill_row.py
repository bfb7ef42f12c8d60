"""Where one skill stands: a word, a bar with the cut marked, a sentence, the newest evidence."""

from typing import TYPE_CHECKING

from textual.content import Content

from simulator.assessment.words import percent
from simulator.domain.verdict import Standing
from simulator.tui.text import line as joined
from simulator.tui.text import lines, shown
from simulator.tui.widgets.gauge import gauge
from simulator.tui.widgets.laid import Laid

if TYPE_CHECKING:
    from simulator.usecases.home import SkillRow as Row

STYLES = {
    Standing.UNSEEN: "$soft",
    Standing.GAP: "$bad",
    Standing.UNCERTAIN: "$accent-ink",
    Standing.MET: "$good",
}
SIGNS = {Standing.UNSEEN: "○", Standing.GAP: "▽", Standing.UNCERTAIN: "◐", Standing.MET: "●"}
"""A sign for each standing: colour is never the only difference."""

TITLE_WIDTH = 18
WORD_WIDTH = 15
PERCENT_WIDTH = 6
SHORTEST_BAR = 20
WIDEST_BAR = 52


class SkillRow(Laid):
    """One skill against the bar."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._row: Row | None = None

    def name_it(self, title: str) -> None:
        """Take another skill's title."""
        self._title = title

    def say(self, row: "Row") -> None:
        """Show where the skill stands."""
        self._row = row
        self.refresh(layout=True)

    def lay(self, width: int) -> Content:
        """Put the bar beside the word, and the sentence below."""
        title = shown(self._title, "bold").truncate(TITLE_WIDTH - 1, ellipsis=True)
        title = title.pad_right(TITLE_WIDTH - title.cell_length)
        if self._row is None:
            return lines(title + shown("…", "$soft"), Content(" "))
        row = self._row
        word = joined((f"{SIGNS[row.standing]} {row.word}", STYLES[row.standing]))
        return lines(
            *self._against_the_bar(row, title, word, width),
            *(line for text in self._below(row) if text for line in shown(text, "$soft").wrap(width)),
        )

    def _against_the_bar(self, row: "Row", title: Content, word: Content, width: int) -> tuple[Content, ...]:
        """Put the bar beside the word; where that leaves it too short, below."""
        estimate = "" if row.estimate is None else percent(row.estimate).replace("more than", "over")
        beside = shown(f"  {estimate}" if estimate else "", "$soft")
        aside = max(PERCENT_WIDTH, beside.cell_length)
        room = width - TITLE_WIDTH - WORD_WIDTH - aside
        if room >= SHORTEST_BAR:
            word = word.pad_right(max(1, WORD_WIDTH - word.cell_length))
            return (title + word + gauge(row.estimate, row.cut, min(WIDEST_BAR, room)) + beside,)
        long = max(SHORTEST_BAR, min(WIDEST_BAR, width - aside))
        return title + word, gauge(row.estimate, row.cut, long) + beside

    def _below(self, row: "Row") -> tuple[str, ...]:
        """Say what the bar rests on, and the newest of it where there is room: what to do next stands below."""
        crowded = self.screen.has_class("-compact") or (
            self.screen.has_class("-short") and not self.screen.has_class("-wide")
        )
        newest = f"Newest: {row.newest}." if row.newest and not crowded else ""
        return (f"{row.sentence}.", newest)
