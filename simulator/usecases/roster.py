"""Who stands on the board while it is being read, and whom a filter or a part of a name leaves in."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain, islice
from typing import Final

from simulator.domain.attempt import Rep
from simulator.domain.ids import RepId
from simulator.domain.namesakes import told_apart
from simulator.reports.team_views import TeamView
from simulator.reports.wording import counted
from simulator.usecases.board import BoardRow, board_row, board_view, people
from simulator.usecases.desk import Desk
from simulator.usecases.on_board import Filter, OnBoard, shows
from simulator.usecases.refusal import Refused

SMALL: Final = 500
"""Up to so many people are all read in full; of more, whoever is looked at: some thirty are read in a second."""

NOBODY: Final = "Nobody has practised here yet. They appear here once they have: they begin with `simulator`."
"""What an empty board says."""


@dataclass(slots=True, kw_only=True)
class Roster:
    """Everybody by name: first all of them in brief, then one row after the other in full."""

    people: tuple[Rep, ...]
    at: datetime
    """The moment for which it is read, in UTC."""
    called: Mapping[RepId, str] = field(default_factory=dict[RepId, str])
    """Everybody's name, with the handle behind it where another has the same."""
    chosen: Filter = Filter.ALL
    name: str = ""
    """The part of a name or handle that is looked for; empty for none."""
    rows: dict[RepId, BoardRow] = field(default_factory=dict[RepId, BoardRow])
    """Who is read in full."""
    counts: Counter[Filter] = field(default_factory=Counter[Filter])
    """How many of those known so far each filter shows."""
    _brief: dict[RepId, OnBoard] = field(default_factory=dict[RepId, OnBoard])
    _all_in_brief: bool = False
    _listed: tuple[tuple[Filter, str], list[Rep]] | None = None
    """Who was on show last, and by which filter and name: to look through many anew for each key would be slow."""

    @property
    def known(self) -> bool:
        """Whether it is known of everybody where they stand."""
        return self._all_in_brief or len(self.rows) == len(self.people)

    @property
    def done(self) -> bool:
        """Whether everybody is read in full, or would only be on demand."""
        return self.known and (len(self.people) > SMALL or len(self.rows) == len(self.people))

    @property
    def number(self) -> str:
        """How many people there are, in words."""
        return counted(len(self.people), "person", "people")

    def take_brief(self, rows: Iterable[OnBoard]) -> None:
        """Take everybody's rows in brief; whoever has gone since the names were read leaves, who came is not there."""
        told = {row.rep.id: row for row in rows}
        self.people = tuple(rep for rep in self.people if rep.id in told or rep.id in self.rows)
        for rep in self.people:
            if rep.id in told:
                self._count(told[rep.id])
                self._brief[rep.id] = told[rep.id]
        self._all_in_brief, self._listed = True, None

    def take(self, rows: Iterable[BoardRow]) -> None:
        """Add rows that were read in full, or put newer ones in their place."""
        for row in rows:
            self._count(row)
            self.rows[row.rep.id] = row

    def _count(self, row: OnBoard) -> None:
        before = self.seen(row.rep)
        if before is None or before.filters != row.filters:
            self.counts.subtract(before.filters if before else ())
            self.counts.update(row.filters)
            self._listed = None

    def seen(self, rep: Rep) -> OnBoard | None:
        """Return what is known of somebody so far: in full, else in brief, else nothing."""
        return self.rows.get(rep.id) or self._brief.get(rep.id)

    def told(self, rep: Rep) -> str:
        """Write somebody's name, told apart from their namesakes."""
        return self.called.get(rep.id, rep.name)

    def unread(self, first: Iterable[Rep], most: int) -> list[Rep]:
        """List who is to be read in full next: of those given; then, where the team is small, of all."""
        wanted = chain(first, self.people if len(self.people) <= SMALL else ())
        return list(islice(dict.fromkeys(rep for rep in wanted if rep.id not in self.rows), most))

    def choose(self, chosen: Filter) -> None:
        """Use a filter; that for all forgets the name too."""
        self.chosen = chosen
        if chosen is Filter.ALL:
            self.name = ""

    def on_show(self) -> Sequence[Rep]:
        """List who is on show; whoever nothing is known of yet stands among all."""
        asked = (self.chosen, self.name)
        if self._listed is None or self._listed[0] != asked:
            self._listed = (asked, list(self._chosen()))
        return self._listed[1]

    def _chosen(self) -> Iterator[Rep]:
        whole = self.chosen is Filter.ALL and not self.name
        for rep in self.people:
            row = self.seen(rep)
            if whole or (row is not None and shows(row, self.chosen, self.name)):
                yield rep

    def why_nobody(self) -> str:
        """Say why nobody is on show, and how somebody is again."""
        if not self.people:
            return NOBODY
        name = f' whose name holds "{self.name}"' if self.name else ""
        kind = f" is {self.chosen}" if self.chosen is not Filter.ALL else " is here"
        return f"Nobody{name}{kind}."

    @property
    def only(self) -> str:
        """Whom it leaves in, in words; empty where it leaves in all."""
        parts = [self.chosen.value] if self.chosen is not Filter.ALL else []
        parts += [f'names with "{self.name}"'] if self.name else []
        return ", ".join(parts if self.known else [*parts, "read so far"])

    def check_size(self) -> None:
        """Refuse a report on more people than somebody would wait for."""
        number = len(self.on_show())
        if number > SMALL:
            raise Refused(
                f"A full report on {number} people would take minutes: choose a filter or a part of a name that "
                f"leaves no more than {SMALL}, or type: simulator team --brief -o team.csv"
            )

    def report(self, desk: Desk) -> TeamView:
        """Make the team's report of those on show, all read in full; its title says where that is not everybody."""
        rows = [self.rows.get(rep.id) or board_row(desk, rep, self.at) for rep in self.on_show()]
        return board_view(desk, rows, self.at, self.only)


def roster(desk: Desk) -> Roster:
    """Begin the board: everybody by name, with nothing read of them."""
    found = people(desk)
    return Roster(people=found, at=desk.now(), called=told_apart(found))
