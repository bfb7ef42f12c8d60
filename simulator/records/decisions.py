"""Decisions as rows, and back; each rep's decisions form a chain of their own."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from simulator.domain.decision import Decided, Decision, Role
from simulator.domain.ids import RepId
from simulator.records.chain import link
from simulator.records.of_rep import flaws_by_rep, newest
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
    return ruling._replace(link=ruling_link(newest(decision.rep, stored), ruling))


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
    """Return the first decision about each rep that does not hold."""
    return flaws_by_rep(rulings, ruling_link, "decision {number} about the rep")
