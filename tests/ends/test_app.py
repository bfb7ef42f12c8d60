"""The app in a real terminal: it opens, plays, ends, and leaves the terminal and the records as they should be."""

import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from cli.shell import own_places
from ends.records import moves
from ends.terminal import Terminal, program, terminal

from simulator.domain.attempt import Chose

AROUND = "stty -g; {}; echo left with $?; stty -g"
"""A shell that says how the terminal is set before and after."""


def into_the_conversation(app: Terminal) -> None:
    app.wait_for("Next for you")
    app.press("n")
    app.wait_for("The situation")
    app.press("\r")
    app.wait_for("1-3 pick")


def say_something(app: Terminal) -> None:
    app.press("1")
    app.wait_for("1-3")
    app.press("\r")
    app.wait_for("blue light")


def left_with(app: Terminal) -> int:
    """The exit code, once it is shown that the terminal is as it was."""
    written = app.read_to_end()
    settings = re.findall(r"(?m)^(?:\x1b\S*)*([0-9a-f]+(?::[0-9a-f]+){10,})\r?$", written)
    assert len(settings) == 2, written[-500:]
    assert settings[0] == settings[1]
    assert written.rfind("\x1b[?1049l") > written.rfind("\x1b[?1049h") >= 0, "the alternate screen is left"
    assert written.rfind("\x1b[?25h") > written.rfind("\x1b[?25l"), "the cursor is shown"
    assert written.rfind("\x1b[?1000l") > written.rfind("\x1b[?1000h"), "the mouse is let go"
    assert "Traceback" not in written
    found = re.search(r"left with (\d+)", written)
    assert found
    return int(found[1])


def test_it_opens_on_home_plays_a_choice_and_quits_with_the_terminal_as_it_was(tmp_path: Path) -> None:
    with terminal(tmp_path, AROUND.format(program())) as app:
        into_the_conversation(app)
        say_something(app)
        app.press("q")
        app.wait_for("in progress")
        app.press("q")
        assert left_with(app) == 0
    assert [type(move) for move in moves(tmp_path)] == [Chose]


def test_ctrl_c_ends_it_with_130_and_nothing_is_lost(tmp_path: Path) -> None:
    with terminal(tmp_path, AROUND.format(program("play", "warm-up"))) as app:
        app.wait_for("The situation")
        app.press("\r")
        app.wait_for("1-3 pick")
        say_something(app)
        app.press("\x03")
        assert left_with(app) == 130
    assert [type(move) for move in moves(tmp_path)] == [Chose]


@pytest.mark.parametrize("how", ["hang up", "close"])
def test_a_terminal_that_goes_away_takes_no_choice_with_it(how: str, tmp_path: Path) -> None:
    with terminal(tmp_path, "exec " + program("play", "warm-up")) as app:
        app.wait_for("The situation")
        app.press("\r")
        app.wait_for("1-3 pick")
        say_something(app)
        if how == "hang up":
            app.child.kill(signal.SIGHUP)
            app.read_to_end()
        else:
            os.close(app.child.child_fd)
            app.child.closed = True
            app.child.wait()
        assert app.child.exitstatus == 129 or app.child.signalstatus == signal.SIGHUP
    assert [type(move) for move in moves(tmp_path)] == [Chose]


STUCK = """
import sys
from textual.drivers import _writer_thread
_writer_thread.WriterThread.run = lambda self: None  # as when the thread that writes has died of a lost terminal
from simulator.cli import main
sys.exit(main(["play", "warm-up"]))
"""


def test_a_terminal_that_is_gone_and_takes_nothing_more_does_not_keep_the_program(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    child = subprocess.Popen(
        (sys.executable, "-c", STUCK),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, **own_places(tmp_path), "TERM": "xterm-256color"},
    )
    os.close(theirs)
    try:
        time.sleep(4)
        assert child.poll() is None
        child.send_signal(signal.SIGHUP)
        assert child.wait(15) == 128 + signal.SIGHUP
    finally:
        child.kill()
        os.close(ours)


def test_enter_held_down_says_one_choice(tmp_path: Path) -> None:
    with terminal(tmp_path, program("play", "warm-up")) as app:
        app.wait_for("The situation")
        app.press("\r")
        app.wait_for("1-3 pick")
        app.press("1" + "\r" * 40)
        app.wait_for("blue light")
        app.read_for(0.3)
        assert [type(move) for move in moves(tmp_path)] == [Chose]


def test_while_nobody_types_nothing_is_written(tmp_path: Path, *, full: bool) -> None:
    with terminal(tmp_path, program()) as app:
        app.wait_for("Next for you")
        app.settle()
        assert app.read_for(20 if full else 1.5) == b""
        app.press("n")
        app.wait_for("The situation")
        app.press("\r")
        app.wait_for("1-3 pick")
        app.settle()
        assert app.read_for(20 if full else 1.5) == b""


def test_a_newcomer_in_plain_lines_may_ask_for_the_app(tmp_path: Path) -> None:
    with terminal(tmp_path, program("--plain"), SIMULATOR_REP="") as talk:
        talk.wait_for("What do people call you?")
        talk.press("Ana\n")
        talk.wait_for("Type 1 or 2")
        talk.press("2\n")
        talk.wait_for("Next for you")
        talk.press("q")
        talk.read_to_end()
        assert talk.child.exitstatus == 0


def test_a_newcomer_in_the_app_may_ask_for_plain_lines(tmp_path: Path) -> None:
    with terminal(tmp_path, program(), SIMULATOR_REP="") as app:
        app.wait_for("What do people call you?")
        app.press("Ana\r")
        app.wait_for("screen reader")
        app.press("2")
        app.wait_for("Type a conversation's number")
        app.press("q\n")
        assert app.read_to_end().replace("\r", "").endswith("Everything is saved. Until next time.\n")
        assert app.child.exitstatus == 0
