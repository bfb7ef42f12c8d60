"""People and skills: a table of any length, of which only the lines in sight are drawn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from simulator.domain.attempt import Rep
from simulator.tui.text import line, shown
from simulator.tui.widgets.pick_list import MARK
from simulator.tui.widgets.skill_row import SIGNS, STYLES
from simulator.usecases.on_board import BoardCell, Group, OnBoard

GROUP_SIGNS: Final = {
    Group.READY: "●",
    Group.CLOSE: "◐",
    Group.BUILDING: "◔",
    Group.NOT_YET: "▽",
    Group.BLOCKED: "✕",
    Group.EXPIRED: "◌",
    Group.NOT_STARTED: "○",
}
"""A sign for each group: with its word, colour is never the only difference."""

GROUP_STYLES: Final = {
    Group.READY: "$good",
    Group.CLOSE: "$accent-ink",
    Group.BUILDING: "$accent-ink",
    Group.NOT_YET: "$bad",
    Group.BLOCKED: "bold $bad",
    Group.EXPIRED: "$bad",
    Group.NOT_STARTED: "$soft",
}

NAME_WIDTHS: Final = (14, 30)
"""Columns that a name has at least and at most."""
VERDICT_WIDTH: Final = 19
CELL_WIDTH: Final = 12
"""Columns for a sign and a word."""
COURSE_WIDTH: Final = 11
"""Columns more for the way from the first estimate to the latest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A line of the table."""

    rep: Rep
    called: str
    """Their name, told apart from their namesakes."""
    row: OnBoard | None
    """What is known so far; None for nothing."""


def _nothing(_rep: Rep) -> OnBoard | None:
    return None


def _name(rep: Rep) -> str:
    return rep.name


class BoardTable(Widget, can_focus=False, inherit_bindings=False):
    """Some people, one of them marked."""

    DEFAULT_CSS = "BoardTable { height: 1fr; }"

    @dataclass
    class Marked(Message):
        """Another person is marked."""

        person: Person | None

    @dataclass
    class Opened(Message):
        """The marked person was clicked."""

    def __init__(self, skills: Sequence[str]) -> None:
        super().__init__(markup=False)
        self._skills = tuple(skills)
        self._people: Sequence[Rep] = ()
        self._seen: Callable[[Rep], OnBoard | None] = _nothing
        self._told: Callable[[Rep], str] = _name
        self._at = 0
        self._top = 0

    @property
    def marked(self) -> Person | None:
        """The marked person; None where nobody is on show."""
        return self._person(self._at) if self._people else None

    @property
    def page(self) -> int:
        """How many people are in sight."""
        return max(1, self.content_size.height - 1)

    @property
    def in_sight(self) -> list[Rep]:
        """Who can be seen, the marked person first."""
        seen = self._people[self._top : self._top + self.page]
        return [self._people[self._at], *seen] if seen else []

    def say(
        self, people: Sequence[Rep], seen: Callable[[Rep], OnBoard | None], told: Callable[[Rep], str] = _name
    ) -> None:
        """Show these people, with what is known of each; the mark stays on whom it was, or where it was.

        `told` writes each name, told apart from namesakes.
        """
        before, listed = self.marked, self._people
        self._people, self._seen, self._told = people, seen, told
        if before is None or people is listed:
            self._go(self._at)
            return
        same = (at for at, each in enumerate(people) if each.id == before.rep.id)
        self._go(next(same, self._at))

    def _person(self, at: int) -> Person:
        rep = self._people[at]
        return Person(rep=rep, called=self._told(rep), row=self._seen(rep))

    def move(self, step: int) -> None:
        """Move the mark by so many people."""
        self._go(self._at + step)

    def _go(self, at: int) -> None:
        self._at = max(0, min(len(self._people) - 1, at))
        self._keep_in_sight()
        self.refresh()
        self.post_message(self.Marked(self.marked))

    def _keep_in_sight(self) -> None:
        highest = max(0, len(self._people) - self.page)
        self._top = min(max(self._top, self._at - self.page + 1, 0), self._at, highest)

    def on_resize(self) -> None:
        """Keep the marked person in sight, and tell who else is now."""
        self._go(self._at)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move on."""
        event.stop()
        self.move(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move back."""
        event.stop()
        self.move(-1)

    def on_click(self, event: events.Click) -> None:
        """Mark the clicked person; a click on the marked one opens."""
        at = self._top + event.y - 1
        if event.y < 1 or at >= len(self._people):
            return
        event.stop()
        if at == self._at:
            self.post_message(self.Opened())
        else:
            self._go(at)

    def render(self) -> Content:
        """Draw the heads and the people in sight."""
        width = self.content_size.width
        courses = self._name_width(width, COURSE_WIDTH) >= NAME_WIDTHS[0]
        columns = CELL_WIDTH + (COURSE_WIDTH if courses else 0)
        name = max(NAME_WIDTHS[0], self._name_width(width, COURSE_WIDTH if courses else 0))
        heads = [_fit(shown(skill, "bold $soft"), columns) for skill in self._skills]
        head = line(
            "  ",
            _fit(shown(f"Name{self._beyond()}", "bold $soft"), name),
            _fit(shown("Verdict", "bold $soft"), VERDICT_WIDTH),
        )
        drawn = [head + Content("").join(heads)]
        drawn += [
            _drawn(self._person(at), name, columns, courses=courses, on=at == self._at, width=width)
            for at in range(self._top, min(self._top + self.page, len(self._people)))
        ]
        return Content("\n").join(each.truncate(width) for each in drawn)

    def _beyond(self) -> str:
        """Say whether there are people above or below those in sight."""
        above, below = self._top > 0, self._top + self.page < len(self._people)
        return f" {'↑' * above}{'↓' * below} more" if above or below else ""

    def _name_width(self, width: int, course: int) -> int:
        """Return the columns that are left for names; fewer than a name needs where the cells are too wide."""
        return min(NAME_WIDTHS[1], width - 2 - VERDICT_WIDTH - len(self._skills) * (CELL_WIDTH + course))


def _drawn(person: Person, name: int, columns: int, *, courses: bool, on: bool, width: int) -> Content:
    called = shown(person.called, "bold" if on else "")
    if person.called != person.rep.name and called.cell_length >= name:
        # Cut off, the names would be alike again.
        called = shown(person.rep.typed, "bold" if on else "")
    who = _fit(called, name)
    row = person.row
    if row is None:
        said = who + shown("…", "$soft")
    else:
        beside = " *" if row.decided else ""
        verdict = line((f"{GROUP_SIGNS[row.group]} {row.word}", GROUP_STYLES[row.group]), (beside, "bold $accent-ink"))
        said = who + _fit(verdict, VERDICT_WIDTH)
        said += Content("").join(_fit(_cell(cell, courses=courses), columns) for cell in row.cells)
    whole = line((f"{MARK} " if on else "  ", "bold $accent-ink"), said)
    return whole.pad_right(max(0, width - whole.cell_length)).stylize_before("$arm-ink on $arm") if on else whole


def _cell(cell: BoardCell, *, courses: bool) -> Content:
    word = shown(f"{SIGNS[cell.standing]} {cell.word}", STYLES[cell.standing])
    if not courses:
        return word
    return word.pad_right(max(1, CELL_WIDTH - word.cell_length)) + shown(cell.course, "$soft")


def _fit(words: Content, width: int) -> Content:
    """Cut or fill to just so many columns, the last of them blank."""
    cut = words.truncate(width - 1, ellipsis=True)
    return cut.pad_right(width - cut.cell_length)
