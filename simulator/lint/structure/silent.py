"""Where the rep has nothing to say."""

from collections.abc import Mapping

from simulator.analysis.counts import stuck
from simulator.analysis.space import Space


def silent(space: Space) -> Mapping[str, list[int]]:
    """Return by turn the states in which nothing is on offer; none where conditions were not followed."""
    turns = space.table.scenario.turns
    found: dict[str, list[int]] = {}
    # What has no condition is always on offer: most scenarios are done with here.
    if any(all(choice.when is not None for choice in turns[turn].choices) for turn in space.arrows):
        for turn, state in stuck(space):
            found.setdefault(turn, []).append(state)
    return found
