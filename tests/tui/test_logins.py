"""In the app, too, the login on a team's server is the person."""

from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from plain.seat import spoken
from records.conftest import NewPlace, new_place, server
from served import Served, served
from tui.board_stage import at_the_board
from tui.stage import SMALL, Scene

from simulator.plain.board import look_around
from simulator.tui.app import SimulatorApp
from simulator.tui.screens.board import BoardScreen
from simulator.tui.sitting import Sitting
from simulator.usecases.logins import looking_after, practising
from simulator.usecases.settings import load_settings

__all__ = ["new_place", "server"]


@pytest.fixture
def here(new_place: NewPlace, tmp_path: Path) -> Generator[Served]:
    with served(new_place("postgresql"), tmp_path) as office:
        yield office


@asynccontextmanager
async def in_the_app(here: Served, name: str) -> AsyncGenerator[Scene]:
    """Open the app with somebody's login and without a command."""
    desk = here.sits(name)
    app = SimulatorApp(Sitting(desk=desk, settings_file=here.folder / "s.json"), who=lambda: looking_after(desk))
    async with app.run_test(size=SMALL) as pilot:
        scene = Scene(app, pilot)
        await scene.settle()
        yield scene


async def test_a_managers_login_opens_the_board_and_leaving_it_quits(here: Served) -> None:
    async with in_the_app(here, "helen") as scene:
        assert isinstance(scene.app.screen, BoardScreen)
        assert "Ana Lima" in scene.text
        assert "What do people call you?" not in scene.text
        await scene.press("enter")
        assert "Critical" in scene.text
        await scene.press("q")
        assert isinstance(scene.app.screen, BoardScreen)
        assert scene.app.is_running
        await scene.press("q")
        assert scene.app.return_code == 0


@pytest.mark.parametrize(("face", "plain"), [("1", False), ("2", True)])
async def test_a_rep_whose_login_says_who_they_are_is_asked_once_for_app_or_plain_text(
    here: Served, face: str, *, plain: bool
) -> None:
    desk, settings = here.sits("ana"), here.folder / "s.json"

    def app() -> SimulatorApp:
        sitting = Sitting(desk=desk, settings_file=settings, settings=load_settings(settings)[0])
        return SimulatorApp(sitting, who=lambda: practising(desk, ""))

    opened = app()
    async with opened.run_test(size=SMALL) as pilot:
        scene = Scene(opened, pilot)
        await scene.settle()
        assert "Good to have you, Ana Lima. Do you use a screen reader" in scene.words
        assert "What do people call you?" not in scene.words
        await scene.press(face)
    assert load_settings(settings)[0].plain is plain
    opened = app()
    async with opened.run_test(size=SMALL) as pilot:
        scene = Scene(opened, pilot)
        await scene.settle()
        assert "Do you use a screen reader" not in scene.words


async def test_a_decision_on_the_board_asks_for_no_name_and_no_part(here: Served) -> None:
    async with at_the_board(here.sits("helen")) as scene:
        await scene.press("o")
        assert "You sign as Helen Marsh (manager)." in scene.words
        await scene.press("1", "1")
        assert "Why? In words that the rep reads too." in scene.words
        await scene.press(*"seen", "enter", "enter", "y")
        assert "Recorded about Ana Lima: it stands beside the verdict." in scene.words
        assert "Decided by Helen Marsh (manager)" in scene.words
    (decision,) = here.desk().records.decisions()
    assert (decision.by, decision.role, decision.reason) == ("Helen Marsh", "manager", "seen")


async def test_a_review_on_the_board_asks_for_no_name(here: Served) -> None:
    async with at_the_board(here.sits("oskar")) as scene:
        await scene.press("v")
        assert "You sign as Oskar Lund (trainer)." in scene.words
        assert "What did you find? In words that the rep reads too." in scene.words
        await scene.press(*"seen", "enter", "y")
    (review,) = here.desk().records.reviews()
    assert (review.reviewer, review.reason) == ("Oskar Lund", "seen")


async def test_a_manager_is_told_at_once_who_reviews(here: Served) -> None:
    async with at_the_board(here.sits("helen")) as scene:
        await scene.press("v")
        assert "This login is that of Helen Marsh (manager): trainers review, with logins of their own." in scene.words


def test_line_by_line_nothing_is_asked_that_the_login_says(here: Served) -> None:
    said = spoken(
        ("1", "o", "ready", "I sat beside her.", "", "y", "v"), lambda voice: look_around(here.sits("helen"), voice)
    )
    assert "Who are you?" not in said
    assert "As what?" not in said
    assert "To be recorded: Helen Marsh (manager) decides ready on Ana Lima: I sat beside her." in said
    assert "This login is that of Helen Marsh (manager): trainers review, with logins of their own." in said
    looked = spoken(("1", "v", "He sees why.", "y"), lambda voice: look_around(here.sits("oskar"), voice))
    assert "Who are you?" not in looked
    assert "To be recorded: reviewed by Oskar Lund: He sees why." in looked
    assert [each.reviewer for each in here.desk().records.reviews()] == ["Oskar Lund"]
