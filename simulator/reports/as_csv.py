"""Views as CSV for spreadsheets: one row for each piece of evidence, or for each rep of a team."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from simulator.domain.sinks import for_csv_cell
from simulator.reports.team_views import Change, Journey, TeamCell, TeamView
from simulator.reports.views import DecisionView, ReadinessView

_EVIDENCE = (
    "rep",
    "at",
    "conversation",
    "attempt",
    "customer said",
    "rep said",
    "skill",
    "indicator",
    "level",
    "in words",
    "handled well",
)

_NUMBERS = ("estimate", "low", "high", "handled well", "moments", "first", "latest")
_DECISION = ("decided by a person", "by whom", "as", "because")


def as_csv(view: ReadinessView | TeamView) -> str:
    """Write a view as CSV: every cell quoted, and none that a spreadsheet would run."""
    rows = _evidence(view) if isinstance(view, ReadinessView) else _team(view)
    return written(rows)


def written(rows: Iterable[Sequence[str]]) -> str:
    """Write rows so: every cell quoted, and none that a spreadsheet would run."""
    page = io.StringIO()
    # Plain line feeds: the text may pass through standard output, which ends lines in the platform's own way.
    writer = csv.writer(page, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerows([for_csv_cell(cell) for cell in row] for row in rows)
    return page.getvalue()


def _evidence(view: ReadinessView) -> Iterator[tuple[str, ...]]:
    yield _EVIDENCE
    for one in view.conversations:
        for exchange in one.exchanges:
            for finding in exchange.findings:
                yield (
                    view.name,
                    exchange.at.iso,
                    one.title,
                    one.attempt,
                    exchange.customer,
                    exchange.said,
                    finding.skill,
                    finding.indicator,
                    "" if finding.level is None else str(finding.level),
                    finding.word,
                    "yes" if finding.well else "no",
                )


def _team(view: TeamView) -> Iterator[tuple[str, ...]]:
    more = (f"{skill}: {column}" for skill in view.skills for column in _NUMBERS)
    yield (
        "rep",
        "id",
        "verdict",
        *view.skills,
        "note",
        "ready until",
        "latest assessment",
        *_DECISION,
        "first assessment",
        *more,
    )
    for line in view.lines:
        yield (
            line.name,
            line.rep,
            line.verdict,
            *(cell.word for cell in line.cells),
            line.note,
            line.until.day if line.until else "",
            line.newest.day if line.newest else "",
            *_decision(line.decision),
            line.journey.first.day if line.journey else "",
            *chain.from_iterable(map(_numbers, line.cells, _changes(line.journey, len(line.cells)))),
        )


def _decision(one: DecisionView | None) -> tuple[str, ...]:
    return (one.words, one.by, one.role, one.reason) if one else ("", "", "", "")


def _changes(journey: Journey | None, skills: int) -> Sequence[Change | None]:
    return journey.changes if journey else (None,) * skills


def _numbers(cell: TeamCell, change: Change | None) -> tuple[str, ...]:
    share = cell.share
    known = (f"{share.estimate}", f"{share.low}", f"{share.high}") if share else ("", "", "")
    return (*known, str(cell.handled), str(cell.met), *_ends(change))


def _ends(change: Change | None) -> tuple[str, str]:
    return (_share(change.first), _share(change.latest)) if change else ("", "")


def _share(handled: tuple[int, int] | None) -> str:
    # Not 2/3, which a spreadsheet would take for a day in February or March.
    return f"{handled[0]} of {handled[1]}" if handled else ""
