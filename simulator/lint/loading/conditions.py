"""The conditions of a scenario, each read once for all the rules that ask."""

from collections.abc import Iterator
from functools import lru_cache

from simulator.conversation.condition import Compare, ConditionError, Holds, parse, parts_of
from simulator.domain.problem import Path
from simulator.domain.scenario import Scenario, Turn

Part = Compare | Holds
"""What a condition asks: how a feeling compares, or whether a fact holds."""


def unreadable(scenario: Scenario) -> Iterator[tuple[Path, ConditionError]]:
    """Yield the conditions that cannot be read, each with its place and why."""
    for path, text in _conditions(scenario):
        found = _read(text)
        if isinstance(found, ConditionError):
            yield path, found


def parts(scenario: Scenario) -> Iterator[tuple[Path, Part]]:
    """Yield all that the readable conditions ask, each with the place of its condition."""
    for path, text in _conditions(scenario):
        found = _read(text)
        if not isinstance(found, ConditionError):
            yield from ((path, part) for part in found)


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
def _read(text: str) -> tuple[Part, ...] | ConditionError:
    try:
        return tuple(parts_of(parse(text)))
    except ConditionError as error:
        # Kept without the way it came: that would keep every value on it.
        return error.with_traceback(None)
