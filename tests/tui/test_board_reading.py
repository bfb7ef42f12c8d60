"""The board while people are read: slowly, many, or not at all."""

import threading
from pathlib import Path

import pytest
from tui import shelf
from tui.board_stage import at_the_board
from tui.stage import LARGE, SMALL, Scene

from simulator.domain.attempt import Attempt, Rep
from simulator.domain.ids import RepId
from simulator.domain.scenario import Purpose
from simulator.records.memory import MemoryRecords
from simulator.records.protocol import Unavailable
from simulator.tui.board import BoardApp
from simulator.tui.screens.board import BoardScreen
from simulator.tui.sitting import Sitting
from simulator.tui.widgets.board_table import BoardTable
from simulator.usecases.people import join


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_three_hundred_people_can_be_gone_through(size: tuple[int, int]) -> None:
    desk = shelf.desk()
    for number in range(300):
        join(desk, f"Rep {number:03}")
    async with at_the_board(desk, size=size) as stage:
        assert "300 people" in stage.text
        assert "s not started 300" in stage.text
        assert "Estimates" not in stage.text
        await stage.press("end")
        assert "▸ Rep 299" in stage.text
        await stage.press("pageup", "down")
        assert "▸ Rep 299" not in stage.text
        await stage.press("home")
        assert "▸ Rep 000" in stage.text
        await stage.press("slash", *"27")
        assert [line.split()[1] for line in stage.lines if line.strip(" ▸").startswith("Rep ")][:2] == [
            "027",
            "127",
        ] or ("Rep 027" in stage.text and "Rep 127" in stage.text)


class Slow(MemoryRecords):
    """Records that stop in the middle of a team, or before it, until they are let go on."""

    def __init__(self, after: int) -> None:
        super().__init__()
        self.left = after
        """How many people can be read in full; before that, everybody is asked for at once."""
        self.gate = threading.Event()

    def attempts(self, rep: RepId | None = None, purpose: Purpose | None = None) -> tuple[Attempt, ...]:
        self.left -= rep is not None
        if self.left < 0:
            self.gate.wait(30)
        return super().attempts(rep, purpose)


async def until(stage: Scene, words: str) -> None:
    """Wait until the screen says something."""
    for _ in range(2_000):
        if words in stage.text or words in stage.words:
            return
        await stage.pilot.pause(0.01)
    pytest.fail(f"{words!r} never came:\n{stage.text}")


def slow_board(after: int) -> tuple[Slow, BoardApp]:
    """Twenty people, and a board that stops reading after so many."""
    records = Slow(after)
    desk = shelf.desk(records=records)
    for number in range(20):
        join(desk, f"Rep {number:03}")
    return records, BoardApp(Sitting(desk=desk, settings_file=Path("/nowhere")))


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_board_fills_while_it_is_read_and_says_how_far_it_is(size: tuple[int, int]) -> None:
    records, app = slow_board(after=10)
    async with app.run_test(size=size) as pilot:
        stage = Scene(app, pilot)
        await until(stage, "Estimates: 8 of 20")
        # In brief it is known of everybody already, and can be used; the mark stays on whom it was.
        await until(stage, "s not started 20")
        await until(stage, "▸ Rep 000")
        assert stage.text.count("○ Not started") >= 9
        await pilot.press("end")
        await until(stage, "Rep 019 Not started …")
        await pilot.press("home", "down")
        records.gate.set()
        await until(stage, "▸ Rep 001")
        await stage.settle()
        assert "Estimates:" not in stage.text
        assert "s not started 20" in stage.text


async def test_until_it_is_known_where_people_stand_it_says_that_it_is_being_read() -> None:
    records, app = slow_board(after=-1)
    async with app.run_test(size=SMALL) as pilot:
        stage = Scene(app, pilot)
        await until(stage, "Reading where 20 people stand …")
        await until(stage, "▸ Rep 000")
        assert "s not started 0" in stage.text
        records.gate.set()
        await until(stage, "s not started 20")
        await stage.settle()
        assert "Reading" not in stage.text


async def test_of_a_large_team_whoever_comes_into_sight_is_read_in_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.usecases.roster.SMALL", 20)
    desk = shelf.desk(records=MemoryRecords())
    for number in range(60):
        join(desk, f"Rep {number:03}")
    app = BoardApp(Sitting(desk=desk, settings_file=Path("/nowhere")))
    async with app.run_test(size=SMALL) as pilot:
        stage = Scene(app, pilot)
        await stage.settle()
        board = app.screen
        assert isinstance(board, BoardScreen)
        assert board.roster is not None
        read = set(board.roster.rows)
        assert 5 < len(read) < 30
        assert "Estimates" not in stage.text
        await stage.resize((80, 40))
        assert {rep.id for rep in board.query_one(BoardTable).in_sight} <= set(board.roster.rows)
        assert len(board.roster.rows) > len(read) + 10
        await stage.resize(SMALL)
        read = set(board.roster.rows)
        await stage.press("end")
        assert len(board.roster.rows) > len(read)
        assert board.roster.people[-1].id in board.roster.rows
        assert "Rep 059 Not enough evidence" in stage.words
        assert "Rep 059 Not started …" not in stage.words
        # A file holds everybody on show, read or not.
        assert len(board.roster.report(desk).lines) == 60


async def test_q_in_the_middle_of_reading_ends_it() -> None:
    records, app = slow_board(after=3)
    async with app.run_test(size=SMALL) as pilot:
        await until(Scene(app, pilot), "20 people")
        await pilot.press("q")
        records.gate.set()
    assert app.return_value == 0


class Broken(MemoryRecords):
    """Records that do not answer at first."""

    asked = 0

    def reps(self) -> tuple[Rep, ...]:
        self.asked += 1
        if self.asked == 1:
            raise Unavailable("The server does not answer: try again later.")
        return super().reps()


async def test_records_that_do_not_answer_are_said_and_asked_again() -> None:
    records = Broken()
    desk = shelf.desk(records=records)
    records.add_rep(Rep(id=RepId("ana"), name="Ana", joined=desk.now()))
    async with at_the_board(desk) as stage:
        assert "The server does not answer" in stage.words
        await stage.press("enter")
        assert "Nothing could be read. Enter tries again" in stage.words
        await stage.press("enter")
        assert "▸ Ana" in stage.text
