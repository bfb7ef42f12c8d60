"""Every condition where it is asked: of which states, and in how many of them it holds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from simulator.analysis.routed import Conditions, first_that_holds, route_conditions
from simulator.analysis.space import Space
from simulator.conversation.condition import Compare, parse, parts_of
from simulator.domain.problem import Path
from simulator.domain.scenario import Scenario


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One condition, in one place."""

    turn: str
    part: Literal["choices", "variants", "routes"]
    index: int
    """Which of those it belongs to."""
    when: str
    codes: Sequence[int]
    """The states it is asked of: for variants and routes those in which none above holds."""
    held: int
    """In how many of them it holds."""

    @property
    def never(self) -> bool:
        """Whether it holds in none."""
        return self.held == 0

    @property
    def always(self) -> bool:
        """Whether it is asked at all, and holds in every state."""
        return self.held == len(self.codes) > 0

    @property
    def path(self) -> Path:
        """Where what it belongs to stands."""
        return ("turns", self.turn, self.part, self.index)


def asked(space: Space, spoken: Space, arriving: Mapping[str, Sequence[int]]) -> Iterator[Asked]:
    """Yield every condition of all turns that are come to; nothing where the space is not exact.

    `spoken` is the space in which states are told apart by what the customer says.
    """
    for turn in space.arrows if space.exact else ():
        yield from _choices(space, turn)
    conditions = Conditions(spoken.coding)
    for turn in spoken.arrows if spoken.exact else ():
        yield from _variants(spoken, conditions, turn)
    conditions = Conditions(space.coding)
    for turn, codes in arriving.items():
        yield from _routes(space, conditions, turn, codes)


def conditions(scenario: Scenario) -> Iterator[tuple[Path, str]]:
    """Yield every condition of a scenario with its place, whether or not its turn is ever come to."""
    for turn_id, turn in scenario.turns.items():
        whens: dict[str, list[str | None]] = {
            "choices": [choice.when for choice in turn.choices],
            "variants": [*(variant.when for variant in turn.variants)],
            "routes": [route.when for route in turn.routes],
        }
        for key, listed in whens.items():
            for index, when in enumerate(listed):
                if when is not None:
                    yield ("turns", turn_id, key, index, "when"), when


def seen(space: Space, found: Asked) -> str:
    """Say what a condition asks about, as it is where it is asked; empty where there is nothing to say."""
    names = {part.name: isinstance(part, Compare) for part in parts_of(parse(found.when))}
    said = [
        _feeling(space, found.codes, name) if compared else _fact(space, found.codes, name)
        for name, compared in names.items()
        if found.codes
    ]
    return " and ".join(words for words in said if words)


def _choices(space: Space, turn: str) -> Iterator[Asked]:
    held: dict[str, int] = {}
    for arrow in space.arrows[turn]:
        held[arrow.option.choice.id] = held.get(arrow.option.choice.id, 0) + len(arrow.sources)
    for index, choice in enumerate(space.table.scenario.turns[turn].choices):
        if choice.when is not None:
            yield Asked(
                turn=turn,
                part="choices",
                index=index,
                when=choice.when,
                codes=space.states[turn],
                held=held.get(choice.id, 0),
            )


def _variants(space: Space, conditions: Conditions, turn: str) -> Iterator[Asked]:
    compiled = space.table.compiled(turn)
    if not compiled.variants:
        return
    whens = [variant.when for variant in compiled.turn.variants]
    tests = [conditions.of(when, test) for when, (test, _) in zip(whens, compiled.variants, strict=True)]
    split = first_that_holds(tests, space.states[turn])
    for index, (when, (codes, taken)) in enumerate(zip(whens, split, strict=True)):
        yield Asked(turn=turn, part="variants", index=index, when=when, codes=codes, held=sum(taken))


def _routes(space: Space, conditions: Conditions, turn: str, arriving: Sequence[int]) -> Iterator[Asked]:
    split = first_that_holds(route_conditions(space, conditions, turn), arriving)
    for index, (route, (codes, taken)) in enumerate(zip(space.table.scenario.turns[turn].routes, split, strict=True)):
        if route.when is not None:
            yield Asked(turn=turn, part="routes", index=index, when=route.when, codes=codes, held=sum(taken))


def _feeling(space: Space, codes: Sequence[int], name: str) -> str:
    index, size = space.table.feelings.index(name), space.coding.size
    values = {space.coding.feelings(mix)[index] for mix in {code % size for code in codes}}
    low, high = min(values), max(values)
    return f"{name} is {low}" if low == high else f"{name} is {low} to {high}"


def _fact(space: Space, codes: Sequence[int], name: str) -> str:
    bit = space.coding.facts_named([name])
    known = {bool(space.coding.known_facts(code) & bit) for code in codes}
    return f"{name} {'holds' if True in known else 'does not hold'}" if len(known) == 1 else ""
