"""The state machine: the only place that drives `transitions`.

One machine is built for each compiled scenario. Guards and effects are computed by the table before
the machine moves, because an exception in the middle of its callbacks would leave it half-way.
"""

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from transitions import Machine

from simulator.conversation.table import State, Table, Words
from simulator.domain.scenario import Choice, Ending, Scenario, Turn


class Position(NamedTuple):
    """A point in one conversation, with the way that led to it. Two are equal where all but the way are."""

    state: State
    number: int = 0
    """Standing choices made so far."""
    choice: str | None = None
    """The choice that led here; None at the start."""
    previous: "Position | None" = None
    """The position before that choice; None at the start."""

    def __eq__(self, other: object) -> bool:
        # The way here may be thousands of positions long: comparing it would recurse as deep.
        return isinstance(other, Position) and self[:3] == other[:3]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[:3])

    def __repr__(self) -> str:
        return f"Position(state={self.state!r}, number={self.number}, choice={self.choice!r})"

    def visit(self) -> int:
        """Return which visit to this place it is, from 1."""
        place = self.state.place
        return sum(position.state.place == place for position in self.way())

    def way(self) -> "tuple[Position, ...]":
        """Return every position from the start up to this one."""
        positions: list[Position] = []
        position: Position | None = self
        while position is not None:
            positions.append(position)
            position = position.previous
        return tuple(reversed(positions))


class _Cursor:
    """The machine's model: nothing but a place, compared by identity as the machine expects."""

    __slots__ = ("__dict__",)
    place: str


class Conversation:
    """A scenario that can be talked through; holds no position of its own between calls."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario: Final = scenario
        self.table: Final = Table(scenario)
        names = {place: f"at {place}" for place in (*scenario.turns, *scenario.endings)}
        exits = {
            turn: {to: f"exit {number}" for number, to in enumerate(self.table.ends(turn))} for turn in scenario.turns
        }
        self._cursor: Final = _Cursor()
        self._machine: Final = Machine(
            model=self._cursor,
            states=list(names.values()),
            initial=names[self.table.start.place],
            transitions=[
                [trigger, names[turn], names[to]] for turn, ends in exits.items() for to, trigger in ends.items()
            ],
            auto_transitions=False,
            model_attribute="place",
        )
        # Looked up once here, because every choice comes through here.
        self._moves: Final = {
            turn: {to: (self._machine.events[trigger], names[turn], names[to]) for to, trigger in ends.items()}
            for turn, ends in exits.items()
        }

    def start(self) -> Position:
        """Return the position before anything was said."""
        return Position(self.table.start)

    def choose(self, position: Position, choice_id: str) -> Position:
        """Say something; NotOffered where that choice is not on offer here."""
        state = position.state
        after = self.table.after(state, choice_id)
        event, source, target = self._moves[state.place][after.place]
        cursor = self._cursor
        cursor.place = source
        event.trigger(cursor)
        if cursor.place != target:
            raise RuntimeError(f'machine and table disagree after "{choice_id}" at "{state.place}"')
        return Position(after, position.number + 1, choice_id, position)

    def offered(self, position: Position, seed: int) -> tuple[Choice, ...]:
        """Return what the rep can say here, in the order that seed, turn and visit fix."""
        lead = f"{seed}:{position.state.place}:{position.visit()}:"
        return tuple(sorted(self.table.offered(position.state), key=lambda choice: _rank(lead + choice.id)))

    def words(self, position: Position) -> Words:
        """Return what the customer says and how they seem here."""
        return self.table.words(position.state)

    def turn(self, position: Position) -> Turn | None:
        """Return the turn here; None at an ending."""
        return self.table.turn(position.state)

    def ending(self, position: Position) -> Ending | None:
        """Return the ending reached; None while the conversation goes on."""
        return self.table.ending(position.state)

    def feelings(self, position: Position) -> Mapping[str, int]:
        """Return the customer's feelings here, by name."""
        return self.table.values(position.state)


class _Same:
    """A scenario compared by identity: frozen, but its maps cannot be hashed."""

    __slots__ = ("scenario",)

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario

    def __hash__(self) -> int:
        return id(self.scenario)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.scenario is other.scenario


@lru_cache(maxsize=64)
def _built(same: _Same) -> Conversation:
    return Conversation(same.scenario)


def conversation_of(scenario: Scenario) -> Conversation:
    """Return the conversation of a scenario, built once for each scenario value."""
    return _built(_Same(scenario))


def _rank(text: str) -> bytes:
    # A hash, not a random generator: its order is the same on every Python, for ever.
    return hashlib.sha256(text.encode()).digest()
