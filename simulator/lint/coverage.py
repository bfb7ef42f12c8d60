"""Which choices the walks of a scenario make."""

from itertools import pairwise

from simulator.lint.subject import Proven
from simulator.lint.walked import walked


def covered(proven: Proven) -> frozenset[tuple[str, str]]:
    """Return the choices that some walk makes, each as its turn and its own id; walks count as far as they hold."""
    ways = (walked(proven.conversation, walk.choices).positions for _, walk in proven.walks)
    return frozenset(
        (before.state.place, after.choice)
        for way in ways
        for before, after in pairwise(way)
        if after.choice is not None
    )
