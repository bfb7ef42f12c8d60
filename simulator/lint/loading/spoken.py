"""The parts of a scenario at which something is said, with the place of each.

A turn with routes sends on unseen. What else is written in it is one mistake, which is said once.
"""

from collections.abc import Iterator

from simulator.domain.problem import Path
from simulator.domain.scenario import Choice, Scenario, Turn


def spoken(scenario: Scenario) -> Iterator[tuple[str, Turn]]:
    """Yield the turns without routes."""
    return ((turn_id, turn) for turn_id, turn in scenario.turns.items() if not turn.routes)


def choices(scenario: Scenario) -> Iterator[tuple[Path, Turn, Choice]]:
    """Yield every choice that a rep can be offered, with its turn."""
    for turn_id, turn in spoken(scenario):
        for index, choice in enumerate(turn.choices):
            yield ("turns", turn_id, "choices", index), turn, choice
