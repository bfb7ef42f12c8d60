"""What the texts of a scenario must be: there, and with known placeholders only."""

import re
from collections.abc import Iterator

from simulator.authoring.source import Path
from simulator.domain.problem import Problem
from simulator.domain.scenario import Choice, Scenario, Turn

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_PLACEHOLDERS = frozenset({"rep", "customer", "company"})


def text_problems(scenario: Scenario) -> Iterator[Problem]:
    """Yield every text that is empty or holds an unknown placeholder."""
    for path, text in _needed(scenario):
        if not text.strip():
            yield Problem(code="SIM107", message=f'"{path[-1]}" is empty', hint="write a line", path=path)
    for path, text in (*_needed(scenario), *_of_turns(scenario)):
        for found in _PLACEHOLDER.finditer(text):
            if found.group(1) not in _PLACEHOLDERS:
                message, hint = f'"{found.group()[:60]}" is not a placeholder', "known: {rep}, {customer}, {company}"
                yield Problem(code="SIM119", message=message, hint=hint, path=path)


def _needed(scenario: Scenario) -> Iterator[tuple[Path, str]]:
    """Yield the texts outside of turns: none of them may be empty."""
    yield ("title",), scenario.title
    yield ("summary",), scenario.summary
    yield ("customer", "name"), scenario.customer.name
    yield ("briefing",), scenario.briefing
    yield ("goal",), scenario.goal
    for ending_id, ending in scenario.endings.items():
        yield ("endings", ending_id, "customer"), ending.customer
        yield ("endings", ending_id, "debrief"), ending.debrief


def _of_turns(scenario: Scenario) -> Iterator[tuple[Path, str]]:
    for turn_id, turn in scenario.turns.items():
        yield from _of_turn(turn, ("turns", turn_id))
        for index, choice in enumerate(turn.choices):
            yield from _of_choice(choice, ("turns", turn_id, "choices", index))


def _of_turn(turn: Turn, here: Path) -> Iterator[tuple[Path, str]]:
    yield (*here, "customer"), turn.customer
    yield (*here, "cue"), turn.cue
    for index, variant in enumerate(turn.variants):
        yield (*here, "variants", index, "customer"), variant.customer


def _of_choice(choice: Choice, path: Path) -> Iterator[tuple[Path, str]]:
    yield (*path, "say"), choice.say
    yield (*path, "why"), choice.why
    yield (*path, "reaction"), choice.reaction
