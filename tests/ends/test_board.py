"""The manager's board in a real terminal."""

from pathlib import Path

from ends.terminal import program, terminal
from tui import shelf

from simulator.records.open import open_records
from simulator.usecases.people import join


def test_the_board_opens_writes_a_decision_and_gives_the_terminal_back(tmp_path: Path) -> None:
    join(shelf.desk(records=open_records(str(tmp_path / "records.db"))), "Ana Lima")
    with terminal(tmp_path, "exec " + program("board")) as board:
        board.wait_for("Not started")
        board.press("o")
        board.wait_for("Your decision on Ana Lima")
        board.press("\r")
        board.wait_for("As what?")
        board.press("\r")
        board.wait_for("Who are you?")
        board.press("Kim\r")
        board.wait_for("Why?")
        board.press("I sat beside her\r")
        board.wait_for("Until which day")
        board.press("\r")
        board.wait_for("Record this for good?")
        board.press("y")
        board.wait_for("Recorded about Ana Lima: it stands")
        board.press("q")
        written = board.read_to_end()
        assert board.child.exitstatus == 0
    assert "Traceback" not in written
    assert [decision.by for decision in open_records(str(tmp_path / "records.db")).decisions()] == ["Kim"]


def test_without_drawing_it_is_said_in_lines_without_a_control_code(tmp_path: Path) -> None:
    with terminal(tmp_path, "exec " + program("board", "--plain")) as board:
        board.wait_for("Nobody has practised here yet.")
        board.press("q\n")
        written = board.read_to_end()
        assert board.child.exitstatus == 0
    assert "\x1b" not in written
