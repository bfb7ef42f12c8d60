"""What of a condition is certain from the declarations alone, whatever way the conversation goes."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from simulator.conversation.condition import Compare, Condition, Every, Holds, Not, parse, parts_of
from simulator.conversation.table import OPERATORS
from simulator.domain.scenario import Scenario


class Certain:
    """How far each feeling can go at all, and which facts can be learned at all."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._whole: dict[str, bool | None] = {}

    def whole(self, when: str) -> bool | None:
        """Tell whether a condition always holds or never does; None where it depends on the way."""
        if when not in self._whole:
            self._whole[when] = self._truth(parse(when))
        return self._whole[when]

    def parts(self, when: str) -> Iterator[tuple[Compare | Holds, bool]]:
        """Yield the parts of a condition that always hold or never do, each with which."""
        for part in parts_of(parse(when)):
            truth = self._truth(part)
            if truth is not None:
                yield part, truth

    def reach(self, name: str) -> tuple[int, int]:
        """Return the lowest and the highest that a feeling can come to."""
        feeling = self._scenario.feelings[name]
        low = feeling.min if name in self.lowered else feeling.start
        return low, feeling.max if name in self.raised else feeling.start

    @cached_property
    def learned(self) -> frozenset[str]:
        """The facts that some choice learns."""
        turns = self._scenario.turns.values()
        return frozenset(fact for turn in turns for choice in turn.choices for fact in choice.learns)

    @cached_property
    def raised(self) -> frozenset[str]:
        """The feelings that some choice raises."""
        return frozenset(name for name, move in self._moves() if move > 0)

    @cached_property
    def lowered(self) -> frozenset[str]:
        """The feelings that some choice lowers."""
        return frozenset(name for name, move in self._moves() if move < 0)

    def _moves(self) -> Iterator[tuple[str, int]]:
        for turn in self._scenario.turns.values():
            for choice in turn.choices:
                yield from choice.effects.items()

    def _truth(self, condition: Condition) -> bool | None:
        match condition:
            case Compare():
                return self._compared(condition)
            case Holds(name=name):
                return None if name in self.learned else False
            case Not(part=part):
                truth = self._truth(part)
                return None if truth is None else not truth
            case Every(parts=parts):
                return _decided(map(self._truth, parts), by=False)
            case _:
                return _decided(map(self._truth, condition.parts), by=True)

    def _compared(self, part: Compare) -> bool | None:
        low, high = self.reach(part.name)
        # A comparison changes its answer next to its number, if anywhere.
        near = (min(max(part.number + step, low), high) for step in (-1, 0, 1))
        answers = {OPERATORS[part.operator](value, part.number) for value in (low, high, *near)}
        return answers.pop() if len(answers) == 1 else None


def _decided(truths: Iterable[bool | None], *, by: bool) -> bool | None:
    """Return what one part decides alone, or what all decide together."""
    found = set(truths)
    if by in found:
        return by
    return None if None in found else not by
