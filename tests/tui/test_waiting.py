"""Something that takes a while says so, and takes it back when it is done."""

import threading

import pytest
from tui.shelf import desk
from tui.stage import on_stage

from simulator.tui.screens.page import ONE_MOMENT, Page
from simulator.usecases.refusal import Refused


@pytest.mark.parametrize("refused", [False, True])
async def test_a_slow_answer_is_waited_for_aloud(*, refused: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.tui.screens.page.A_WHILE", 0.05)
    gate = threading.Event()

    def slow() -> str:
        gate.wait(20)
        if refused:
            raise Refused("It cannot be.")
        return "done"

    async with on_stage(desk()) as stage:
        page = stage.app.screen
        assert isinstance(page, Page)
        assert ONE_MOMENT not in stage.text
        page.meanwhile(slow, lambda _: None)
        for _ in range(500):
            await stage.pilot.pause(0.01)
            if ONE_MOMENT in stage.text:
                break
        assert ONE_MOMENT in stage.text
        gate.set()
        await stage.settle()
        assert ONE_MOMENT not in stage.text
        assert ("It cannot be." in stage.text) is refused


async def test_a_quick_answer_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.tui.screens.page.A_WHILE", 0.2)
    async with on_stage(desk()) as stage:
        page = stage.app.screen
        assert isinstance(page, Page)
        page.meanwhile(lambda: None, lambda _: page.note("Here it is."))
        await stage.settle()
        await stage.pilot.pause(0.4)
        assert "Here it is." in stage.text
        assert ONE_MOMENT not in stage.text
