"""Whether a rep is ready, and on what that stands."""

from dataclasses import dataclass
from datetime import datetime

from simulator.assessment.verdict import Offer, decide
from simulator.domain.attempt import Rep
from simulator.domain.scenario import Purpose
from simulator.domain.verdict import Verdict
from simulator.usecases.desk import Desk
from simulator.usecases.evidence import Gathered, gather


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """A verdict with everything gathered for it."""

    rep: Rep
    verdict: Verdict
    gathered: Gathered


def readiness(desk: Desk, rep: Rep, at: datetime | None = None) -> Readiness:
    """Decide on a rep from all that is recorded, for now or for the given moment."""
    gathered = gather(desk, rep.id)
    reviews = desk.records.reviews([attempt.id for attempt in gathered.attempts])
    verdict = decide(
        gathered.evidence,
        desk.library.bar(),
        at or desk.now(),
        reviews=reviews,
        offers=offers(desk, gathered),
    )
    return Readiness(rep=rep, verdict=verdict, gathered=gathered)


def offers(desk: Desk, gathered: Gathered) -> tuple[Offer, ...]:
    """List the assessments this rep has never been shown, with the moments each gives."""
    seen = {attempt.scenario for attempt in gathered.attempts}
    return tuple(
        Offer(scenario=summary.id, moments=summary.moments)
        for summary in desk.library.summaries()
        if summary.purpose is Purpose.ASSESSMENT and summary.id not in seen
    )
