"""Which critical errors are still open, and what closes them.

A critical error never ages: waiting must not clear it. A trainer's review and then fresh assessments without
one do.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from simulator.assessment.window import first_sights, in_utc
from simulator.domain.attempt import Review
from simulator.domain.evidence import AttemptEvidence, CriticalError
from simulator.domain.rubric import Bar
from simulator.domain.scenario import Purpose


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenError:
    """A critical error that still blocks."""

    error: CriticalError
    reviewed: bool
    """Whether a trainer has looked at it."""
    clean_needed: int
    """Fresh assessments without a critical error that are still needed after the review."""


def open_errors(evidence: Sequence[AttemptEvidence], bar: Bar, reviews: Iterable[Review]) -> tuple[OpenError, ...]:
    """Return the critical errors of assessments that still block, oldest first."""
    known = tuple(reviews)
    errors = (error for each in evidence if each.purpose is Purpose.ASSESSMENT for error in each.critical)
    ordered = sorted(errors, key=lambda error: (in_utc(error.at), error.attempt, error.turn))
    judged = (_judge(error, evidence, bar, known) for error in ordered)
    return tuple(each for each in judged if not each.reviewed or each.clean_needed > 0)


def _judge(error: CriticalError, evidence: Sequence[AttemptEvidence], bar: Bar, reviews: Iterable[Review]) -> OpenError:
    # A review speaks for what had happened by then: an error made later in the same attempt needs its own.
    looks = [
        in_utc(review.at)
        for review in reviews
        if review.attempt == error.attempt and in_utc(review.at) >= in_utc(error.at)
    ]
    clean = _clean_since(min(looks), evidence) if looks else 0
    return OpenError(error=error, reviewed=bool(looks), clean_needed=max(0, bar.clean_after_critical - clean))


def _clean_since(review: datetime, evidence: Iterable[AttemptEvidence]) -> int:
    """Count the fresh assessments begun after a review, finished, and free of critical errors."""
    return len(
        {
            each.scenario
            for each in first_sights(evidence)
            if in_utc(each.started) > review and each.ending is not None and not each.critical
        }
    )
