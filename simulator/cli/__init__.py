"""The command line: arguments → one use case → print → exit code."""

import os
import sys
from collections.abc import Sequence
from enum import IntEnum


class Exit(IntEnum):
    """How a command can end."""

    FINE = 0
    PROBLEMS = 1
    MISUSE = 2
    OUR_MISTAKE = 3
    INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what was typed; every way out of the program leads through here."""
    _speak_utf8()
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        print("\nStopped. Everything up to your last choice is saved.", file=sys.stderr)  # noqa: T201
        return Exit.INTERRUPTED
    except BrokenPipeError:
        # The reader has gone, as in `| head`: that is no mistake.
        _let_go_of_output()
        return Exit.FINE
    except Exception as mistake:  # noqa: BLE001 - the last line of defence: nobody is shown a traceback
        from simulator.cli.crash import answer

        code = answer(mistake)
        if isinstance(mistake, OSError) and mistake.filename is None:
            _let_go_of_output()
        return code


def _run(arguments: Sequence[str] | None) -> int:
    from simulator.cli.arguments import parser

    typed = None
    try:
        # Help is printed and ends the program in here.
        typed = parser().parse_args(arguments)
        from simulator.cli.commands import COMMANDS

        return COMMANDS[typed.command or "app"](typed)
    finally:
        # A server is told that we go: else it holds our connection until it notices.
        for desk in getattr(typed, "desks", ()):
            desk.close()
        # Not at exit, where a failure would be shown as a traceback.
        sys.stdout.flush()


def _let_go_of_output() -> None:
    """Keep Python from complaining, at exit, about an output that takes nothing any more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _speak_utf8() -> None:
    """Never fail on a character that the terminal's encoding lacks."""
    for stream in (sys.stdout, sys.stderr, sys.stdin):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
