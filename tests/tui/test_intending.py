"""Goals with a day and fresh starts in the app."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from office import Office
from tui.stage import LARGE, SMALL, on_stage

from simulator.records.open import open_records

POOR = "worse better worse"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    here = Office(str(tmp_path / "team.db"))
    here.rep()
    return here


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_a_goal_is_set_by_arrows_and_a_day_and_stands_at_home(office: Office, size: tuple[int, int]) -> None:
    async with on_stage(office.desk(), size=size) as stage:
        await stage.press("d")
        for said in ("What do you want to have shown?", "Empathy", "Active listening", "Ready: every skill"):
            assert said in stage.text
        await stage.press("down", *"4 weeks", "enter")
        assert "Goal by day: Active listening by 2026-03-30" in stage.words
        assert "at least 8 more moments" in stage.words
        await stage.press("d")
        assert "2026-03-30" in stage.text
        await stage.press("down", "down", "enter")
        assert "Your goal" not in stage.text


async def test_without_a_day_it_asks_for_one_and_escape_leaves_everything(office: Office) -> None:
    async with on_stage(office.desk()) as stage:
        await stage.press("d", "enter")
        assert "Say by when" in stage.words
        await stage.press("escape")
        assert "Next for you" in stage.text
    assert open_records(office.place).intentions() == ()


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_a_day_that_is_none_is_refused_inside_the_form(office: Office, size: tuple[int, int]) -> None:
    async with on_stage(office.desk(), size=size) as stage:
        await stage.press("d", "down", *"someday", "enter")
        assert '"someday" is no day' in stage.words
        assert "What do you want to have shown?" in stage.text
        await stage.press(*["backspace"] * len("someday"), *"2020-01-01", "enter")
        assert "2020-01-01 is over already" in stage.words
        await stage.press(*["backspace"] * len("2020-01-01"), *"4 weeks", "enter")
        assert "Goal by day: Active listening by 2026-03-30" in stage.words
    assert len(open_records(office.place).intentions()) == 1


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_a_fresh_start_is_asked_for_made_and_said(office: Office, size: tuple[int, int]) -> None:
    office.takes("Ana", 1, POOR)
    office.today += timedelta(days=40)
    async with on_stage(office.desk(), size=size) as stage:
        await stage.press("p", "a")
        assert "It cannot be taken back." in stage.words
        await stage.press("n")
        assert open_records(office.place).intentions() == ()
        await stage.press("a", "y")
        assert "Started afresh on 2026-04-13" in stage.words
    assert len(open_records(office.place).intentions()) == 1


async def test_where_it_is_not_possible_the_reason_is_said(office: Office) -> None:
    office.takes("Ana", 1, POOR)
    office.today = datetime(2026, 3, 9, 9, tzinfo=UTC)
    async with on_stage(office.desk()) as stage:
        await stage.press("p", "a")
        assert "A fresh start is possible from 2026-04-03" in stage.words
        assert "by luck" in stage.words
        await stage.press("y")
    assert open_records(office.place).intentions() == ()
