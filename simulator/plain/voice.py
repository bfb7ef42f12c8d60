"""How plain mode speaks and listens: whole lines only, nothing written while the person is silent."""

import re
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import Final, TextIO

from simulator.domain.sinks import for_terminal
from simulator.plain.fitting import columns_of, fitted
from simulator.plain.interrupting import Interrupts

PROMPT: Final = "> "
"""What stands before the person's answer."""

QUIT: Final = frozenset({"q", "quit"})
"""What ends the program at every prompt; everything is saved by then."""


class Quit(Exception):
    """The person has typed q, or the input has ended."""


def goodbye(*, example: bool) -> str:
    """Say what became of all that was done in a sitting."""
    return "That was an example." if example else "Everything is saved. Until next time."


class Voice:
    """Says one fact a line and asks for one answer at a time."""

    def __init__(
        self,
        read: Callable[[], str],
        write: Callable[[str], object],
        flush: Callable[[], None],
        *,
        echo: bool = False,
        columns: Callable[[], int | None] = lambda: None,
        interrupts: Interrupts | None = None,
    ) -> None:
        """Lines longer than `columns` are broken between words; where it says None, each fact stays one line."""
        self._read = read
        self._write = write
        self._flush = flush
        self._echo = echo
        self._columns = columns
        self._interrupts = interrupts

    def say(self, text: str = "") -> None:
        """Write one fact, as one line where it fits, with nothing in it that could drive a terminal."""
        self._write(fitted(for_terminal(" ".join(text.split())), self._columns()) + "\n")

    def rest(self) -> None:
        """Let everything said so far be heard, before a while in which nothing is said."""
        self._flush()

    def undisturbed(self) -> AbstractContextManager[None]:
        """Keep Ctrl-C waiting while something is stored: it ends the program right afterwards."""
        return self._interrupts.wait() if self._interrupts else nullcontext()

    def ask(self) -> str:
        """Prompt and return the answer without surrounding space; Quit at q and at the end of input."""
        self._write(PROMPT)
        self._flush()
        if self._interrupts is not None:
            self._interrupts.check()
        try:
            line = self._read()
        except (OSError, ValueError):
            # A closed terminal answers with an error instead of an end.
            line = ""
        if not line:
            self._write("\n")
            raise Quit
        answer = line.strip()
        if self._echo:
            self._write(for_terminal(answer) + "\n")
        if answer.lower() in QUIT:
            raise Quit
        return answer

    def ask_for(self, question: str, about: str) -> str:
        """Ask for words of the person's own; r and s repeat the question, w, b and ? say what it is about."""
        while True:
            self.say(question)
            answer = self.ask()
            match answer.lower():
                case "r" | "s":
                    continue
                case "w" | "b" | "?":
                    self.say(about)
                case _:
                    return answer


def standard_voice(source: TextIO | None = None, sink: TextIO | None = None) -> Voice:
    """Speak on standard output and listen on standard input."""
    listen, speak = source or sys.stdin, sink or sys.stdout
    # A terminal shows what is typed and goes to the next line; a pipe does neither, and two facts would share a line.
    return Voice(
        listen.readline,
        speak.write,
        speak.flush,
        echo=not listen.isatty(),
        columns=partial(columns_of, speak),
        interrupts=Interrupts(),
    )


def facts_of(text: str) -> list[str]:
    """Part a text at its paragraphs and the items of its lists: one fact a line."""
    return re.split(r"\n\s*\n|\n(?=\s*- )", text)
