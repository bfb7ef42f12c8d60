"""The manager's board: people and skills, filled while it is read, with whoever is marked said in full below."""

import asyncio
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import partial

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from simulator.domain.attempt import Rep
from simulator.reports.wording import counted
from simulator.tui.action import Action
from simulator.tui.board_actions import FILTERS
from simulator.tui.keys import bindings_of
from simulator.tui.requests import ShowEvidence
from simulator.tui.screens.board_words import detail, how_far, why_nobody
from simulator.tui.screens.on_rep import Export, OnRep
from simulator.tui.sitting import Sitting
from simulator.tui.text import Words, shown
from simulator.tui.widgets.board_table import BoardTable
from simulator.tui.widgets.entry import Entry
from simulator.tui.widgets.filter_bar import FilterBar
from simulator.tui.widgets.title_bar import TitleBar
from simulator.usecases.board import BoardRow, board_row, rows_of
from simulator.usecases.board_in_brief import rows_in_brief
from simulator.usecases.debrief import skill_title
from simulator.usecases.desk import Desk
from simulator.usecases.on_board import Filter, OnBoard
from simulator.usecases.refusal import Refused
from simulator.usecases.roster import Roster, roster

BATCH = 8
"""People read between two looks at the screen."""

UNREAD = "Nothing could be read. Enter tries again; q {}."


