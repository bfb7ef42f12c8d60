"""A person decides about a rep: it stands beside the computed verdict, for everybody to see, and replaces nothing."""

from dataclasses import dataclass
from datetime import UTC, date

from simulator.domain.attempt import Rep
from simulator.domain.decision import Decided, Decision, Role
from simulator.domain.member import Member
from simulator.domain.verdict import kind_of
from simulator.reports.decisions import decided_sentence
from simulator.usecases.days import day_of
from simulator.usecases.desk import Desk
from simulator.usecases.logins import deciding, signing
from simulator.usecases.naming import reason_of, signed_by
from simulator.usecases.readiness import readiness
from simulator.usecases.refusal import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What was recorded, beside what is computed."""

    decision: Decision
    before: bool
    """Whether the very same stood already."""
    sentence: str
    """Both, as reports say them."""


def decide(
    desk: Desk,
    rep: Rep,
    decided: Decided,
    *,
    by: str | None,
    role: Role | None,
    reason: str | None,
    until: str | None = None,
) -> Recorded:
    """Record a decision; Refused without a name, a reason, or with an end that is over. The same again is once."""
    at, member = desk.now(), deciding(desk)
    new = Decision(
        rep=rep.id,
        decided=decided,
        by=signed_by(signing(member, by), rep),
        role=_as_what(member, role),
        reason=reason_of(reason),
        at=at,
        until=last_day(until, at.astimezone(UTC).date()),
    )
    latest = desk.records.decisions(rep.id)[-1:]
    before = [each for each in latest if _content(each) == _content(new)]
    decision = before[0] if before else new
    desk.records.add_decision(decision)
    sentence = decided_sentence(decision, kind_of(readiness(desk, rep, at).verdict))
    return Recorded(decision=decision, before=bool(before), sentence=sentence)


def _as_what(member: Member | None, role: Role | None) -> Role:
    """Return as what somebody decides: their login's part, where it has one; Refused where another was given."""
    if member is None:
        if role is None:
            raise Refused("Say as what you decide: --role manager or --role trainer.")
        return role
    if role not in (None, Role(member.role)):
        raise Refused(f"This login is that of {member.person} ({member.role}): leave --role out.")
    return Role(member.role)


def _content(decision: Decision) -> tuple[object, ...]:
    return (decision.decided, decision.by, decision.role, decision.reason, decision.until)


def last_day(text: str | None, today: date) -> date | None:
    """Read the last day on which a decision stands; Refused where it is none, or over."""
    if text is None:
        return None
    day = day_of(text)
    if day is None:
        raise Refused(f'"{text[:20]}" is no day: write it as {today:%Y-%m-%d}.')
    if day < today:
        raise Refused(f"{day} is over already: name the last day on which the decision stands, or leave it out.")
    return day
