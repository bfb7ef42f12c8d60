"""What people decided, beside the computed verdict and never in its place."""

from collections.abc import Sequence
from datetime import datetime

from simulator.assessment.words import LABELS
from simulator.domain.decision import Decided, Decision, standing
from simulator.domain.verdict import VerdictKind
from simulator.reports.views import DecisionView
from simulator.reports.wording import on_one_line, when

_WORDS = {Decided.READY: "ready", Decided.NOT_YET: "not yet"}


def decided_sentence(decision: Decision, computed: VerdictKind) -> str:
    """Say who decided what and why, and what is computed."""
    reason = on_one_line(decision.reason)
    stop = "" if reason.endswith((".", "!", "?")) else "."
    return (
        f"Decided by {decision.by} ({decision.role}) on {when(decision.at).day}: {decided_words(decision)}, "
        f'because: "{reason}{stop}" The computed verdict is: {LABELS[computed]}.'
    )


def decided_words(decision: Decision) -> str:
    """Say what was decided, and until when."""
    end = f" until {decision.until}" if decision.until else ""
    return f"{_WORDS[decision.decided]}{end}"


def decision_views(decisions: Sequence[Decision], at: datetime) -> tuple[DecisionView, ...]:
    """Show every decision, the newest first; `decisions` come in the order they were added."""
    stands = standing(decisions, at)
    return tuple(
        decision_view(each, _state(each, at, latest=each is decisions[-1]), stands=each is stands)
        for each in reversed(decisions)
    )


def decision_view(decision: Decision, state: str, *, stands: bool) -> DecisionView:
    """Show one decision."""
    return DecisionView(
        decided=decision.decided.value,
        words=decided_words(decision),
        by=decision.by,
        role=decision.role.value,
        reason=decision.reason,
        at=when(decision.at),
        until=decision.until.isoformat() if decision.until else None,
        stands=stands,
        state=state,
    )


def _state(decision: Decision, at: datetime, *, latest: bool) -> str:
    if not latest:
        return "A later decision has taken its place."
    return f"It ended with {decision.until}." if decision.ended(at) else "It stands."
