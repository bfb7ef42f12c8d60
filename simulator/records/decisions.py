"""Decisions as rows, and back; each rep's decisions form a chain of their own."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from simulator.domain.decision import Decided, Decision, Role
from simulator.domain.ids import RepId
from simulator.records.chain import first_link, link
from simulator.records.protocol import Flaw, RecordsError
from simulator.records.rows import kept_text, moment, stamp


class Ruling(NamedTuple):
    """A decision's row."""

    rep: str
    decided: str
    decider: str
    role: str
    reason: str
    at: str
    until: str | None
    link: str


def ruling_link(previous: str, ruling: Ruling) -> str:
    """Compute the link that a decision's row should carry."""
    fields = ruling._asdict()
    del fields["link"]
    return link(previous, {"record": "decision", **fields})


def next_ruling(decision: Decision, stored: Sequence[Ruling]) -> Ruling | None:
    """Return the row of a decision after the rep's stored ones, or None where the very same is there."""
    ruling = Ruling(
        rep=decision.rep,
        decided=decision.decided.value,
        decider=kept_text(decision.by, "the name of who decides"),
        role=decision.role.value,
        reason=kept_text(decision.reason, "the reason"),
        at=stamp(decision.at),
        until=decision.until.isoformat() if decision.until else None,
        link="",
    )
    if ruling[:-1] in [each[:-1] for each in stored]:
        return None
    return ruling._replace(link=ruling_link(stored[-1].link if stored else first_link(decision.rep), ruling))


def decision_of(ruling: Ruling) -> Decision:
    """Return the decision that this row holds; RecordsError where no decision could have left such a row."""
    try:
        return Decision(
            rep=RepId(ruling.rep),
            decided=Decided(ruling.decided),
            by=ruling.decider,
            role=Role(ruling.role),
            reason=ruling.reason,
            at=moment(ruling.at),
            until=None if ruling.until is None else date.fromisoformat(ruling.until),
        )
    except (ValueError, TypeError) as error:
        raise RecordsError(
            f"a decision about {ruling.rep} was changed by something else than this program ({error}); "
            "`simulator records verify` shows where"
        ) from error


def decision_flaws(rulings: Iterable[Ruling]) -> Iterator[Flaw]:
    """Return the first decision about each rep that does not hold; each rep's come in the order they were added."""
    by_rep: dict[str, list[Ruling]] = {}
    for ruling in rulings:
        by_rep.setdefault(ruling.rep, []).append(ruling)
    for rep, group in by_rep.items():
        previous = first_link(RepId(rep))
        for number, ruling in enumerate(group, start=1):
            if ruling_link(previous, ruling) != ruling.link:
                message = f"decision {number} about the rep was changed, or one before it removed"
                yield Flaw(rep=RepId(rep), attempt=None, number=number, message=message)
                break
            previous = ruling.link
