"""The texts of a scenario that people read: each as the place that it belongs to, its key there, and its words."""

from collections.abc import Iterator

from simulator.domain.problem import Path
from simulator.domain.scenario import Scenario

Text = tuple[Path, str, str]
"""The place that a text belongs to, its key there, and its words."""


def outside_of_turns(scenario: Scenario) -> Iterator[Text]:
    """Yield the texts around the turns: none of them may be left out."""
    yield (), "title", scenario.title
    yield (), "summary", scenario.summary
    yield ("customer",), "name", scenario.customer.name
    yield (), "briefing", scenario.briefing
    yield (), "goal", scenario.goal
    for ending_id, ending in scenario.endings.items():
        yield ("endings", ending_id), "customer", ending.customer
        yield ("endings", ending_id), "debrief", ending.debrief


def within_turns(scenario: Scenario) -> Iterator[Text]:
    """Yield the texts of all turns, those with routes among them."""
    for turn_id, turn in scenario.turns.items():
        here: Path = ("turns", turn_id)
        yield here, "customer", turn.customer
        yield here, "cue", turn.cue
        for index, variant in enumerate(turn.variants):
            yield (*here, "variants", index), "customer", variant.customer
        for index, choice in enumerate(turn.choices):
            place: Path = ("turns", turn_id, "choices", index)
            yield place, "say", choice.say
            yield place, "why", choice.why
            yield place, "reaction", choice.reaction
