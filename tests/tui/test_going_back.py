"""Esc goes back as q does, but never out of the program and never away from words that are being typed."""

from pathlib import Path

import pytest
from tui.bench_stage import on_bench
from tui.board_stage import at_the_board
from tui.shelf import desk
from tui.stage import Stage, on_stage
from usecases.workshop import library_in

from simulator.authoring.library import default_root, open_library
from simulator.records.memory import MemoryRecords
from simulator.tui.keys import usable_keys
from simulator.usecases.demo import demo_desk
from simulator.usecases.desk import Desk
from simulator.usecases.settings import Settings


def shipped() -> Desk:
    return Desk(library=open_library(default_root(), None), open_records=MemoryRecords)


async def answer_all(stage: Stage) -> None:
    """Talk to the end of the shelf's conversation, and look back at it."""
    await stage.press("enter", "1", "1", "1", "1", "1", "1", "enter")


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_it_leads_back_from_a_briefing_settings_progress_and_a_debrief(key: str) -> None:
    async with on_stage(desk()) as stage:
        for there, said in (("enter", "What a good"), ("f2", "Density"), ("p", "Progress")):
            await stage.press(there)
            assert said in stage.text
            await stage.press(key)
            assert "Next for you" in stage.text, there
    async with on_stage(desk(), scenario="late") as stage:
        await answer_all(stage)
        assert "How it came out" in stage.text
        await stage.press(key)
        assert "Next for you" in stage.text


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_it_leads_from_the_settings_back_into_the_conversation(key: str) -> None:
    async with on_stage(desk(), scenario="late") as stage:
        await stage.press("enter", "f2", key)
        assert "1-2 pick" in stage.lines[-1]


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_it_leads_from_the_evidence_to_the_board_and_from_there_home(key: str) -> None:
    example, reps = demo_desk(shipped())
    async with on_stage(example, rep=reps[0].name) as stage:
        await stage.press("t", "enter")
        assert "Evidence" in stage.lines[0]
        await stage.press(key)
        assert "Team board" in stage.lines[0]
        await stage.press(key)
        assert "Next for you" in stage.text


async def test_it_never_ends_the_program_nor_a_conversation() -> None:
    async with on_stage(desk()) as stage:
        await stage.press("escape")
        assert stage.app.is_running
        assert "Next for you" in stage.text
        await stage.press("enter", "enter", "1", "escape")
        assert "▸ 1" in stage.text
    example, _ = demo_desk(shipped())
    async with at_the_board(example) as board:
        await board.press("escape", "escape")
        assert board.app.is_running
        assert "Team board" in board.lines[0]
        await board.press("question_mark", "end")
        assert " esc " not in board.text


async def test_it_keeps_the_workbench_as_it_stands(tmp_path: Path) -> None:
    async with on_bench(library_in(tmp_path).root) as bench:
        await bench.press("1", "escape")
        assert bench.app.is_running
        assert bench.way == ("name-it",)


async def test_while_something_is_typed_it_leaves_only_that() -> None:
    async with on_stage(desk()) as stage:
        await stage.press("f2", "up", "up", *["down"] * 4, "enter", *"calm", "escape")
        assert "Density" in stage.text
        assert "calm" not in stage.text
        await stage.press("escape")
        assert "Next for you" in stage.text


async def test_it_leaves_only_the_question_also_where_the_line_has_lost_the_keys() -> None:
    async with on_stage(desk()) as stage:
        await stage.press("f2", *["down"] * 4, "enter", *"calm")
        stage.app.screen.set_focus(None)
        await stage.press("escape")
        assert "Density" in stage.text
        assert "calm" not in stage.text


async def test_help_names_it_where_it_leads_back() -> None:
    async with on_stage(desk(), scenario="late") as stage:
        await stage.press("question_mark", "end")
        assert "esc Goes back." in stage.words


async def test_whoever_has_given_the_key_to_something_keeps_that() -> None:
    own = {"progress.page.right": "escape"}
    assert usable_keys(own) == (own, ())
    async with on_stage(desk(), settings=Settings(keys=own)) as stage:
        await stage.press("p", "escape")
        assert "[Active listening]" in stage.text
