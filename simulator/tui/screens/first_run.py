"""The first run: a name, one question, and straight into a first conversation."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from textual import on
from textual.containers import Vertical
from textual.widget import Widget

from simulator.domain.attempt import Rep
from simulator.tui.action import Action
from simulator.tui.keys import bindings_of
from simulator.tui.requests import GoPlain, Joined, Quit
from simulator.tui.screens.page import Page
from simulator.tui.text import Words, line, lines, shown
from simulator.tui.widgets.entry import Entry
from simulator.tui.widgets.pick_list import PickList, row
from simulator.usecases.people import join

FACES = (
    "This screen: colours, keys and the mouse.",
    "Plain text: whole lines, made for screen readers; nothing moves, nothing is drawn.",
)


class FirstRunScreen(Page):
    """Asks who this is, unless a login says it, and which face they want."""

    PLACE = "first-run"
    CSS_PATH = "first_run.tcss"
    BINDINGS = bindings_of("first-run")

    def body(self) -> Iterable[Widget]:
        """Ask for the name first."""
        with Vertical(id="card"):
            yield Words(
                lines(
                    ("Welcome.", "bold $accent-ink"),
                    " ",
                    "Here you practise hard customer conversations before you have them.",
                    ("Nobody watches. Practice counts neither for nor against you.", "$soft"),
                    " ",
                )
            )
            yield Words(shown("What do people call you?", "bold"), id="question")
            if self.sitting.rep is None:
                yield Entry(hint="Type your name, then press enter", id="name")
            yield PickList(id="faces")

    def on_mount(self) -> None:
        """Let the name be typed at once."""
        super().on_mount()
        self.query_one("#faces").display = False
        if self.sitting.rep is None:
            self.query_one(Entry).focus()
        else:
            self._ask_face(self.sitting.rep)

    @on(Entry.Submitted)
    def take_name(self, event: Entry.Submitted) -> None:
        """Add the person."""
        event.stop()
        self.meanwhile(partial(join, self.sitting.desk, event.value), self._joined)

    def _joined(self, rep: Rep) -> None:
        self.sitting.rep = rep
        self.sitting.newcomer = True
        self.note(self.sitting.remember(replace(self.sitting.settings, rep=rep.typed)))
        self.query_one(Entry).remove()
        self._ask_face(rep)

    def _ask_face(self, rep: Rep) -> None:
        hello = line(
            ("Good to have you, ", ""), (rep.name, "bold $rep"), ". Do you use a screen reader, or like plain text?"
        )
        self.query_one("#question", Words).say(hello)
        faces = self.query_one("#faces", PickList)
        faces.display = True
        faces.fill([row(f"{number}", face) for number, face in enumerate(FACES, start=1)], 0)

    def offered(self) -> Sequence[Action]:
        """Say how to leave: by q, but while the name is typed, a letter is a letter."""
        typing = bool(self.query(Entry))
        return [
            replace(action, label="quit", footer=action.footer or typing)
            if action.id in {"everywhere.back", "everywhere.stop"}
            else action
            for action in super().offered()
        ]

    def action_move(self, key: str) -> None:
        """Move the mark."""
        self.query_one("#faces", PickList).move(1 if key == "down" else -1)

    def action_pick(self, key: str) -> None:
        """Take a face by its number."""
        self._take(int(key) - 1)

    def action_take(self) -> None:
        """Take the marked face."""
        self._take(self.query_one("#faces", PickList).marked or 0)

    @on(PickList.Clicked)
    def click_face(self, event: PickList.Clicked) -> None:
        """Take the clicked face."""
        self._take(event.number)

    def _take(self, face: int) -> None:
        if self.sitting.rep is None:
            return
        if face == 0:
            # Kept though nothing changes: whose login says who they are is not asked again.
            self.note(self.sitting.remember(self.sitting.settings))
            self.post_message(Joined())
            return
        self.sitting.remember(replace(self.sitting.settings, plain=True))
        self.post_message(GoPlain())

    def action_back(self) -> None:
        """Quit."""
        self.post_message(Quit())
