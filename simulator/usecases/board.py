"""The manager's board: where each person stands in each skill, first against latest, and what stands behind it.

It is read person by person, so that whoever waits for many sees the first ones at once.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from simulator.assessment.mastery import Stood
from simulator.assessment.words import SOON, label_of, percent, sentence_of
from simulator.domain.attempt import Rep
from simulator.domain.evidence import Moment
from simulator.domain.ids import SkillId
from simulator.domain.verdict import Blocked, Expired, Mastery, NotYet, Ready, Standing
from simulator.reports.decisions import decided_sentence, decision_views
from simulator.reports.team import TeamRow, team_view
from simulator.reports.team_views import TeamView
from simulator.reports.views import DecisionView
from simulator.reports.wording import standing_word
from simulator.usecases.debrief import skill_title
from simulator.usecases.desk import Desk
from simulator.usecases.readiness import readiness
from simulator.usecases.report import PROGRAM, team_of
from simulator.usecases.team_evidence import counting_moments, team_row

if TYPE_CHECKING:
    from simulator.usecases.progress import ProgressView
    from simulator.usecases.reviewing import Waiting


class Group(StrEnum):
    """Where somebody stands, in a word or two."""

    READY = "Ready"
    CLOSE = "Close"
    BUILDING = "Building"
    NOT_YET = "Not yet"
    BLOCKED = "Blocked"
    EXPIRED = "Expired"
    NOT_STARTED = "Not started"


class Filter(StrEnum):
    """Whom the board shows."""

    ALL = "all"
    READY = "ready"
    CLOSE = "close"
    BUILDING = "building"
    NOT_YET = "not yet"
    BLOCKED = "blocked"
    LAPSING = "lapsing"
    """Ready for no more than 14 days, or expired: both need fresh evidence."""
    NOT_STARTED = "not started"


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardCell:
    """One person's standing in one skill."""

    title: str
    standing: Standing
    word: str
    first: float | None
    """The estimated share handled well, 0 to 1, after the first assessment; None where it did not show the skill."""
    latest: float | None
    """The same by all that counts now; None where nothing does."""

    @property
    def course(self) -> str:
        """The way from first to latest; empty where nothing was seen, one number where there is one assessment."""
        if self.first is None or self.latest is None:
            return ""
        latest = percent(self.latest)
        return latest if self.first == self.latest else f"{percent(self.first).removesuffix(' %')} → {latest}"


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRow:
    """One person on the board."""

    rep: Rep
    group: Group
    lapsing: bool
    """Whether they are ready for no more than 14 days."""
    word: str
    """The group, and whether it is soon over."""
    label: str
    """The verdict's name."""
    sentence: str
    """The verdict in a sentence or two."""
    note: str
    """What to know next; empty where the verdict says it all."""
    cells: tuple[BoardCell, ...]
    decided: str
    """The decision that stands beside the verdict, in a sentence; empty where none does."""
    team: TeamRow
    """What a report is made from."""
    moments: tuple[Moment, ...]
    """What of it tells what to coach."""

    @property
    def filters(self) -> frozenset[Filter]:
        """Every filter that shows this person."""
        lapsing = {Filter.LAPSING} if self.lapsing or self.group is Group.EXPIRED else set[Filter]()
        return frozenset({Filter.ALL, *(each for each in Filter if each == self.group.lower()), *lapsing})


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
    return tuple(sorted(desk.records.reps(), key=lambda rep: (rep.name.casefold(), rep.id)))


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
    group, lapsing = _group(row), isinstance(verdict, Ready) and verdict.until <= at + SOON
    firsts: Mapping[SkillId, Stood] = row.ends.after_first if row.ends else {}
    return BoardRow(
        rep=rep,
        group=group,
        lapsing=lapsing,
        word="Ready, lapsing" if lapsing else str(group),
        label=label_of(verdict),
        sentence=sentence_of(verdict, bar, {skill: skill_title(desk, skill) for skill in bar.skills}),
        note=said.note,
        cells=tuple(_cell(desk, verdict.skills[skill], firsts.get(skill)) for skill in bar.skills),
        decided=decided_sentence(row.decision, verdict) if row.decision else "",
        team=row,
        moments=counting_moments(found),
    )


def shows(row: BoardRow, chosen: Filter, name: str) -> bool:
    """Tell whether somebody is on show under a filter and a part of a name or handle, whatever its case."""
    typed = name.casefold().strip()
    return chosen in row.filters and (typed in row.rep.name.casefold() or typed in row.rep.typed)


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


def _group(row: TeamRow) -> Group:
    verdict = row.verdict
    match verdict:
        case Ready():
            return Group.READY
        case NotYet():
            return Group.NOT_YET
        case Blocked():
            return Group.BLOCKED
        case Expired():
            return Group.EXPIRED
        case _ if row.last_active is None:
            return Group.NOT_STARTED
        case _:
            words = {standing_word(mastery) for mastery in verdict.skills.values()}
            return Group.CLOSE if words <= {"Ready", "Close"} else Group.BUILDING


def _cell(desk: Desk, mastery: Mastery, first: Stood | None) -> BoardCell:
    return BoardCell(
        title=skill_title(desk, mastery.skill),
        standing=mastery.standing,
        word=standing_word(mastery),
        first=first.estimate if first and first.standing is not Standing.UNSEEN else None,
        latest=mastery.estimate if mastery.met else None,
    )
