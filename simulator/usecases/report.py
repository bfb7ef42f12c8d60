"""The readiness report of one rep, and the report on a team."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from simulator import __version__
from simulator.domain.attempt import Rep
from simulator.domain.evidence import Moment
from simulator.usecases.afresh import told
from simulator.usecases.critical import exposure, said_at_errors
from simulator.usecases.desk import Desk
from simulator.usecases.error_rates import known
from simulator.usecases.progress import quotes_of
from simulator.usecases.readiness import readiness
from simulator.usecases.team_evidence import coach_points, counting_moments, team_row

if TYPE_CHECKING:
    from simulator.reports.team import TeamRow
    from simulator.reports.team_views import TeamView
    from simulator.reports.views import ReadinessView

PROGRAM = f"Conversation simulator {__version__}"
"""What reports say they come from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Formats:
    """The formats each report comes in."""

    report: tuple[str, ...] = ("html", "md", "text", "json", "csv")
    team: tuple[str, ...] = ("html", "md", "text", "json", "csv")


def report(desk: Desk, rep: Rep) -> "ReadinessView":
    """Put one rep's readiness, and every piece of evidence behind it, into a report."""
    from simulator.reports.readiness import readiness_view
    from simulator.reports.views import Quote

    found = readiness(desk, rep)
    return readiness_view(
        rep=rep,
        verdict=found.verdict,
        bar=desk.library.bar(),
        rubrics=desk.library.rubrics(),
        quotes=quotes_of(desk, found),
        titles={summary.id: summary.title for summary in desk.library.summaries()},
        reviews=found.reviews,
        head=desk.records.head(rep.id),
        program=PROGRAM,
        unreadable=len(found.gathered.unreadable),
        under_way=found.under_way,
        rates=known(desk.library),
        decisions=desk.records.decisions(rep.id),
        exposure=exposure(desk, found),
        afresh=told(found),
        error_quotes={
            error: Quote(customer=words.customer, said=words.said)
            for error, words in said_at_errors(desk, found).items()
        },
        guarded=desk.access.guarded,
    )


def team(desk: Desk, progress: Callable[[int, int], None] = lambda _done, _of: None) -> "TeamView":
    """Put everyone's standing, how they came along and what to coach into a report.

    `progress` is told how many of how many people are read.
    """
    at = desk.now()
    rows: list[TeamRow] = []
    moments: list[tuple[Moment, ...]] = []
    reps = desk.records.reps()
    for number, rep in enumerate(reps, start=1):
        found = readiness(desk, rep, at)
        rows.append(team_row(desk, found))
        moments.append(counting_moments(found))
        progress(number, len(reps))
    return team_of(desk, rows, moments, at)


def team_of(desk: Desk, rows: "Sequence[TeamRow]", moments: Sequence[Sequence[Moment]], at: datetime) -> "TeamView":
    """Put some people's standing into a report; `moments` are those that each of them has shown."""
    from simulator.reports.team import team_view

    bar, rubrics = desk.library.bar(), desk.library.rubrics()
    return team_view(rows, bar, rubrics, at, PROGRAM, coach_points(desk, moments), guarded=desk.access.guarded)


def rendered(view: "ReadinessView | TeamView", form: str) -> str:
    """Write a report in one of its formats."""
    from simulator.reports.render import render

    return render(view, form)
