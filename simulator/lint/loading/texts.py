"""The texts of a scenario that people read, with the place of each."""

from collections.abc import Iterator

from simulator.domain.problem import Path
from simulator.domain.scenario import Choice, Scenario, Turn


def outside_of_turns(scenario: Scenario) -> Iterator[tuple[Path, str]]:
    """Yield the texts around the turns: none of them may be left out."""
    yield ("title",), scenario.title
    yield ("summary",), scenario.summary
    yield ("customer", "name"), scenario.customer.name
    yield ("briefing",), scenario.briefing
    yield ("goal",), scenario.goal
    for ending_id, ending in scenario.endings.items():
        yield ("endings", ending_id, "customer"), ending.customer
        yield ("endings", ending_id, "debrief"), ending.debrief


def within_turns(scenario: Scenario) -> Iterator[tuple[Path, str]]:
    """Yield the texts of all turns, those with routes among them."""
    for turn_id, turn in scenario.turns.items():
        yield from _of_turn(turn, ("turns", turn_id))
        for index, choice in enumerate(turn.choices):
            yield from _of_choice(choice, ("turns", turn_id, "choices", index))


def _of_turn(turn: Turn, here: Path) -> Iterator[tuple[Path, str]]:
    yield (*here, "customer"), turn.customer
    yield (*here, "cue"), turn.cue
    for index, variant in enumerate(turn.variants):
        yield (*here, "variants", index, "customer"), variant.customer


def _of_choice(choice: Choice, here: Path) -> Iterator[tuple[Path, str]]:
    yield (*here, "say"), choice.say
    yield (*here, "why"), choice.why
    yield (*here, "reaction"), choice.reaction
