"""Start a preview anywhere: at a turn, in a state; wherever it can be, in one that a conversation really comes to."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from simulator.analysis.reaching import TooMany, way_to
from simulator.conversation.table import State, Table
from simulator.domain.near import or_known
from simulator.domain.scenario import Feeling, Scenario
from simulator.usecases.preview import Preview, begin_in, follow
from simulator.usecases.refusal import Refused

_NUMBER: Final = re.compile(r"[+-]?\d{1,9}")
EXAMPLE: Final = "opening trust=3 knows_deadline -promised_discount"
"""How it is typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Where somebody wants to stand. What is not named may be as it comes."""

    place: str
    """A turn or an ending."""
    feelings: Mapping[str, int]
    facts: Mapping[str, bool]
    """Whether they are to hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """A preview that stands there, and in one sentence how it got there."""

    preview: Preview
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A turn or ending that can be gone to."""

    id: str
    words: str
    """What the customer says there."""
    ending: bool


def places(scenario: Scenario) -> tuple[Place, ...]:
    """List where a preview can begin: turns with choices, then endings, in the order of the file."""
    turns = (Place(id=name, words=turn.customer, ending=False) for name, turn in scenario.turns.items() if turn.choices)
    endings = (Place(id=name, words=ending.customer, ending=True) for name, ending in scenario.endings.items())
    return (*turns, *endings)


def wanted(scenario: Scenario, place: str, state: str) -> Wanted:
    """Read a state such as `trust=3 knows_deadline -promised_discount`; Refused where it cannot be meant."""
    known = [found.id for found in places(scenario)]
    if place not in known:
        raise Refused(f'There is no turn called "{place[:60]}": {or_known(place, known, "there is none")}.')
    feelings: dict[str, int] = {}
    facts: dict[str, bool] = {}
    for word in state.replace(",", " ").split():
        name, sign, number = word.partition("=")
        if sign:
            feelings[name] = _value(scenario, name, number)
        else:
            facts[_fact(scenario, word)] = not word.startswith(("-", "!"))
    return Wanted(place=place, feelings=feelings, facts=facts)


def started(scenario: Scenario, where: Wanted) -> Started:
    """Stand there by a shortest real way; where there is none, in a state that is made up, and say so."""
    table = Table(scenario)
    try:
        way = way_to(table, _as_wanted(table, where))
    except TooMany:
        way, why_not = None, "there are too many states to tell whether the conversation comes to this one"
    else:
        named = " in this state" if where.feelings or where.facts else ""
        why_not = f'no way through the conversation comes to "{where.place}"{named}'
    # A copy has a machine of its own: this may be asked beside a thread that uses the other.
    own = replace(scenario)
    if way is not None:
        return Started(preview=follow(own, way), note=_by(way))
    return Started(preview=begin_in(own, _made_up(table, where)), note=f"Made up: {why_not}.")


def _by(way: tuple[str, ...]) -> str:
    choices = "1 choice" if len(way) == 1 else f"{len(way)} choices"
    return f"A way of {choices} comes here." if way else "This is how the conversation starts."


def _as_wanted(table: Table, where: Wanted) -> Callable[[State], bool]:
    """Make the question whether a state is as wanted."""
    feelings = tuple((table.feelings.index(name), value) for name, value in where.feelings.items())
    asked = sum(1 << table.facts.index(name) for name in where.facts)
    hold = sum(1 << table.facts.index(name) for name, holds in where.facts.items() if holds)

    def fits(state: State) -> bool:
        return (
            state.place == where.place
            and state.facts & asked == hold
            and all(state.feelings[index] == value for index, value in feelings)
        )

    return fits


def _made_up(table: Table, where: Wanted) -> State:
    """Return the wanted state; what was not named is as at the start."""
    values = {**table.values(table.start), **where.feelings}
    held = {name: bool(table.start.facts >> bit & 1) for bit, name in enumerate(table.facts)} | dict(where.facts)
    return State(where.place, tuple(values.values()), sum(1 << bit for bit, holds in enumerate(held.values()) if holds))


def _value(scenario: Scenario, name: str, number: str) -> int:
    feeling = scenario.feelings.get(name)
    if feeling is None:
        raise Refused(f'No feeling is called "{name[:60]}": {or_known(name, scenario.feelings, "there is none")}.')
    value = int(number) if _NUMBER.fullmatch(number) else None
    if value is None or not feeling.min <= value <= feeling.max:
        raise Refused(f'"{number[:20]}" is no value of {name}: it goes from {feeling.min} to {feeling.max}.')
    return value


def _fact(scenario: Scenario, word: str) -> str:
    name = word.lstrip("-!")
    if name in scenario.feelings:
        raise Refused(f"{name} is a feeling: give it a value, such as {name}={scenario.feelings[name].start}.")
    if name not in scenario.facts:
        raise Refused(f'No fact is called "{name[:60]}": {or_known(name, scenario.facts, "there is none")}.')
    return name


def vocabulary(scenario: Scenario) -> Iterator[str]:
    """Yield what a state is typed with: each feeling with its bounds, each fact."""
    yield from (_bounds(name, feeling) for name, feeling in scenario.feelings.items())
    yield from scenario.facts


def _bounds(name: str, feeling: Feeling) -> str:
    return f"{name}={feeling.min}…{feeling.max}"
