"""What every report has in common as JSON."""

from collections.abc import Mapping, Sequence
from typing import Final

from simulator.reports.views import DecisionView, Fact, When

FORMAT: Final = 1
"""The version of these keys."""

Json = str | int | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]
"""What JSON can hold."""


def iso(at: When | None) -> str | None:
    """Write a moment for machines."""
    return at.iso if at else None


def facts(given: Sequence[Fact]) -> Json:
    """Write named lines."""
    return [{"term": fact.term, "text": fact.text} for fact in given]


def decision(one: DecisionView) -> Json:
    """Write what somebody decided."""
    return {
        "decided": one.decided,
        "by": one.by,
        "role": one.role,
        "reason": one.reason,
        "at": one.at.iso,
        "until": one.until,
        "stands": one.stands,
    }
