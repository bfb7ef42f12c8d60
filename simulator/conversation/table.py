"""A scenario compiled to a table: every question about a state answered without looking anything up.

The table is exact and pure. The state machine moves by it, and the analysis walks it directly.
"""

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from simulator.conversation.condition import Compare, Condition, Every, Holds, Not, Some, parse
from simulator.domain.scenario import Choice, Ending, Scenario, Turn

MAX_ROUTES: Final = 1_000
"""Routing turns that one choice may pass through; more is a circle."""


class State(NamedTuple):
    """Where a conversation stands: all that decides what can happen next."""

    place: str
    """The turn or ending."""
    feelings: tuple[int, ...]
    """Values in the order the scenario declares them."""
    facts: int
    """One bit per fact, in the order the scenario declares them."""


class NotOffered(ValueError):
    """The choice is not among those offered in this state."""


class RouteCircle(ValueError):
    """Routing turns send the conversation round for ever."""


Test = Callable[[tuple[int, ...], int], bool]
"""A compiled condition, over feelings and facts."""

Effect = tuple[int, int, int, int]
"""One feeling's index, its move, its lowest and its highest value."""


class Option(NamedTuple):
    """One choice, compiled."""

    choice: Choice
    test: Test | None
    effects: tuple[Effect, ...]
    learns: int
    to: str
    routed: bool
    """Whether the target sends the conversation on by routes."""


class Words(NamedTuple):
    """What the customer says and how they seem."""

    customer: str
    mood: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Compiled:
    """One turn, compiled."""

    turn: Turn
    options: Mapping[str, Option]
    routes: tuple[tuple[Test | None, str], ...]
    variants: tuple[tuple[Test, Words], ...]


