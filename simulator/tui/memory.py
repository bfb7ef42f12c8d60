"""When Python looks for garbage: not in the middle of a key press."""

import gc

GARBAGE_ROUNDS = (700, 10, 1000)
"""How often Python looks for garbage: often in what is new, hardly ever in all there is (each time a talk opens)."""


def settle_memory() -> None:
    """Look through everything for garbage now, so that it need not take 50 ms of a key press every few turns."""
    # What was put aside before may have become garbage since.
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    gc.set_threshold(*GARBAGE_ROUNDS)
