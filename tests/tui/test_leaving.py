"""What still goes on beside a screen when it is taken away ends without a word."""

import asyncio

import pytest
from textual.css.query import NoMatches
from textual.worker import WorkerFailed
from tui.shelf import desk
from tui.stage import on_stage

from simulator.tui.screens.page import Page


async def looks_on(page: Page, seen: list[bool]) -> None:
    """Look for a part of a screen again and again, also while the screen is being taken apart."""
    try:
        while True:
            page.query_one("#note")
            await asyncio.sleep(0)
    except NoMatches:
        seen.append(True)
        raise


def page_of(screen: object) -> Page:
    assert isinstance(screen, Page)
    return screen


async def test_the_program_ends_while_something_is_still_being_shown() -> None:
    seen: list[bool] = []
    async with on_stage(desk()) as stage:
        page = page_of(stage.app.screen)
        page.aside(lambda: looks_on(page, seen))
        await asyncio.sleep(0)
    assert seen, "it was still at work when the parts of the screen had gone"


async def test_a_screen_gives_way_to_another_while_something_is_still_being_shown() -> None:
    seen: list[bool] = []
    async with on_stage(desk()) as stage:
        await stage.press("f2")
        page = page_of(stage.app.screen)
        page.aside(lambda: looks_on(page, seen))
        await stage.pilot.press("f2")
        for _ in range(100):
            await asyncio.sleep(0.01)
            if seen or not page.is_attached:
                break
        assert "Next for you" in stage.text


async def wrong() -> None:
    raise NoMatches("here")


async def goes_wrong() -> None:
    async with on_stage(desk()) as stage:
        page_of(stage.app.screen).aside(wrong)
        await stage.pilot.pause()


async def test_a_mistake_on_a_screen_that_stays_is_not_hidden() -> None:
    with pytest.raises(WorkerFailed, match="here"):
        await goes_wrong()
