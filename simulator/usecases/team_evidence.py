"""What a team's records hold beyond each verdict: how everybody came along, and what to coach."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from simulator.assessment.coaching import TeamGap, team_gaps
from simulator.assessment.course import course
from simulator.assessment.mastery import stood
from simulator.assessment.window import first_sights
from simulator.domain.attempt import Rep
from simulator.domain.decision import standing
from simulator.domain.evidence import AttemptEvidence, Moment
from simulator.domain.ids import AttemptId
from simulator.domain.intention import fresh_starts
from simulator.usecases.desk import Desk
from simulator.usecases.progress import quotes_in
from simulator.usecases.readiness import Readiness

if TYPE_CHECKING:
    from simulator.reports.journeys import Ends
    from simulator.reports.team import TeamRow
    from simulator.reports.team_views import CoachPoint
    from simulator.reports.views import Quote

_MOST: Final = 5
"""Behaviours to coach at a time: a week has room for no more."""
_EXAMPLES: Final = 2
NOBODY: Final = "[name]"
"""Stands where a line would say the rep's name: examples name nobody."""


def team_row(desk: Desk, found: Readiness) -> "TeamRow":
    """Put together what a team's report knows of one rep."""
    from simulator.reports.team import TeamRow
    from simulator.reports.trend import trend_moments

    at, bar = found.verdict.at, desk.library.bar()
    judged = _judged(found)
    return TeamRow(
        rep=found.rep,
        verdict=found.verdict,
        # Only what counts is a manager's business: practice is private, even that it happened.
        last_active=max((each.last for each in judged if each.moments), default=None),
        decision=standing(desk.records.decisions(found.rep.id), at),
        past=course(
            judged,
            bar,
            trend_moments(at),
            [attempt.id for attempt in found.gathered.attempts],
            fresh_starts(found.intentions),
        ),
        ends=_ends(desk, found, judged),
    )


def _judged(found: Readiness) -> tuple[AttemptEvidence, ...]:
    """Return the first-sight assessments, without those under way: they say nothing yet."""
    return tuple(
        each
        for each in first_sights(found.gathered.evidence)
        if each.ending is not None or each.scenario not in found.under_way
    )


def _ends(desk: Desk, found: Readiness, judged: Sequence[AttemptEvidence]) -> "Ends | None":
    from simulator.reports.journeys import Ends

    kept = [each for each in judged if each.moments and each.attempt not in found.set_aside]
    if not kept:
        return None
    return Ends(
        first=kept[0],
        latest=kept[-1],
        after_first=stood(kept[:1], desk.library.bar()),
        now=found.verdict.skills,
    )


def counting_moments(found: Readiness) -> tuple[Moment, ...]:
    """Return the moments that a rep's verdict counts now, skill by skill."""
    return tuple(moment for mastery in found.verdict.skills.values() for moment in mastery.moments)


def coach_points(desk: Desk, moments: Sequence[Sequence[Moment]]) -> "tuple[CoachPoint, ...]":
    """Say what to coach over a team, from each rep's moments that count."""
    from simulator.reports.coaching import coach_points as points
    from simulator.reports.evidence import Lookup

    gaps = team_gaps(moments, desk.library.bar().prior, most=_MOST, examples=_EXAMPLES)
    words = Lookup(
        rubrics=desk.library.rubrics(),
        quotes=_quotes(desk, gaps),
        titles={summary.id: summary.title for summary in desk.library.summaries()},
    )
    return points(gaps, words)


def _quotes(desk: Desk, gaps: Sequence[TeamGap]) -> "dict[tuple[AttemptId, str], Quote]":
    """Look up the words of the few examples alone: to replay a whole team's would take as long as all the rest."""
    wanted = dict.fromkeys(miss.moment.attempt for gap in gaps for miss in gap.misses)
    attempts = filter(None, map(desk.records.attempt, wanted))
    quotes: dict[tuple[AttemptId, str], Quote] = {}
    for attempt in attempts:
        quotes |= quotes_in(desk, Rep(id=attempt.rep, name=NOBODY, joined=attempt.started), attempt)
    return quotes
