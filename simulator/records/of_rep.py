"""Chains that belong to a rep and to no attempt: what was decided about them, what they set out to do."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from simulator.domain.ids import RepId
from simulator.records.chain import first_link
from simulator.records.protocol import Flaw


class RowOfRep(Protocol):
    """A row in such a chain."""

    @property
    def rep(self) -> str:
        """Whose it is."""
        ...

    @property
    def link(self) -> str:
        """The link that it carries."""
        ...


Row = TypeVar("Row", bound=RowOfRep)


def newest(rep: RepId, stored: Sequence[RowOfRep]) -> str:
    """Return the link that the next row of a rep is tied to; `stored` are theirs, oldest first."""
    return stored[-1].link if stored else first_link(rep)


def flaws_by_rep(rows: Iterable[Row], link_of: Callable[[str, Row], str], what: str) -> Iterator[Flaw]:
    """Return the first row of each rep that does not hold; each rep's come in the order they were added."""
    by_rep: dict[str, list[Row]] = {}
    for row in rows:
        by_rep.setdefault(row.rep, []).append(row)
    for rep, group in by_rep.items():
        previous = first_link(RepId(rep))
        for number, row in enumerate(group, start=1):
            if link_of(previous, row) != row.link:
                message = f"{what.format(number=number)} was changed, or one before it removed"
                yield Flaw(rep=RepId(rep), attempt=None, number=number, message=message)
                break
            previous = row.link