OPERATORS: Final[Mapping[str, Callable[[int, int], bool]]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
"""What each sign of a comparison means."""


class Table:
    """One compiled scenario.

    Expects a scenario that `authoring` has found sound; KeyError or ConditionError otherwise.
    """

    def __init__(self, scenario: Scenario) -> None:
        self.scenario: Final = scenario
        self.feelings: Final = tuple(scenario.feelings)
        self.facts: Final = tuple(scenario.facts)
        self._turns: Final = {turn_id: self._compile(turn) for turn_id, turn in scenario.turns.items()}
        # Every choice is looked up here: the way to it is kept short.
        self._options: Final = {turn_id: compiled.options for turn_id, compiled in self._turns.items()}
        self.start: Final = self.settle(
            scenario.start, tuple(feeling.start for feeling in scenario.feelings.values()), 0
        )

    def offered(self, state: State) -> tuple[Choice, ...]:
        """Return the choices whose condition holds, in the order of the file; none at an ending."""
        compiled = self._turns.get(state.place)
        if compiled is None:
            return ()
        return tuple(
            option.choice
            for option in compiled.options.values()
            if option.test is None or option.test(state.feelings, state.facts)
        )

    def after(self, state: State, choice_id: str) -> State:
        """Return the state the choice leads to, through any routes; NotOffered where it is not on offer."""
        place, feelings, facts = state
        options = self._options.get(place)
        option = options.get(choice_id) if options else None
        if option is None or not (option.test is None or option.test(feelings, facts)):
            raise NotOffered(f'"{choice_id}" is not on offer at "{place}"')
        if option.effects:
            values = list(feelings)
            for index, move, low, high in option.effects:
                value = values[index] + move
                values[index] = low if value < low else min(value, high)
            feelings = tuple(values)
        if option.routed:
            return self.settle(option.to, feelings, facts | option.learns)
        return State(option.to, feelings, facts | option.learns)

    def words(self, state: State) -> Words:
        """Return what the customer says and how they seem on entering this state."""
        compiled = self._turns.get(state.place)
        if compiled is None:
            ending = self.scenario.endings[state.place]
            return Words(ending.customer, ending.mood)
        for test, words in compiled.variants:
            if test(state.feelings, state.facts):
                return words
        return Words(compiled.turn.customer, compiled.turn.mood)

    def turn(self, state: State) -> Turn | None:
        """Return the turn of this state; None at an ending."""
        compiled = self._turns.get(state.place)
        return compiled.turn if compiled else None

    def ending(self, state: State) -> Ending | None:
        """Return the ending of this state; None while the conversation goes on."""
        return self.scenario.endings.get(state.place)

    def known(self, state: State) -> tuple[str, ...]:
        """Name the facts that hold in this state."""
        return tuple(name for bit, name in enumerate(self.facts) if state.facts >> bit & 1)

    def values(self, state: State) -> Mapping[str, int]:
        """Return the feelings of this state by name."""
        return dict(zip(self.feelings, state.feelings, strict=True))

    def compiled(self, turn_id: str) -> Compiled:
        """Return one turn, compiled; KeyError where there is none."""
        return self._turns[turn_id]

    def exits(self, turn_id: str) -> tuple[str, ...]:
        """Return where a turn's choices and routes can lead, each place once, in the order of the file."""
        turn = self._turns[turn_id].turn
        choices, routes = (choice.to for choice in turn.choices), (route.to for route in turn.routes)
        return tuple(dict.fromkeys((*choices, *routes)))

    def ends(self, turn_id: str) -> tuple[str, ...]:
        """Return the places where someone speaks next after a turn, whatever the state: routes followed."""
        found: dict[str, bool] = {}
        ahead = list(reversed(self.exits(turn_id)))
        while ahead:
            place = ahead.pop()
            if place in found:
                continue
            compiled = self._turns.get(place)
            found[place] = compiled is None or not compiled.routes
            if not found[place]:
                ahead.extend(reversed(self.exits(place)))
        return tuple(place for place, speaks in found.items() if speaks)

    def settle(self, place: str, feelings: tuple[int, ...], facts: int) -> State:
        """Follow routes from a place until someone speaks; RouteCircle where nobody ever does."""
        compiled = self._turns.get(place)
        for _ in range(MAX_ROUTES):
            if compiled is None or not compiled.routes:
                return State(place, feelings, facts)
            place = next(to for test, to in compiled.routes if test is None or test(feelings, facts))
            compiled = self._turns.get(place)
        raise RouteCircle(f'the routes at "{place}" send the conversation round for ever')

    def _compile(self, turn: Turn) -> Compiled:
        return Compiled(
            turn=turn,
            options={choice.id: self._option(choice) for choice in turn.choices},
            routes=tuple((self._test(route.when), route.to) for route in turn.routes),
            variants=tuple(
                (self._closure(parse(variant.when)), Words(variant.customer, variant.mood or turn.mood))
                for variant in turn.variants
            ),
        )

    def _option(self, choice: Choice) -> Option:
        bounds = self.scenario.feelings
        return Option(
            choice=choice,
            test=self._test(choice.when),
            effects=tuple(
                (self.feelings.index(name), move, bounds[name].min, bounds[name].max)
                for name, move in choice.effects.items()
            ),
            learns=sum(1 << self.facts.index(fact) for fact in set(choice.learns)),
            to=choice.to,
            routed=choice.to in self.scenario.turns and bool(self.scenario.turns[choice.to].routes),
        )

    def _test(self, when: str | None) -> Test | None:
        return None if when is None else self._closure(parse(when))

    def _closure(self, condition: Condition) -> Test:
        match condition:
            case Compare(name=name, operator=sign, number=number):
                index, compare = self.feelings.index(name), OPERATORS[sign]
                return lambda feelings, _: compare(feelings[index], number)
            case Holds(name=name):
                bit = 1 << self.facts.index(name)
                return lambda _, facts: bool(facts & bit)
            case Not(part=part):
                inner = self._closure(part)
                return lambda feelings, facts: not inner(feelings, facts)
            case Every(parts=parts):
                tests = tuple(map(self._closure, parts))
                return lambda feelings, facts: all(test(feelings, facts) for test in tests)
            case Some(parts=parts):
                tests = tuple(map(self._closure, parts))
                return lambda feelings, facts: any(test(feelings, facts) for test in tests)
