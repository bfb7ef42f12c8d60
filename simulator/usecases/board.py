"""The manager's board: where each person stands in each skill, first against latest, and what stands behind it.

It is read person by person, so that whoever waits for many sees the first ones at once.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from simulator.assessment.mastery import Stood
from simulator.assessment.words import SOON, label_of, sentence_of
from simulator.domain.attempt import Rep
from simulator.domain.evidence import Moment
from simulator.domain.ids import SkillId
from simulator.domain.namesakes import by_name
from simulator.domain.verdict import Mastery, Ready, Standing, kind_of
from simulator.reports.decisions import decided_sentence, decision_views
from simulator.reports.team import TeamRow, team_view
from simulator.reports.team_views import TeamView
from simulator.reports.views import DecisionView
from simulator.reports.wording import standing_word
from simulator.usecases.debrief import skill_title
from simulator.usecases.desk import Desk
from simulator.usecases.on_board import BoardCell, OnBoard, group_of
from simulator.usecases.readiness import readiness
from simulator.usecases.report import PROGRAM, team_of
from simulator.usecases.team_evidence import counting_moments, team_row

if TYPE_CHECKING:
    from simulator.usecases.progress import ProgressView
    from simulator.usecases.reviewing import Waiting


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRow(OnBoard):
    """One person on the board, in full."""

    label: str
    """The verdict's name."""
    sentence: str
    """The verdict in a sentence or two."""
    note: str
    """What to know next; empty where the verdict says it all."""
    team: TeamRow
    """What a report is made from."""
    moments: tuple[Moment, ...]
    """What of it tells what to coach."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RepEvidence:
    """What stands behind one person's row, down to the lines said."""

    progress: "ProgressView"
    """Without attempts: practice is private, even that it happened."""
    errors: "tuple[Waiting, ...]"
    """The critical errors that still block, oldest first."""
    decisions: tuple[DecisionView, ...]
    """What people decided, the newest first."""


def people(desk: Desk) -> tuple[Rep, ...]:
    """Return everybody by name: the board is no ranking."""
    return tuple(sorted(desk.records.reps(), key=by_name))


def rows_of(desk: Desk, reps: Iterable[Rep], at: datetime) -> Iterator[BoardRow]:
    """Read where these people stand, one by one."""
    for rep in reps:
        yield board_row(desk, rep, at)


def board_row(desk: Desk, rep: Rep, at: datetime) -> BoardRow:
    """Read where one person stands."""
    found, bar = readiness(desk, rep, at), desk.library.bar()
    row, verdict = team_row(desk, found), found.verdict
    # The very words of the report, so that board and report say the same.
    (said,) = team_view((row,), bar, desk.library.rubrics(), at, PROGRAM).lines
    firsts: Mapping[SkillId, Stood] = row.ends.after_first if row.ends else {}
    cells = tuple(_cell(desk, verdict.skills[skill], firsts.get(skill)) for skill in bar.skills)
    return BoardRow(
        rep=rep,
        group=group_of(kind_of(verdict), cells, begun=row.last_active is not None),
        lapsing=isinstance(verdict, Ready) and verdict.until <= at + SOON,
        label=label_of(verdict),
        sentence=sentence_of(verdict, bar, {skill: skill_title(desk, skill) for skill in bar.skills}),
        note=said.note,
        cells=cells,
        decided=decided_sentence(row.decision, kind_of(verdict)) if row.decision else "",
        team=row,
        moments=counting_moments(found),
    )


def board_view(desk: Desk, rows: Sequence[BoardRow], at: datetime, only: str = "") -> TeamView:
    """Make the team's report of some people; `only` says whom it leaves in, where not all."""
    view = team_of(desk, [row.team for row in rows], [row.moments for row in rows], at)
    if not only:
        return view
    return replace(view, title=f"{view.title}, {only} only", summary=f"Not the whole team, {only} only. {view.summary}")


def rep_evidence(desk: Desk, rep: Rep) -> RepEvidence:
    """Gather what stands behind one person's row."""
    from simulator.usecases.progress import progress
    from simulator.usecases.reviewing import waiting

    return RepEvidence(
        progress=replace(progress(desk, rep), attempts=()),
        errors=waiting(desk, rep),
        decisions=decision_views(desk.records.decisions(rep.id), desk.now()),
    )


def _cell(desk: Desk, mastery: Mastery, first: Stood | None) -> BoardCell:
    return BoardCell(
        title=skill_title(desk, mastery.skill),
        standing=mastery.standing,
        word=standing_word(mastery),
        first=first.estimate if first and first.standing is not Standing.UNSEEN else None,
        latest=mastery.estimate if mastery.met else None,
    )
