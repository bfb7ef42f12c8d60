"""The manager's board line by line: who stands where, filters, names, and what stands behind each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from simulator.domain.attempt import Rep
from simulator.plain.exporting import ask_export
from simulator.plain.one_rep import look_at
from simulator.plain.voice import Quit, Voice, goodbye
from simulator.records.protocol import RecordsError
from simulator.usecases.board import BoardRow, board_row, rows_of
from simulator.usecases.board_in_brief import rows_in_brief
from simulator.usecases.desk import Desk
from simulator.usecases.on_board import Filter
from simulator.usecases.refusal import Refused
from simulator.usecases.roster import Roster, roster

PAGE: Final = 20
"""People that are said at once."""

MANY: Final = 1_000
"""From so many people on, reading them takes a moment."""

HELP: Final = (
    "Type a person's number, or a part of a name. m: more people. x: write those on show to a file.",
    f"Filters: {', '.join(Filter)}. Lapsing: ready for no more than 14 days, or expired.",
    "r or s: the board again. q: quit. ?: this help.",
)
WHY: Final = "The board goes by name: it is no ranking. A number opens what stands behind a verdict."


def look_around(desk: Desk, voice: Voice) -> None:
    """Spend a sitting at the board."""
    try:
        _Board(desk, voice, _read(desk, voice)).run()
    except Quit:
        voice.say(goodbye(example=desk.example))


def _read(desk: Desk, voice: Voice) -> Roster:
    """Read where everybody stands; estimates are read for those who are said."""
    found = roster(desk)
    if len(found.people) > MANY:
        voice.say(f"Reading where {found.number} stand …")
        voice.rest()
    found.take_brief(rows_in_brief(desk, found.at))
    return found


@dataclass(slots=True)
class _Board:
    """Somebody at the board."""

    desk: Desk
    voice: Voice
    found: Roster
    said: int = 0
    """How many of those on show have been said."""

    def run(self) -> None:
        """Answer until the person quits."""
        self._say_board()
        while True:
            self.voice.say("Type a person's number or name, a filter such as ready, or ? for help.")
            try:
                self._answer(self.voice.ask())
            except (Refused, RecordsError) as problem:
                self.voice.say(str(problem))

    def _answer(self, typed: str) -> None:
        answer = " ".join(typed.lower().split())
        commands: dict[str, Callable[[], None]] = {
            "": self._say_help,
            "?": self._say_help,
            "r": self._say_board,
            "s": self._say_board,
            "b": lambda: self.voice.say("You are at the board: there is nothing to go back to."),
            "w": lambda: self.voice.say(WHY),
            "m": self._say_more,
            "x": self._export,
            **{each.value: partial(self._filter, each) for each in Filter},
        }
        commands.get(answer, partial(self._find, typed))()

    def _export(self) -> None:
        self.found.check_size()
        ask_export(self.voice, partial(self.found.report, self.desk), f"team-{self.found.at:%Y-%m-%d}")

    def _filter(self, chosen: Filter) -> None:
        self.found.choose(chosen)
        self._say_board()

    def _find(self, typed: str) -> None:
        if typed.isdecimal():
            self._open_number(typed)
        else:
            self._look_for(typed)

    def _open_number(self, answer: str) -> None:
        reps = self._on_show()
        if 1 <= int(answer[:9]) <= len(reps):
            self._open(reps[int(answer[:9]) - 1])
        else:
            self.voice.say(f'"{answer[:20]}" is not one of the numbers: 1 to {len(reps)}.')

    def _look_for(self, typed: str) -> None:
        self.found.chosen, self.found.name = Filter.ALL, typed
        reps = self._on_show()
        if len(reps) == 1:
            self.found.choose(Filter.ALL)
            self._open(reps[0])
            return
        if not reps:
            self.found.choose(Filter.ALL)
            self.voice.say(f'Nobody is called anything with "{typed[:40]}", and it is no filter. ?: help.')
            return
        self._say_board()

    def _on_show(self) -> list[Rep]:
        return list(self.found.on_show())

    def _say_help(self) -> None:
        for fact in HELP:
            self.voice.say(fact)

    def _say_board(self) -> None:
        """Say how many stand where, and the first of those on show."""
        if self.desk.example:
            self.voice.say("These are example people; nothing here is kept.")
        counts = ", ".join(f"{self.found.counts[each]} {each}" for each in Filter if each is not Filter.ALL)
        self.voice.say(f"Team board: {self.found.number}; {counts}.")
        if self.found.only:
            self.voice.say(f"On show: {self.found.only}. all: everybody.")
        self.said = 0
        self._say_more()

    def _say_more(self) -> None:
        reps = self._on_show()
        if self.said >= len(reps):
            self.voice.say("That was everybody on show." if reps else _why_nobody(self.found))
            return
        page = reps[self.said : self.said + PAGE]
        self.found.take(rows_of(self.desk, self.found.unread(page, PAGE), self.found.at))
        for number, rep in enumerate(page, start=self.said + 1):
            self.voice.say(f"{number}. {_told(self.found.told(rep), self.found.rows[rep.id])}")
        self.said = min(len(reps), self.said + PAGE)
        left = len(reps) - self.said
        if left:
            self.voice.say(f"{left} more: m says the next {min(PAGE, left)}.")

    def _open(self, rep: Rep) -> None:
        look_at(self.desk, self.voice, rep)
        self.found.take((board_row(self.desk, rep, self.desk.now()),))
        self._say_board()


def _why_nobody(found: Roster) -> str:
    return found.why_nobody() + (" all: everybody." if found.people else "")


def _told(name: str, row: BoardRow) -> str:
    """Say one person's row as one fact after another."""
    return " ".join(_facts(name, row))


def _facts(name: str, row: BoardRow) -> Iterator[str]:
    yield f"{name}: {row.word}." + (f" {row.note}." if row.note and row.note != row.word else "")
    for cell in row.cells:
        first, arrow, now = cell.course.partition(" → ")
        course = f", {first} % at first, {now} now" if arrow else f", {first}" if first else ""
        yield f"{cell.title}: {cell.word.lower()}{course}."
    if row.decided:
        yield row.decided
