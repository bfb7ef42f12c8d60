"""The texts of a scenario, with the place of each: what is spoken, and what is only read."""

from collections.abc import Iterator
from itertools import chain

from simulator.domain.problem import Path
from simulator.domain.scenario import Choice, Scenario, Turn

Text = tuple[Path, str]
"""Where a text stands, and how it goes."""


def texts(scenario: Scenario) -> Iterator[Text]:
    """Yield every text that is not empty."""
    return chain(spoken(scenario), read(scenario))


def spoken(scenario: Scenario) -> Iterator[Text]:
    """Yield every line that is said aloud, the rep's and the customer's."""
    return chain(said(scenario), answered(scenario), words(scenario))


def said(scenario: Scenario) -> Iterator[Text]:
    """Yield what the rep can say."""
    return ((("turns", *path, "say"), choice.say) for path, choice in _choices(scenario))


def answered(scenario: Scenario) -> Iterator[Text]:
    """Yield what the customer answers at once."""
    return ((("turns", *path, "reaction"), choice.reaction) for path, choice in _choices(scenario) if choice.reaction)


def words(scenario: Scenario) -> Iterator[Text]:
    """Yield what the customer says at turns and endings."""
    for turn_id, turn in scenario.turns.items():
        yield from ((("turns", turn_id, *path), text) for path, text in words_at(turn))
    for ending_id, ending in scenario.endings.items():
        yield ("endings", ending_id, "customer"), ending.customer


def words_at(turn: Turn) -> Iterator[Text]:
    """Yield what the customer can say at one turn, with its place in the turn."""
    if turn.customer:
        yield ("customer",), turn.customer
    for index, variant in enumerate(turn.variants):
        yield ("variants", index, "customer"), variant.customer


def read(scenario: Scenario) -> Iterator[Text]:
    """Yield every other text that people read."""
    found = chain(_of_all(scenario), _of_turns(scenario), _of_endings(scenario))
    return ((path, text) for path, text in found if text)


def _of_all(scenario: Scenario) -> Iterator[Text]:
    yield ("title",), scenario.title
    yield ("summary",), scenario.summary
    yield ("briefing",), scenario.briefing
    yield ("goal",), scenario.goal
    customer = scenario.customer
    yield ("customer", "name"), customer.name
    yield ("customer", "role"), customer.role
    yield ("customer", "company"), customer.company
    yield ("customer", "manner"), customer.manner
    yield from ((("feelings", name, "label"), feeling.label) for name, feeling in scenario.feelings.items())
    yield from ((("facts", name), about) for name, about in scenario.facts.items())


def _of_turns(scenario: Scenario) -> Iterator[Text]:
    for turn_id, turn in scenario.turns.items():
        yield ("turns", turn_id, "mood"), turn.mood
        yield ("turns", turn_id, "cue"), turn.cue
        for index, variant in enumerate(turn.variants):
            yield ("turns", turn_id, "variants", index, "mood"), variant.mood
    yield from ((("turns", *path, "why"), choice.why) for path, choice in _choices(scenario))


def _of_endings(scenario: Scenario) -> Iterator[Text]:
    for ending_id, ending in scenario.endings.items():
        yield ("endings", ending_id, "debrief"), ending.debrief
        yield ("endings", ending_id, "mood"), ending.mood


def _choices(scenario: Scenario) -> Iterator[tuple[Path, Choice]]:
    """Yield every choice with its place below `turns`."""
    for turn_id, turn in scenario.turns.items():
        yield from (((turn_id, "choices", index), choice) for index, choice in enumerate(turn.choices))
