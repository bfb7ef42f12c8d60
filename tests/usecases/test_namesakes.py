"""Two people of one name are told apart by their handles wherever both could be meant."""

import pytest
from office import Office
from plain.seat import spoken
from tui.board_stage import at_the_board

from simulator.domain.attempt import Rep
from simulator.domain.ids import RepId
from simulator.plain.board import look_around
from simulator.reports.team_in_brief import render_brief
from simulator.usecases.board import people
from simulator.usecases.board_in_brief import team_in_brief
from simulator.usecases.desk import Desk
from simulator.usecases.erasing import about_erasing
from simulator.usecases.report import rendered, team

HANDLES = ("ana-lima", "ana-lima-2", "bo")
CALLED = ["Ana Lima (ana-lima)", "ana lima (ana-lima-2)", "Bo"]


@pytest.fixture
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Two people of one name, however it is written, and a third."""
    here = Office(str(tmp_path_factory.mktemp("team") / "team.db")).desk()
    # Their ids stand the other way round, so that no order by ids passes for one by handles.
    for id_, handle, name in zip("zyx", HANDLES, ("Ana Lima", "ana lima", "Bo"), strict=True):
        here.records.add_rep(Rep(id=RepId(f"r-{id_}"), handle=handle, name=name, joined=here.now()))
    return here


def test_everybody_stands_by_name_and_then_by_handle(desk: Desk) -> None:
    assert [rep.typed for rep in people(desk)] == list(HANDLES)
    assert [line.rep for line in team(desk).lines] == list(HANDLES)
    assert [line.rep for line in team_in_brief(desk).lines] == list(HANDLES)


def test_the_teams_reports_tell_namesakes_apart(desk: Desk) -> None:
    full, brief = team(desk), team_in_brief(desk)
    assert [line.name for line in full.lines] == [line.name for line in brief.lines] == CALLED
    for form in ("text", "md", "html", "csv", "json"):
        assert "(ana-lima-2)" in rendered(full, form).replace("\\", "")
        assert form == "html" or "(ana-lima-2)" in render_brief(brief, form).replace("\\", "")
    assert ("Not started", "Ana Lima (ana-lima), ana lima (ana-lima-2) and Bo") in [
        (fact.term, fact.text) for fact in full.attention
    ]


def test_the_board_in_lines_tells_them_apart_to_the_last_question(desk: Desk) -> None:
    raw = spoken(
        ("2", "o", "ready", "manager", "Kim", "Seen.", "", "n", "v", "b", "q"), lambda voice: look_around(desk, voice)
    )
    assert "1. Ana Lima (ana-lima): Not started." in raw
    assert "2. ana lima (ana-lima-2): Not started." in raw
    assert "3. Bo: Not started." in raw
    assert "\nana lima (ana-lima-2): Not enough evidence." in raw
    assert "Kim (manager) decides ready on ana lima (ana-lima-2)" in raw
    assert "No critical error of ana lima (ana-lima-2) is open." in raw


async def test_the_board_and_its_dialogs_tell_them_apart(desk: Desk) -> None:
    async with at_the_board(desk) as scene:
        assert "Ana Lima (ana-lima)" in scene.text
        await scene.press("down")
        assert scene.text.count("ana lima (ana-lima-2)") == 2  # in the table, and in full below it
        await scene.press("o")
        assert "Your decision on ana lima (ana-lima-2)" in scene.text
        await scene.press("escape", "v")
        assert "No critical error of ana lima (ana-lima-2) is open." in scene.text


async def test_where_name_and_handle_do_not_fit_the_handle_stands_alone(desk: Desk) -> None:
    desk.records.add_rep(Rep(id=RepId("r-a"), handle="zoe-2", name="Zoe " + "x" * 40, joined=desk.now()))
    desk.records.add_rep(Rep(id=RepId("r-b"), handle="zoe-3", name="Zoe " + "x" * 40, joined=desk.now()))
    async with at_the_board(desk) as scene:
        assert any(line.split()[:1] == ["zoe-3"] for line in scene.text.splitlines())


def test_erasing_says_which_of_them(desk: Desk) -> None:
    assert about_erasing(desk, people(desk)[1]).startswith("Erasing ana lima (ana-lima-2) removes the name")
    assert about_erasing(desk, people(desk)[2]).startswith("Erasing Bo removes")
