"""How far something is that takes a while, in one line of a terminal."""

import sys
from collections.abc import Callable
from typing import TextIO

_WIDTH = 30


def progress_bar(sink: TextIO | None = None, unit: str = "", least: int = 1) -> Callable[[int, int], None]:
    """Return what shows how far it is on a terminal, the error output's if no other; elsewhere it says nothing.

    `unit` stands behind the numbers. Where it is about fewer than `least`, it is over before anybody wonders.
    """
    to = sink or sys.stderr
    if not to.isatty():
        return lambda _done, _of: None

    def show(done: int, of: int) -> None:
        if of < least:
            return
        full = _WIDTH * done // of
        to.write(f"\r{'#' * full}{'.' * (_WIDTH - full)} {done:,} of {of:,}{unit}")
        if done == of:
            to.write("\r" + " " * (_WIDTH + 45) + "\r")
        to.flush()

    return show
