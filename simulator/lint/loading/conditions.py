"""The conditions of a scenario, each read once for all the rules that ask."""

from collections.abc import Iterator
from functools import lru_cache

from simulator.conversation.condition import Compare, ConditionError, Holds, parts_of, read
from simulator.domain.problem import Path
from simulator.domain.scenario import Scenario, Turn

Part = Compare | Holds
"""What a condition asks: how a feeling compares, or whether a fact holds."""


def unreadable(scenario: Scenario) -> Iterator[tuple[Path, ConditionError]]:
    """Yield all that keeps conditions from being read, each with the place of its condition."""
    return ((path, mistake) for path, text in _conditions(scenario) for mistake in _read(text)[1])


def parts(scenario: Scenario) -> Iterator[tuple[Path, Part]]:
    """Yield all that conditions ask, as far as that can be told, each with the place of its condition."""
    return ((path, part) for path, text in _conditions(scenario) for part in _read(text)[0])


def _conditions(scenario: Scenario) -> Iterator[tuple[Path, str]]:
    for turn_id, turn in scenario.turns.items():
        yield from _of_routes(turn_id, turn) if turn.routes else _of_words(turn_id, turn)


def _of_routes(turn_id: str, turn: Turn) -> Iterator[tuple[Path, str]]:
    for index, route in enumerate(turn.routes):
        if route.when is not None:
            yield ("turns", turn_id, "routes", index, "when"), route.when


def _of_words(turn_id: str, turn: Turn) -> Iterator[tuple[Path, str]]:
    for index, variant in enumerate(turn.variants):
        yield ("turns", turn_id, "variants", index, "when"), variant.when
    for index, choice in enumerate(turn.choices):
        if choice.when is not None:
            yield ("turns", turn_id, "choices", index, "when"), choice.when


# A scenario of a thousand turns has some hundred that differ; the largest file that is read could hold more than these.
@lru_cache(maxsize=10_000)
def _read(text: str) -> tuple[tuple[Part, ...], tuple[ConditionError, ...]]:
    condition, mistakes = read(text)
    return tuple(parts_of(condition)) if condition is not None else (), mistakes
