"""Whether a rep is ready, and on what that stands."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from simulator.assessment.afresh import set_aside
from simulator.assessment.critical import OpenError, open_errors
from simulator.assessment.verdict import Offer, decide
from simulator.domain.attempt import Rep, Review
from simulator.domain.evidence import AttemptEvidence
from simulator.domain.ids import AttemptId, RepId, ScenarioId
from simulator.domain.intention import Intention, fresh_starts
from simulator.domain.scenario import Purpose
from simulator.domain.verdict import Verdict
from simulator.usecases.desk import Desk
from simulator.usecases.evidence import Gathered, gather

UNDER_WAY: Final = timedelta(days=1)
"""How long an unfinished assessment may rest before it counts as left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """A verdict with everything gathered for it."""

    rep: Rep
    verdict: Verdict
    gathered: Gathered
    under_way: tuple[ScenarioId, ...]
    """Assessments that have begun and say nothing yet."""
    errors: tuple[OpenError, ...]
    """The critical errors that still block, oldest first."""
    reviews: tuple[Review, ...]
    """The trainers' looks at them, oldest first."""
    intentions: tuple[Intention, ...]
    """What the rep set out to do, oldest first."""
    set_aside: frozenset[AttemptId]
    """Attempts that a fresh start has set aside."""


def readiness(
    desk: Desk, rep: Rep, at: datetime | None = None, gathering: Callable[[Desk, RepId], Gathered] = gather
) -> Readiness:
    """Decide on a rep from all that is recorded, for now or for the given moment."""
    gathered, moment = gathering(desk, rep.id), at or desk.now()
    reviews, intentions = desk.records.reviews(gathered.order), desk.records.intentions(rep.id)
    gone = set_aside(gathered.order, fresh_starts(intentions))
    judged = [each for each in gathered.evidence if not is_under_way(each, moment)]
    bar = desk.library.bar()
    verdict = decide(judged, bar, moment, reviews=reviews, offers=offers(desk, gathered), set_aside=gone)
    under_way = tuple(each.scenario for each in gathered.evidence if is_under_way(each, moment))
    return Readiness(
        rep=rep,
        verdict=verdict,
        gathered=gathered,
        under_way=under_way,
        errors=open_errors(judged, bar, reviews),
        reviews=reviews,
        intentions=intentions,
        set_aside=gone,
    )


def is_under_way(evidence: AttemptEvidence, at: datetime) -> bool:
    """Tell whether an assessment still goes on: else a rep could pause and read how the last answer was judged."""
    open_assessment = evidence.purpose is Purpose.ASSESSMENT and evidence.ending is None
    return open_assessment and evidence.last > at - UNDER_WAY


def offers(desk: Desk, gathered: Gathered) -> tuple[Offer, ...]:
    """List the assessments this rep has never been shown, with the moments each gives."""
    return tuple(
        Offer(scenario=summary.id, moments=summary.moments)
        for summary in desk.library.summaries()
        if summary.purpose is Purpose.ASSESSMENT and summary.id not in gathered.seen
    )
