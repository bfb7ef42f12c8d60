"""Where to go to: any turn or ending, in any state. Type to find it; a state may be typed behind its name."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen

from simulator.domain.scenario import Scenario
from simulator.tui.text import Words, line, shown
from simulator.tui.widgets.entry import Entry
from simulator.tui.widgets.pick_list import PickList, Row
from simulator.tui.widgets.scrolled import Box
from simulator.usecases.refusal import Refused
from simulator.usecases.starting import Place, Wanted, places, vocabulary, wanted

MOST = 30
"""Turns that are listed at once; typing finds the others."""

WIDEST, AROUND = 96, 14
"""Columns that the picker takes at most, and those of them around a row's words."""

HINT = "a turn, and behind it a state if you like: opening trust=3 knows_deadline -promised"


class TurnPicker(ModalScreen[Wanted]):
    """Type to find, enter to go there."""

    CSS_PATH = "turn_picker.tcss"
    ALLOW_SELECT = False
    BINDINGS = [  # noqa: RUF012 - as Textual declares it
        Binding("escape", "done", "Close", priority=True),
        Binding("down", "move(1)", "Down", priority=True),
        Binding("up", "move(-1)", "Up", priority=True),
        Binding("tab", "complete", "Complete", priority=True),
        Binding("ctrl+c", "app.stop", "Stop", priority=True),
    ]

    def __init__(self, scenario: Scenario, place: str) -> None:
        super().__init__()
        self._scenario = scenario
        self._place = place
        self._places = places(scenario)
        self._found: tuple[Place, ...] = ()

    def compose(self) -> ComposeResult:
        """Put the field above the turns, and below them what a state is made of."""
        with Box(id="picker"):
            yield Words(shown("Go to", "bold $accent-ink"))
            yield Entry(hint=HINT)
            yield PickList(id="found")
            yield Words(id="refusal")
            yield Words(
                line(("A state is made of  ", "$soft"), "  ".join(vocabulary(self._scenario)) or "nothing here")
            )
            yield Words(
                line(
                    ("enter", "bold $accent-ink"), (" go   ", "$soft"),
                    ("tab", "bold $accent-ink"), (" take the name   ", "$soft"),
                    ("esc", "bold $accent-ink"), (" leave it", "$soft"),
                ),
                id="keys",
            )  # fmt: skip

    def on_mount(self) -> None:
        """Show every turn, the one on show marked."""
        self._show("")

    @on(Entry.Changed)
    def find(self, event: Entry.Changed) -> None:
        """Show what fits the first word."""
        event.stop()
        self._show(event.value.partition(" ")[0])
        self._refuse("")

    def _show(self, typed: str) -> None:
        fitting = [place for place in self._places if typed.lower() in place.id]
        # An exact name first, then those that begin with it.
        fitting.sort(key=lambda place: (place.id != typed, not place.id.startswith(typed)))
        self._found = tuple(fitting[:MOST])
        here = next((number for number, place in enumerate(self._found) if place.id == self._place and not typed), 0)
        self.query_one(PickList).fill([self._row(place) for place in self._found], here if self._found else None)

    def _row(self, place: Place) -> Row:
        """Show a turn on one line, as much as there is room for."""
        kind = "ending  " if place.ending else ""
        room = min(WIDEST, self.size.width * 9 // 10) - len(place.id) - len(kind) - AROUND
        words = shown(place.words, "$soft").truncate(max(room, 0), ellipsis=True)
        return Row("", line((f"{place.id}  ", "bold"), (kind, "$accent-ink"), words))

    def action_move(self, step: int) -> None:
        """Move the mark."""
        self.query_one(PickList).move(step)

    def action_complete(self) -> None:
        """Write the marked name, so that a state can be typed behind it."""
        entry, place = self.query_one(Entry), self._marked
        if place is not None:
            entry.value = f"{place.id} {entry.value.partition(' ')[2]}"
            entry.cursor_position = len(entry.value)

    @property
    def _marked(self) -> Place | None:
        marked = self.query_one(PickList).marked
        return None if marked is None else self._found[marked]

    @on(Entry.Submitted)
    def go(self, event: Entry.Submitted) -> None:
        """Go to the marked turn."""
        event.stop()
        self._go(event.value.partition(" ")[2])

    @on(PickList.Clicked)
    def go_clicked(self, event: PickList.Clicked) -> None:
        """Go to the clicked turn."""
        event.list.mark(event.number)
        self._go(self.query_one(Entry).value.partition(" ")[2])

    def _go(self, state: str) -> None:
        place = self._marked
        if place is None:
            self._refuse("No turn is called like that.")
            return
        try:
            self.dismiss(wanted(self._scenario, place.id, state))
        except Refused as refusal:
            self._refuse(str(refusal))

    def _refuse(self, why: str) -> None:
        self.query_one("#refusal", Words).say(shown(why, "bold $bad"))

    def action_done(self) -> None:
        """Stay where it stands."""
        self.dismiss(None)
