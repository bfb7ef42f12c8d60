"""Hand the terminal to the person's editor, and take it back."""

import asyncio
import os
import signal
import subprocess
from collections.abc import Generator
from contextlib import ExitStack, contextmanager, suppress
from types import FrameType

from textual.app import SuspendNotSupported

from simulator.tui.face import Face
from simulator.usecases.editors import Editing, editing

SETTLED = 0.05
"""Seconds after which a signal that came meanwhile has been passed over."""


def edit(face: Face, file: str, line: int, column: int = 1) -> str:
    """Open a file at a line in the person's editor; return what to say where that failed, empty where it did not.

    Refused where no editor is set.
    """
    wanted = editing(os.environ, file, line, column)
    try:
        if wanted.own_window:
            _start_beside(wanted)
            return f"Opened in {wanted.command[0]}; what you save shows here."
        with _left_alone(face), ExitStack() as stack:
            # Where there is no terminal to hand over, as in a test, do without.
            with suppress(SuspendNotSupported):
                stack.enter_context(face.suspend())
            done = subprocess.run(wanted.command, check=False)  # noqa: S603 - the person's own editor, word by word
    except OSError as problem:
        return f"{wanted.command[0]} cannot be started: {(problem.strerror or 'it does not run').lower()}."
    return f"{wanted.command[0]} ended with {done.returncode}." if done.returncode else ""


def _start_beside(wanted: Editing) -> None:
    """Start an editor with a window of its own; it may outlive this program."""
    quiet = subprocess.DEVNULL
    started = subprocess.Popen(wanted.command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)  # noqa: S603 - as above
    started.returncode = 0  # Nobody waits for it, and Python must not complain of that.


@contextmanager
def _left_alone(face: Face) -> Generator[None]:
    """Let Ctrl-C in the editor be the editor's alone: the terminal sends it to both programs."""
    loop = asyncio.get_running_loop()
    with suppress(NotImplementedError, RuntimeError, ValueError):
        loop.remove_signal_handler(signal.SIGINT)
    before = signal.signal(signal.SIGINT, _nothing)

    def listen_again() -> None:
        signal.signal(signal.SIGINT, before)
        face.listen_for_signals()

    try:
        yield
    finally:
        # Not at once: the loop has yet to read that there was a Ctrl-C, and would take it for one of now.
        loop.call_later(SETTLED, listen_again)


def _nothing(number: int, frame: FrameType | None) -> None:
    """Let a signal pass; one that is ignored would be ignored by the editor too."""
    del number, frame
