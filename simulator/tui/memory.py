"""When Python looks for garbage, and gives back what it does not need: not in the middle of a key press."""

import gc
import sys

GARBAGE_ROUNDS = (700, 10, 40)
"""How often Python looks for garbage; in all there is only every hundred answers or so, as `tidy` does it in between. A
bubble that has gone is garbage that only such a look finds, because it holds on to its neighbours in a circle."""


QUIET = 1.0
"""Seconds without an answer after which nobody waits for one: people read what a customer says for longer."""


def settle_memory() -> None:
    """Look through everything for garbage now, so that it need not take 50 ms of a key press every few turns."""
    # What was put aside before may have become garbage since.
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    gc.set_threshold(*GARBAGE_ROUNDS)
    _give_back()


def tidy() -> None:
    """Look for garbage in what came since, while nobody waits for anything."""
    gc.collect()
    _give_back()


def _give_back() -> None:
    """Give the system back what is free, which glibc would keep for later: after loading modules, some 4 MB."""
    if sys.platform == "linux":
        import ctypes

        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
