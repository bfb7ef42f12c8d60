"""A state's feelings and facts as one whole number, so that hundreds of thousands can be walked in bulk.

A code is `extras * size + mix`: `mix` counts through the values of the feelings, `size` is how many mixes there
are, and the bits of `extras` are the facts, and above them the visits that the analysis has to remember.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Final, NamedTuple

from simulator.conversation.condition import Compare, parse, parts_of
from simulator.conversation.table import Effect, Table, Test


class Dead(NamedTuple):
    """What does not matter at a place."""

    kept: int
    """The bits of the facts and visits that do matter."""
    feelings: tuple[int, ...]
    """The feelings that do not, by index."""


class Coding:
    """Between a scenario's states and their codes. What was worked out once is kept."""

    def __init__(self, table: Table, remembered: Sequence[str]) -> None:
        bounds = table.scenario.feelings.values()
        self.lows: Final = tuple(feeling.min for feeling in bounds)
        self.widths: Final = tuple(feeling.max - feeling.min + 1 for feeling in bounds)
        self.size: Final = _product(self.widths)
        self.strides: Final = tuple(_product(self.widths[index + 1 :]) for index in range(len(self.widths)))
        """For each feeling, how far apart two of its values lie in a mix."""
        self._names: Final = table.feelings
        self._bits: Final = {fact: 1 << number for number, fact in enumerate(table.facts)}
        self._all_facts: Final = (1 << len(table.facts)) - 1
        above = len(table.facts)
        self.visit_bits: Final = {turn: 1 << (above + number) for number, turn in enumerate(remembered)}
        """For each turn whose first visit must be told from later ones: its bit."""
        self.everything: Final = (1 << (above + len(remembered))) - 1
        """The bits of all facts and visits."""
        self._feelings: dict[int, tuple[int, ...]] = {}

    def code(self, feelings: Sequence[int], extras: int) -> int:
        """Return the code of some feelings, facts and visits."""
        mix = 0
        for value, low, width in zip(feelings, self.lows, self.widths, strict=True):
            mix = mix * width + value - low
        return extras * self.size + mix

    def feelings(self, code: int) -> tuple[int, ...]:
        """Return the feelings of a code."""
        mix = code % self.size
        known = self._feelings.get(mix)
        if known is None:
            known = self._feelings[mix] = self._unmixed(mix)
        return known

    def extras(self, code: int) -> int:
        """Return the facts of a code, and above them the remembered visits."""
        return code // self.size

    def known_facts(self, code: int) -> int:
        """Return only the facts of a code."""
        return code // self.size & self._all_facts

    def dead(self, live: Collection[str], visits: Collection[str]) -> "Dead":
        """Return what can be forgotten where only these feelings, facts and visits matter."""
        facts = self.facts_named(name for name in live if name in self._bits)
        kept = facts | sum(self.visit_bits[turn] for turn in visits)
        return Dead(kept=kept, feelings=tuple(index for index, name in enumerate(self._names) if name not in live))

    def facts_named(self, names: Iterable[str]) -> int:
        """Return the bits of some facts."""
        return sum({self._bits[name] for name in names})

    def _unmixed(self, mix: int) -> tuple[int, ...]:
        values: list[int] = []
        for low, width in zip(reversed(self.lows), reversed(self.widths), strict=True):
            mix, offset = divmod(mix, width)
            values.append(low + offset)
        return tuple(reversed(values))


class Holds(dict[int, bool]):
    """Whether a condition holds, worked out once for all codes that are alike in what it asks about."""

    def __init__(self, when: str, test: Test, coding: Coding) -> None:
        super().__init__()
        self._test, self._coding = test, coding
        parts = tuple(parts_of(parse(when)))
        self._feels = any(isinstance(part, Compare) for part in parts)
        self._facts = coding.facts_named(part.name for part in parts if not isinstance(part, Compare))

    def __missing__(self, code: int) -> bool:
        found = self[code] = self._test(self._coding.feelings(code), self._coding.known_facts(code))
        return found

    def of(self, codes: Sequence[int]) -> list[bool]:
        """Tell for each code whether the condition holds."""
        size, facts, look = self._coding.size, self._facts, self.__getitem__
        if not facts:
            return [look(code % size) for code in codes]
        if not self._feels:
            return [look((code // size & facts) * size) for code in codes]
        return [look((code // size & facts) * size + code % size) for code in codes]


class Moved(dict[int, int]):
    """Where effects take a mix of feelings, and what is left of it where some do not matter; worked out once each."""

    def __init__(self, effects: Sequence[Effect], dead: Dead, coding: Coding) -> None:
        super().__init__()
        widths, strides = coding.widths, coding.strides
        self._moves = tuple((strides[index], widths[index], move) for index, move, _, _ in effects)
        self._forgets = tuple((strides[index], widths[index]) for index in dead.feelings)

    def __missing__(self, mix: int) -> int:
        # Worked out on the number itself: unpacking all feelings would take most of the time of a large scenario.
        after = mix
        for stride, width, move in self._moves:
            offset = after // stride % width
            after += (min(max(offset + move, 0), width - 1) - offset) * stride
        for stride, width in self._forgets:
            after -= after // stride % width * stride
        self[mix] = after
        return after


def _product(numbers: Sequence[int]) -> int:
    product = 1
    for number in numbers:
        product *= number
    return product
