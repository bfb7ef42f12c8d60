"""Whatever is longer than its place says so, and which key shows the rest."""

from pathlib import Path

import pytest
from office import Office
from team import assemble
from tui.board_stage import at_the_board
from tui.shelf import desk
from tui.stage import LARGE, SMALL, on_stage

from simulator.authoring.library import default_root, open_library
from simulator.records.memory import MemoryRecords
from simulator.tui.screens.dialog import Dialog
from simulator.tui.screens.question import Question
from simulator.usecases.demo import demo_desk
from simulator.usecases.desk import Desk


async def test_a_review_says_that_there_is_more_of_the_error_until_its_end() -> None:
    shipped = Desk(library=open_library(default_root(), None), open_records=MemoryRecords)
    example, _ = demo_desk(shipped)
    async with at_the_board(example) as stage:
        await stage.press("end", "v")
        assert "pgdn: more below ─╯" in stage.text
        assert "Attempt:" not in stage.text
        await stage.press("pagedown", "pagedown", "pagedown")
        assert "pgup: more above ─╯" in stage.text
        assert "Attempt:" in stage.text
        await stage.resize(LARGE)
        assert "more above" not in stage.text
        assert "more below" not in stage.text


@pytest.mark.parametrize("screen", [Dialog(("Long", "word " * 300)), Question("Long", "word " * 300, "do it")])
async def test_a_dialog_and_a_question_say_it(screen: Dialog | Question) -> None:
    async with on_stage(desk(), size=SMALL) as stage:
        stage.app.push_screen(screen)
        await stage.settle()
        assert "pgdn: more below" in stage.text
        await stage.press("pagedown")
        assert "pgup pgdn: more above and below" in stage.text


async def test_help_says_it(tmp_path: Path) -> None:
    async with at_the_board(Office(str(tmp_path / "team.db")).desk()) as stage:
        await stage.press("question_mark")
        assert "pgdn: more below" in stage.text


async def test_a_page_says_it_among_its_keys_for_as_long_as_there_is_more() -> None:
    async with on_stage(desk(), size=SMALL, scenario="late") as stage:
        assert "pgdn more" in stage.lines[-1]
        await stage.press("pagedown", "pagedown", "pagedown")
        assert "pgdn more" not in stage.lines[-1]
        await stage.press("pageup")
        assert "pgdn more" in stage.lines[-1]
        await stage.resize((120, 60))
        assert "pgdn more" not in stage.lines[-1]


async def test_a_click_on_the_key_shows_what_is_below() -> None:
    async with on_stage(desk(), size=SMALL, scenario="late") as stage:
        before = stage.text
        await stage.click(stage.lines[-1].index("pgdn more"), SMALL[1] - 1)
        assert stage.text != before


async def test_the_table_of_people_says_it(tmp_path: Path) -> None:
    team = assemble(str(tmp_path / "team.db"))
    for number in range(20):
        team.rep(f"Zoe {number}")
    async with at_the_board(team.desk()) as stage:
        assert "Name ↓ more" in stage.text
        await stage.press("end")
        assert "Name ↑ more" in stage.text


async def test_a_conversation_that_fits_says_nothing_of_it() -> None:
    async with on_stage(desk(), size=SMALL, scenario="late") as stage:
        await stage.press("enter")
        assert "The customer's words at the first turn." in stage.words
        assert "pgdn more" not in stage.lines[-1]


async def test_a_list_above_everything_says_it_with_the_keys_that_move_through_it() -> None:
    shipped = Desk(library=open_library(default_root(), None), open_records=MemoryRecords)
    async with on_stage(shipped, size=SMALL) as stage:
        await stage.press("ctrl+p")
        assert "↓: more below ─╯" in stage.text
        await stage.press(*["down"] * 30)
        assert "↑: more above ─╯" in stage.text
        await stage.press(*"settings")
        assert "more above" not in stage.text
