"""One line of the transcript: who says what."""

from textual.content import Content
from textual.timer import Timer

from simulator.tui.text import line, prose, shown
from simulator.tui.widgets.hanging import Hanging
from simulator.usecases.showing import Line, Speaker

NAME_WIDTH = 8
TICK = 0.02
LETTERS_A_TICK = 2


class Bubble(Hanging):
    """What somebody said, beside their name."""

    def __init__(self, said: Line, *, asked: bool = False) -> None:
        super().__init__(Content(""), Content(""))
        self._timer: Timer | None = None
        self.become(said, asked=asked)

    def become(self, said: Line, *, asked: bool = False) -> None:
        """Say something else: to use a bubble again costs less than to make one."""
        self.finish()
        self.said = said
        self.asked = asked
        """Whether the rep asked for it, as for a hint: it is no part of the talk itself."""
        name = shown(said.name).truncate(NAME_WIDTH - 1, ellipsis=True)
        lead = line(name.stylize(f"bold ${said.speaker}"))
        self._who = lead.pad_right(NAME_WIDTH - lead.cell_length)
        self._all = prose(said.text, "$coach" if said.speaker is Speaker.COACH else "")
        for speaker in Speaker:
            self.set_class(speaker is said.speaker, f"-{speaker}")
        # What was asked for shows even where a panel repeats the coaching.
        self.set_class(said.speaker is Speaker.COACH and not asked, "-coaching")
        self.say(self._who, self._all)

    def reveal(self) -> None:
        """Let the words appear letter by letter."""
        self.say(self._who, self._all[:1])
        self._timer = self.set_interval(TICK, self._more)

    def finish(self) -> None:
        """Show all words at once."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
            self.say(self._who, self._all)

    def _more(self) -> None:
        shown_so_far = len(self._body) + LETTERS_A_TICK
        if shown_so_far >= len(self._all):
            self.finish()
        else:
            self.say(self._who, self._all[:shown_so_far])
