"""Which evidence counts, and until when.

An attempt's evidence ages together, from the attempt's last standing move: one conversation is one piece
of evidence, and half of it expiring would change what it says. It counts through the last instant of
the bar's days. An attempt dated after the present (a clock was set back) is of age 0, so it counts.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from simulator.domain.evidence import AttemptEvidence
from simulator.domain.rubric import Bar
from simulator.domain.scenario import Purpose


def in_utc(moment: datetime) -> datetime:
    """Return the moment in UTC; ValueError where it names no time zone."""
    if moment.utcoffset() is None:
        raise ValueError(f"{moment.isoformat()} names no time zone: give times in UTC")
    return moment.astimezone(UTC)


def counts_until(evidence: AttemptEvidence, bar: Bar) -> datetime:
    """Return the last instant at which an attempt's evidence counts, in UTC."""
    try:
        return in_utc(evidence.last) + timedelta(days=bar.evidence_days)
    except OverflowError:
        return datetime.max.replace(tzinfo=UTC)


def first_sights(evidence: Iterable[AttemptEvidence]) -> tuple[AttemptEvidence, ...]:
    """Return the first-sight assessments of any age, oldest first: all that can ever count."""
    chosen = (each for each in evidence if each.purpose is Purpose.ASSESSMENT and each.first_sight)
    return tuple(sorted(chosen, key=lambda each: (in_utc(each.started), each.attempt)))


def counting(evidence: Iterable[AttemptEvidence], bar: Bar, at: datetime) -> tuple[AttemptEvidence, ...]:
    """Return the first-sight assessments that count at a moment, oldest first."""
    return tuple(each for each in first_sights(evidence) if counts_until(each, bar) >= in_utc(at))
