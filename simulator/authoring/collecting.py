"""Python's search for circles of garbage, paused while a file is read: its tree is large, and holds no circles.

The collector would go through the growing tree again and again: half of the time of reading a long scenario.
"""

import gc
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def collecting_paused() -> Generator[None, None, None]:
    """Pause the collector; what is read or checked meanwhile must be bounded."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
