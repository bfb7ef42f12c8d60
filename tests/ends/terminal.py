"""A program in a real terminal: a pseudo-terminal of 80x24 with a shell around it, as a person has it."""

import contextlib
import os
import re
import shlex
import sys
import time
import warnings
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pexpect

ROOT = Path(__file__).parents[2]
ESCAPES = re.compile(rb"\x1b\[[0-9;:?<>=]*[ -/]*[@-~]|\x1b[@-Z\\-_=>78]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
"""Control sequences, to be left out when looking for words."""

SECONDS = 30.0
"""Longer than any machine needs, shorter than anybody would wait."""


SIZE = (24, 80)
"""Rows and columns: the smallest terminal that everything must fit."""


def program(*words: str) -> str:
    """The command line that starts the simulator."""
    return shlex.join([sys.executable, "-m", "simulator", *words])


@dataclass
class Terminal:
    """One program in its terminal."""

    child: "pexpect.spawn[bytes]"
    raw: bytearray = field(default_factory=bytearray)
    """All that was written so far."""
    looked: int = 0
    """How much of it has been waited for."""

    def press(self, keys: str) -> None:
        """Type keys, all at once."""
        self.looked = len(self.raw)
        self.child.send(keys)

    def wait_for(self, words: str) -> None:
        """Wait until the words have been written since the last press."""
        end = time.monotonic() + SECONDS
        while not self._was_written(words):
            assert time.monotonic() < end, f"{words!r} never came: {ESCAPES.sub(b'', bytes(self.raw))[-3000:]!r}"
            self.read(0.2)

    def _was_written(self, words: str) -> bool:
        seen = ESCAPES.sub(b"", bytes(self.raw[self.looked :]))
        # A sentence may have been broken at the edge of the terminal.
        return words.encode() in seen or words.encode() in b" ".join(seen.split())

    def wait_for_prompt(self) -> None:
        """Wait until nothing stands behind the last prompt: an earlier one may have been typed ahead of."""
        end = time.monotonic() + SECONDS
        while not ESCAPES.sub(b"", bytes(self.raw)).endswith(b"\n> "):
            assert time.monotonic() < end, f"no prompt came: {ESCAPES.sub(b'', bytes(self.raw))[-3000:]!r}"
            self.read(0.2)

    def read(self, seconds: float) -> bytes:
        """Read what is written within some seconds; nothing where nothing comes."""
        try:
            chunk = self.child.read_nonblocking(65536, seconds)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return b""
        self.raw += chunk
        return chunk

    def read_for(self, seconds: float) -> bytes:
        """Read all that is written in a stretch of time."""
        end, before = time.monotonic() + seconds, len(self.raw)
        while (left := end - time.monotonic()) > 0:
            self.read(left)
        return bytes(self.raw[before:])

    def settle(self) -> None:
        """Wait until nothing is written any more."""
        end = time.monotonic() + SECONDS
        while self.read_for(0.6):
            assert time.monotonic() < end, "it never comes to rest"

    def read_to_end(self) -> str:
        """Read until the program has gone; return all that it ever wrote."""
        while True:
            try:
                self.raw += self.child.read_nonblocking(65536, SECONDS)
            except pexpect.EOF:
                break
        self.child.wait()
        return self.raw.decode(errors="surrogateescape")


@contextmanager
def terminal(folder: Path, command: str, **environment: str) -> Generator[Terminal]:
    """Start a shell's command line in a terminal; its records, settings and cache lie in the folder."""
    own = {
        "SIMULATOR_RECORDS": str(folder / "records.db"),
        "SIMULATOR_SETTINGS": str(folder / "settings.json"),
        "SIMULATOR_CACHE": str(folder / "cache"),
        "SIMULATOR_REP": "ana",
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LC_ALL": "C.UTF-8",
    }
    quiet = {name: value for name, value in os.environ.items() if not name.startswith(("TEXTUAL", "NO_COLOR"))}
    with warnings.catch_warnings():
        # Newer Pythons warn of forking where there are threads; this fork only starts another program.
        warnings.simplefilter("ignore", DeprecationWarning)
        child: pexpect.spawn[bytes] = pexpect.spawn(
            "/bin/sh",
            ["-c", command],
            env={**quiet, **own, **environment},
            dimensions=SIZE,
            cwd=folder,
            timeout=SECONDS,
            encoding=None,
        )
    child.delaybeforesend = None
    try:
        yield Terminal(child)
    finally:
        with contextlib.suppress(OSError, pexpect.ExceptionPexpect):
            child.close(force=True)