class BoardScreen(OnRep):
    """Everybody's standing."""

    PLACE = "board"
    CSS_PATH = "board.tcss"
    BINDINGS = bindings_of("board")

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.roster: Roster | None = None
        """Everybody; None until it is read who there is."""
        self._reading = False

    @property
    def is_lowest(self) -> bool:
        """Whether there is nothing to go back to from here; among examples, it lies above a home."""
        return self.face.screen_stack[0] is self

    def title_words(self) -> Content:
        """Say where this is."""
        return shown("Team board", "bold")

    def remark(self) -> Content | None:
        """Say how many people there are, and that examples are examples."""
        if self.roster is None:
            return None
        return shown(f"{self.roster.number}{', made up as examples' if self.sitting.desk.example else ''}", "$soft")

    def body(self) -> Iterable[Widget]:
        """Leave room for the table between filters and the marked person."""
        desk = self.sitting.desk
        yield FilterBar(FILTERS)
        yield Words(id="reading")
        yield Vertical(id="ask")
        yield Words(id="empty")
        yield BoardTable([skill_title(desk, skill) for skill in desk.library.bar().skills])
        yield Words(id="detail")

    def on_mount(self) -> None:
        """Read once the frame is on the screen."""
        super().on_mount()
        self.show()
        self.call_after_refresh(self.read)

    def read(self) -> None:
        """Read who there is and where they stand in brief, then one after the other in full."""
        self._reading = True
        self.aside(self._read, group="load", exclusive=True)

    async def _read(self) -> None:
        desk = self.sitting.desk
        try:
            self.roster = found = await asyncio.to_thread(roster, desk)
            self.show()
            found.take_brief(await asyncio.to_thread(_in_brief, desk, found.at))
            self.show()
            while batch := found.unread(self.query_one(BoardTable).in_sight, BATCH):
                found.take(await asyncio.to_thread(_in_full, desk, batch, found.at))
                self.show()
        except Exception as problem:
            if not self.answer(problem):
                raise
        finally:
            self._reading = False

    def _read_on(self) -> None:
        """Read whoever has come into sight."""
        found, sight = self.roster, self.query_one(BoardTable).in_sight
        if found is not None and found.known and not self._reading and (batch := found.unread(sight, BATCH)):
            self._reading = True
            self.aside(partial(self._read_more, found, batch), group="load")

    async def _read_more(self, found: Roster, batch: Sequence[Rep]) -> None:
        try:
            found.take(await asyncio.to_thread(_in_full, self.sitting.desk, batch, found.at))
        except Exception as problem:
            if not self.answer(problem):
                raise
            return
        finally:
            self._reading = False
        self.show()

    def show(self) -> None:
        """Show who is on show, and how far the reading is."""
        found = self.roster
        self.query_one(TitleBar).say(self.title_words(), self.remark())
        counts = {each: found.counts[each] if found else 0 for each in Filter}
        self.query_one(FilterBar).say(counts, found.chosen if found else Filter.ALL, self.sitting.keys)
        reading = how_far(found, typing=self.asking) if found else shown("Reading who there is …", "$soft")
        self.query_one("#reading", Words).say_if_any(reading)
        on_show: Sequence[Rep] = found.on_show() if found else ()
        self.query_one("#empty", Words).say_if_any(shown(why_nobody(found) if found and not on_show else "", "$soft"))
        table = self.query_one(BoardTable)
        table.display = bool(on_show)
        if found:
            table.say(on_show, found.seen, found.told)
        self.refresh_keys()

    @on(BoardTable.Marked)
    def show_marked(self) -> None:
        """Say in full where the marked person stands."""
        person = self.query_one(BoardTable).marked
        row = person.row if person else None
        self.query_one("#detail", Words).say_if_any(detail(person.called, row) if person and row else Content(""))
        self.refresh_keys()
        self._read_on()

    @property
    def meant(self) -> Rep | None:
        """The marked person."""
        person = self.query_one(BoardTable).marked if self.is_mounted else None
        return person.rep if person else None

    def offers(self, action: Action) -> bool:
        """Offer what needs somebody only where somebody is marked."""
        needs = {"board.open", "board.move", "board.leap", "board.decide", "board.review", "board.export"}
        return action.id not in needs or self.meant is not None

    def action_show(self, name: str) -> None:
        """Use a filter."""
        if self.roster is not None:
            self.roster.choose(Filter(name))
            self.note("")
            self.show()

    def action_find(self) -> None:
        """Let a part of a name be typed."""
        if self.roster is not None and not self.asking:
            entry = Entry(self.roster.name, hint="Part of a name")
            self.query_one("#ask").mount(entry)
            entry.focus()
            self.refresh_keys()

    @on(Entry.Changed)
    def narrow(self, event: Entry.Changed) -> None:
        """Show whose name holds what is typed."""
        event.stop()
        self._look_for(event.value.strip())

    @on(Entry.Submitted)
    def keep_name(self, event: Entry.Submitted) -> None:
        """Keep what is typed, and let the keys mean what they did."""
        event.stop()
        self.call_later(self.take_question_away)

    async def take_question_away(self) -> None:
        """Take the line away, and say which name is looked for."""
        await super().take_question_away()
        self.show()

    def action_drop(self) -> None:
        """Forget what was typed."""
        super().action_drop()
        self._look_for("")

    def _look_for(self, name: str) -> None:
        if self.roster is not None:
            self.roster.name = name
            self.show()

    def action_move(self, key: str) -> None:
        """Move the mark; what was said of somebody may not be taken for another."""
        self.note("")
        self.query_one(BoardTable).move(1 if key in {"down", "j"} else -1)

    def action_leap(self, key: str) -> None:
        """Move the mark by a page, or to an end."""
        self.note("")
        table, whole = self.query_one(BoardTable), len(self.roster.people) if self.roster else 0
        table.move({"pageup": -table.page, "pagedown": table.page, "home": -whole, "end": whole}[key])

    @on(BoardTable.Opened)
    def action_open(self) -> None:
        """Open the marked person's evidence; where nothing could be read, read again."""
        if self.roster is None:
            self.read()
        elif self.meant is not None:
            self.post_message(ShowEvidence(self.meant))

    def reread(self, rep: Rep) -> None:
        """Read anew where somebody stands."""
        desk = self.sitting.desk
        self.aside(partial(self._meanwhile, partial(board_row, desk, rep, desk.now()), self._replace))

    def _replace(self, row: BoardRow) -> None:
        if self.roster is not None:
            self.roster.take([row])
            self.show()

    def answer(self, problem: Exception) -> bool:
        """Say how to ask again where nothing could be read at all."""
        if self.roster is None:
            self.query_one("#empty", Words).say_if_any(
                shown(UNREAD.format("quits" if self.is_lowest else "goes back"), "$bad")
            )
        return super().answer(problem)

    def action_export(self) -> None:
        """Write those on show, unless that are too many to wait for."""
        try:
            if self.roster is not None:
                self.roster.check_size()
        except Refused as refusal:
            self.note(str(refusal))
            return
        super().action_export()

    def what_to_export(self) -> Export:
        """Export who is on show."""
        found = self.roster
        assert found is not None, "nothing is offered before it is read who there is"
        number = counted(len(found.on_show()), "person", "people")
        return Export(
            what=f"the board of {number}{f' ({found.only})' if found.only else ''}",
            gather=partial(found.report, self.sitting.desk),
            name=f"team-{found.at:%Y-%m-%d}",
        )


def _in_brief(desk: Desk, at: datetime) -> list[OnBoard]:
    return list(rows_in_brief(desk, at))


def _in_full(desk: Desk, reps: Sequence[Rep], at: datetime) -> list[BoardRow]:
    return list(rows_of(desk, reps, at))
