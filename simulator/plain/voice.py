"""How plain mode speaks and listens: whole lines only, nothing written while the person is silent."""

import sys
from collections.abc import Callable
from typing import Final, TextIO

from simulator.domain.sinks import for_terminal

PROMPT: Final = "> "
"""What stands before the person's answer."""


class Voice:
    """Says one fact a line and asks for one answer at a time."""

    def __init__(self, read: Callable[[], str], write: Callable[[str], object], flush: Callable[[], None]) -> None:
        self._read = read
        self._write = write
        self._flush = flush

    def say(self, text: str = "") -> None:
        """Write one fact as one line, with nothing in it that could drive a terminal."""
        self._write(for_terminal(" ".join(text.split())) + "\n")

    def ask(self) -> str | None:
        """Prompt and return the answer without surrounding space; None at the end of input."""
        self._write(PROMPT)
        self._flush()
        try:
            line = self._read()
        except (OSError, ValueError):
            # A closed terminal answers with an error instead of an end.
            line = ""
        if not line:
            self._write("\n")
            return None
        return line.strip()


def standard_voice(source: TextIO | None = None, sink: TextIO | None = None) -> Voice:
    """Speak on standard output and listen on standard input."""
    listen, speak = source or sys.stdin, sink or sys.stdout
    return Voice(listen.readline, speak.write, speak.flush)
