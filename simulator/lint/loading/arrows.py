"""Where turns lead, whatever the conditions."""

from collections.abc import Iterator
from itertools import chain

from simulator.domain.scenario import Choice, Route, Scenario, Turn


def arrows(turn: Turn) -> Iterator[Choice | Route]:
    """Yield all that leads on from a turn."""
    return chain(turn.choices, turn.routes)


def reached(scenario: Scenario) -> set[str] | None:
    """Return the turns and endings to which arrows lead from the start; None where an arrow leads nowhere.

    What cannot be reached this way can never be. But behind an arrow that leads nowhere all may be meant to lie:
    that one mistake is said once, at the arrow.
    """
    if scenario.start not in scenario.turns or _lost(scenario):
        return None
    found, ahead = {scenario.start}, [scenario.start]
    while ahead:
        turn = scenario.turns.get(ahead.pop())
        new = {arrow.to for arrow in arrows(turn)} - found if turn else set[str]()
        found |= new
        ahead.extend(new)
    return found


def _lost(scenario: Scenario) -> bool:
    places = scenario.turns.keys() | scenario.endings.keys()
    return any(arrow.to not in places for turn in scenario.turns.values() for arrow in arrows(turn))
