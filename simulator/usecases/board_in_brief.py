"""The board in brief: everybody in words at once, before anybody is read in full; and a report for any size of team.

It says of each person what the board in full says, without estimates and what they stand on.
"""

from collections.abc import Iterator
from datetime import datetime

from simulator.assessment.words import SOON
from simulator.domain.namesakes import by_name, told_apart
from simulator.domain.verdict import VerdictKind
from simulator.reports.decisions import decided_sentence
from simulator.reports.team_in_brief import BriefView, brief_line, brief_view
from simulator.reports.wording import word_of
from simulator.usecases.debrief import skill_title
from simulator.usecases.desk import Desk
from simulator.usecases.on_board import BoardCell, OnBoard, group_of
from simulator.usecases.report import PROGRAM
from simulator.usecases.standings import RepStanding, standings


def rows_in_brief(desk: Desk, at: datetime) -> Iterator[OnBoard]:
    """Read everybody, by their ids."""
    titles = [skill_title(desk, skill) for skill in desk.library.bar().skills]
    for found in standings(desk, at):
        yield _row(found, titles, at)


def team_in_brief(desk: Desk) -> BriefView:
    """Put everybody's standing into a report that holds words alone."""
    bar, at = desk.library.bar(), desk.now()
    found = sorted(standings(desk, at), key=lambda each: by_name(each.rep))
    called = told_apart(each.rep for each in found)
    lines = [brief_line(each.rep, called[each.rep.id], each.verdict, each.decision, begun=each.begun) for each in found]
    titles = tuple(skill_title(desk, skill) for skill in bar.skills)
    return brief_view(lines, titles, bar, at, PROGRAM, guarded=desk.access.guarded)


def _row(found: RepStanding, titles: list[str], at: datetime) -> OnBoard:
    verdict = found.verdict
    cells = tuple(
        BoardCell(title=title, standing=skill.standing, word=word_of(skill.standing, close=skill.close))
        for title, skill in zip(titles, verdict.skills, strict=True)
    )
    return OnBoard(
        rep=found.rep,
        group=group_of(verdict.kind, cells, begun=found.begun),
        lapsing=verdict.kind is VerdictKind.READY and verdict.until is not None and verdict.until <= at + SOON,
        cells=cells,
        decided=decided_sentence(found.decision, verdict.kind) if found.decision else "",
    )
