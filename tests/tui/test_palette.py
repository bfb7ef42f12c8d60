"""The palette: what it finds, where from, and what it says where it finds nothing."""

import pytest
from tui.shelf import desk
from tui.stage import LARGE, SMALL, on_stage


@pytest.mark.parametrize("size", [(60, 15), SMALL, LARGE], ids=str)
async def test_it_says_so_where_nothing_is_called_that(size: tuple[int, int]) -> None:
    async with on_stage(desk(), size=size) as stage:
        await stage.press("ctrl+p", *"zebra")
        assert 'Nothing here is called "zebra".' in stage.words
        await stage.press("enter")
        assert "Next for you" in stage.text
        await stage.press("ctrl+p", *"late")
        assert "Nothing here" not in stage.text
        assert "▸ The late delivery" in stage.text


async def test_in_a_conversation_it_leads_to_another_and_the_first_goes_on_where_it_was_left() -> None:
    async with on_stage(desk(), scenario="late") as stage:
        await stage.press("enter", "1", "1", "ctrl+p", *"usage", "enter")
        assert "Usage fell by half" in stage.lines[0]
        assert "assessment" in stage.lines[0]
        assert len(stage.desk.records.attempts()) == 1
        await stage.press("ctrl+p", *"late", "enter")
        assert "The customer's words at the second turn." in stage.words


async def test_from_the_first_run_it_leads_nowhere_before_all_is_answered() -> None:
    async with on_stage(desk(), rep="") as stage:
        await stage.press(*"Bo", "enter", "ctrl+p", *"late")
        assert "Nothing here is called" in stage.words
