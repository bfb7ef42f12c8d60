"""Who stands on the board while it is being read, and whom a filter or a part of a name leaves in."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from simulator.domain.attempt import Rep
from simulator.domain.ids import RepId
from simulator.reports.team_views import TeamView
from simulator.reports.wording import counted
from simulator.usecases.board import BoardRow, Filter, board_view, people, shows
from simulator.usecases.desk import Desk

NOBODY: Final = "Nobody has practised here yet. They appear here once they have: they begin with `simulator`."
"""What an empty board says."""


@dataclass(slots=True, kw_only=True)
class Roster:
    """Everybody by name, with the rows that are read so far: it grows until all are."""

    people: tuple[Rep, ...]
    at: datetime
    """The moment for which it is read, in UTC."""
    chosen: Filter = Filter.ALL
    name: str = ""
    """The part of a name or handle that is looked for; empty for none."""
    rows: dict[RepId, BoardRow] = field(default_factory=dict[RepId, BoardRow])
    counts: Counter[Filter] = field(default_factory=Counter[Filter])
    """How many of those read so far each filter shows."""

    @property
    def done(self) -> bool:
        """Whether everybody is read."""
        return len(self.rows) == len(self.people)

    @property
    def number(self) -> str:
        """How many people there are, in words."""
        return counted(len(self.people), "person", "people")

    def take(self, rows: Iterable[BoardRow]) -> None:
        """Add rows that were read, or put newer ones in their place."""
        for row in rows:
            before = self.rows.get(row.rep.id)
            self.counts.subtract(before.filters if before else ())
            self.counts.update(row.filters)
            self.rows[row.rep.id] = row

    def choose(self, chosen: Filter) -> None:
        """Use a filter; that for all forgets the name too."""
        self.chosen = chosen
        if chosen is Filter.ALL:
            self.name = ""

    def on_show(self) -> Iterator[tuple[Rep, BoardRow | None]]:
        """Yield who is on show; whoever is still to be read stands among all."""
        whole = self.chosen is Filter.ALL and not self.name
        for rep in self.people:
            row = self.rows.get(rep.id)
            if whole if row is None else shows(row, self.chosen, self.name):
                yield rep, row

    def why_nobody(self) -> str:
        """Say why nobody is on show, and how somebody is again."""
        if not self.people:
            return NOBODY
        name = f' whose name holds "{self.name}"' if self.name else ""
        kind = f" is {self.chosen}" if self.chosen is not Filter.ALL else " is here"
        return f"Nobody{name}{kind}. a shows everybody."

    @property
    def only(self) -> str:
        """Whom it leaves in, in words; empty where it leaves in all."""
        parts = [self.chosen.value] if self.chosen is not Filter.ALL else []
        parts += [f'names with "{self.name}"'] if self.name else []
        return ", ".join(parts if self.done else [*parts, "read so far"])

    def report(self, desk: Desk) -> TeamView:
        """Make the team's report of those on show; its title says where that is not everybody."""
        return board_view(desk, [row for _, row in self.on_show() if row], self.at, self.only)


def roster(desk: Desk) -> Roster:
    """Begin the board: everybody by name, with nothing read of them."""
    return Roster(people=people(desk), at=desk.now())
