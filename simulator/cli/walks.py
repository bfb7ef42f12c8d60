"""What is said of walks that were kept."""

from collections.abc import Iterator

from simulator.usecases.covering import Covered
from simulator.usecases.saving import Saved


def lines_of_saved(saved: Saved) -> Iterator[str]:
    """Say where a walk was written, what it comes to, and what was there before."""
    walk = saved.walk
    count = f"{len(walk.choices)} {'choice' if len(walk.choices) == 1 else 'choices'}"
    yield f"Written: {saved.file} ({count}, to {walk.ending})"
    if saved.changed is None:
        return
    yield from (f"  {change}" for change in saved.changed)
    if not saved.changed:
        yield "  the same as before"


def lines_of_covered(covered: Covered) -> Iterator[str]:
    """Say which walks were written, and what no walk can make."""
    for saved in covered.walks:
        yield from lines_of_saved(saved)
    if not covered.never:
        yield "Together they make every choice."
    else:
        yield "Together they make every choice but these, which no path to an ending makes:"
        yield from (f"  {step.choice} at {step.turn}" for step in covered.never)
    if covered.left:
        yield f"There from before, and not needed by this set: {', '.join(covered.left)}. Delete what you do not want."
