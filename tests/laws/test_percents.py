"""Wherever an estimate is read, it reads the same: in the app, line by line, on the board, and in reports."""

from pathlib import Path

import pytest
from office import Office
from plain.seat import spoken
from tui.board_stage import at_the_board
from tui.stage import LARGE, on_stage

from simulator.assessment.words import between, percent
from simulator.plain.standing import say_home, say_progress
from simulator.usecases.desk import Desk
from simulator.usecases.home import SkillRow, home
from simulator.usecases.people import join
from simulator.usecases.progress import progress
from simulator.usecases.report import rendered, report, team


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    office = Office(str(tmp_path / "team.db"))
    for which in range(1, 4):
        office.takes("Ana", which)
    return office.desk()


def row_of(desk: Desk) -> tuple[SkillRow, str]:
    """A skill whose estimate would read otherwise were it rounded to the nearest, and how it reads."""
    for row in home(desk, join(desk, "Ana")).skills:
        if row.estimate is not None and f"{row.estimate:.0%}" != percent(row.estimate).replace(" ", ""):
            return row, percent(row.estimate)
    raise AssertionError("no estimate here tells rounding from cutting")


async def test_the_app_says_it_as_words_do(desk: Desk) -> None:
    row, said = row_of(desk)
    assert row.title == "Empathy", "the first gauge is another skill's"
    async with on_stage(desk, size=LARGE) as stage:
        assert f"  {said} " in next(line for line in stage.lines if "█" in line)
        await stage.press("p")
        assert f"{percent(row.high)} now" in stage.words
        assert f"{percent(row.low)} now; the bar stands at 75 %" in stage.words


async def test_the_board_says_it_as_words_do(desk: Desk) -> None:
    _, said = row_of(desk)
    async with at_the_board(desk, size=LARGE) as stage:
        assert f"→ {said}" in stage.words


def test_plain_lines_and_every_report_say_it_as_words_do(desk: Desk) -> None:
    row, said = row_of(desk)
    rep = join(desk, "Ana")
    told = spoken((), lambda voice: say_home(voice, home(desk, rep)))
    told += spoken((), lambda voice: say_progress(voice, progress(desk, rep)))
    assert f"{said} ({between(row.low, row.high)})" in told
    for form in ("text", "md", "html"):
        for page in (rendered(report(desk, rep), form), rendered(team(desk), form)):
            assert said in " ".join(page.replace("&nbsp;", " ").replace("\u00a0", " ").split())
