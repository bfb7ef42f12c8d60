"""The command line: arguments → one use case → print → exit code."""

import os
import sys
from argparse import Namespace
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
    from simulator.cli.arguments import parser

    _speak_utf8()
    typed = parser().parse_args(arguments)
    try:
        return _run(typed)
    except KeyboardInterrupt:
        print("\nStopped. Everything up to your last choice is saved.", file=sys.stderr)  # noqa: T201
        return Exit.INTERRUPTED
    except BrokenPipeError:
        # The reader has gone (as in `| head`): keep Python from complaining about it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.FINE
    except Exception as mistake:  # noqa: BLE001 - the last line of defence: nobody is shown a traceback
        from simulator.cli.crash import answer

        return answer(mistake)


def _run(typed: Namespace) -> int:
    from simulator.cli.commands import COMMANDS

    code = COMMANDS[typed.command or "app"](typed)
    sys.stdout.flush()
    return code


def _speak_utf8() -> None:
    """Never fail on a character that the terminal's encoding lacks."""
    for stream in (sys.stdout, sys.stderr, sys.stdin):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
