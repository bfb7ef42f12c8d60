"""Ctrl-C in plain mode: heard at once, but for the moment in which an answer is stored, and never unheard.

Raised in the middle of a transaction, an interrupt takes back what was just said, or comes out as another error; in the
middle of a library's own clean-up it is swallowed. So it waits until the answer is stored, and whoever swallows one
finds it again at the next prompt.
"""

import signal
import threading
from collections.abc import Generator
from contextlib import contextmanager
from types import FrameType


class Interrupts:
    """Listens for Ctrl-C from its making on, where Python would have raised KeyboardInterrupt."""

    def __init__(self) -> None:
        self._heard = self._waits = False
        if threading.current_thread() is threading.main_thread() and _is_ours(signal.getsignal(signal.SIGINT)):
            signal.signal(signal.SIGINT, self.hear)

    def hear(self, _number: int, _frame: FrameType | None) -> None:
        """Raise KeyboardInterrupt now; where it has to wait, only from the second time on."""
        at_once = self._heard or not self._waits
        self._heard = True
        if at_once:
            raise KeyboardInterrupt

    def check(self) -> None:
        """Raise KeyboardInterrupt if there was one that went unheard."""
        if self._heard:
            raise KeyboardInterrupt

    @contextmanager
    def wait(self) -> Generator[None]:
        """Let an interrupt wait until this is done."""
        self._waits = True
        try:
            yield
        finally:
            self._waits = False
            self.check()


def _is_ours(handler: object) -> bool:
    """Tell whether Ctrl-C is Python's or ours: what a shell has switched off, or somebody else handles, stays so."""
    return handler is signal.default_int_handler or isinstance(getattr(handler, "__self__", None), Interrupts)
