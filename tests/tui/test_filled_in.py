"""What stands in a line already is replaced by what is typed, and kept by enter."""

from pathlib import Path

import pytest
from office import Office
from tui.board_stage import at_the_board
from tui.shelf import desk
from tui.stage import SMALL, on_stage

from simulator.records.open import open_records
from simulator.usecases.settings import Settings


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Ana has made two critical errors, in two assessments."""
    here = Office(str(tmp_path / "team.db"))
    here.takes("Ana", 1, "better worse better")
    here.takes("Ana", 2, "better worse better")
    return here


@pytest.mark.parametrize(("typed", "by"), [("", "Kim"), ("Lee", "Lee")])
async def test_whoever_signed_before_is_kept_by_enter_and_replaced_by_typing(
    office: Office, typed: str, by: str
) -> None:
    async with at_the_board(office.desk()) as stage:
        await stage.press("v", *"Kim", "enter", *"Talked it through", "enter", "y")
        await stage.press("v", *typed, "enter", *"This one too", "enter", "y")
    assert [review.reviewer for review in open_records(office.place).reviews()] == ["Kim", by]


async def test_the_proposed_file_is_replaced_by_typing(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with at_the_board(office.desk()) as stage:
        await stage.press("x", "3", "3", *"mine.json", "enter")
    assert (tmp_path / "mine.json").exists()


async def test_the_goal_as_it_stands_is_replaced_by_typing_and_edited_after_an_arrow() -> None:
    async with on_stage(desk(), size=SMALL, settings=Settings(goal="Listen")) as stage:
        await stage.press("g", *"Stay calm", "enter")
        assert "Your goal: Stay calm" in stage.words
        await stage.press("g", "end", *"er", "enter")
        assert "Your goal: Stay calmer" in stage.words
