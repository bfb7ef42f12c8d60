"""How a conversation's space is found: walked turn by turn, all states of a turn in bulk.

The order is one in which nothing comes before what leads to it, so that all states of a turn are known when it is left.
Only turns in a circle are gone through again until nothing new comes up. Two visits to such a turn differ in whether it
counts, so the state remembers them.

The cost grows with states times choices. Beyond a stated limit the space is walked without feelings, facts and
conditions: every choice is then taken to be on offer always, so that what it says are bounds, not values.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, compress
from typing import Final

from simulator.analysis.arrow import Arrow
from simulator.analysis.coding import Coding, Dead, Holds, Moved
from simulator.analysis.live import live
from simulator.analysis.order import components
from simulator.analysis.space import Space
from simulator.conversation.table import Effect, Option, Table, Test
from simulator.domain.scenario import Route

MAX_STATES: Final = 300_000
"""States beyond which the space is no longer walked exactly."""

MAX_ARROWS: Final = 3_000_000
"""Choices, counted once for each state they are on offer in, beyond which it is not either."""

MAX_CIRCLING: Final = 20_000_000
"""Rounds through one circle until nothing new comes up, times the choices followed in it, beyond which it is not.

Whatever is worked out of a circle goes through all of it about as often: a feeling that creeps over ten thousand values
would take minutes each time.
"""


class TooLarge(Exception):
    """The space goes beyond the limit."""


def explore(table: Table, limit: int = MAX_STATES, *, words: bool = False) -> Space:
    """Walk the whole space exactly, or within the bounds that can be proven where it is too large.

    States that go on alike are taken for one; `words` tells those apart in which the customer says something else.
    """
    parts = components(table.start.place, lambda place: table.ends(place) if place in table.scenario.turns else ())
    try:
        return _Walk(table, parts, limit, live(table, words=words), exact=True).space()
    except TooLarge:
        return _Walk(table, parts, limit, {}, exact=False).space()


class _Walk:
    """One walk through the space, turn after turn."""

    def __init__(
        self,
        table: Table,
        parts: tuple[tuple[str, ...], ...],
        limit: int,
        matters: Mapping[str, frozenset[str]],
        *,
        exact: bool,
    ) -> None:
        self.table, self.parts, self.limit, self.exact = table, parts, limit, exact
        self.round = frozenset(
            place for part in parts for place in part if len(part) > 1 or _leads_to_itself(table, place)
        )
        turns = table.scenario.turns
        remembered = [place for place in turns if place in self.round and turns[place].calls_for] if exact else []
        self.coding = Coding(table, remembered)
        self.found: dict[str, dict[int, int]] = {}
        self.order: dict[str, list[int]] = {}
        self.arrows: dict[str, list[Arrow]] = {}
        self.states = self.steps = 0
        self._holds: dict[str, Holds] = {}
        self._moved: dict[tuple[tuple[Effect, ...], tuple[int, ...]], Moved] = {}
        self._dead = self._forgettable(matters)

    def space(self) -> Space:
        """Walk it; TooLarge where the limit is met."""
        start = self.table.start
        code = self.coding.code(start.feelings, start.facts)
        self._numbers(start.place, self._still((), 0, start.place, [code]) if self.exact else [0])
        for part in self.parts:
            self._leave(part)
        return Space(
            table=self.table,
            coding=self.coding,
            exact=self.exact,
            parts=tuple(part for part in self.parts if any(place in self.found for place in part)),
            states=self.order,
            arrows={place: _joined(arrows) for place, arrows in self.arrows.items()},
            round=self.round,
        )

    def _leave(self, part: tuple[str, ...]) -> None:
        """Follow all choices from every state of a part, until nothing in it is new."""
        left = dict.fromkeys(part, 0)
        ahead, rounds, before = True, 0, self.steps
        while ahead:
            ahead = False
            rounds += 1
            for place in part:
                known = self.order.get(place, ())
                codes = known[left[place] :]
                if codes and place in self.table.scenario.turns:
                    left[place] = len(known)
                    self._follow(place, len(known) - len(codes), codes)
                    ahead = len(part) > 1 or place in self.round
            if self.exact and rounds * (self.steps - before) > MAX_CIRCLING:
                raise TooLarge

    def _follow(self, turn: str, first: int, codes: Sequence[int]) -> None:
        self.arrows.setdefault(turn, [])
        for option in self.table.compiled(turn).options.values():
            for arrow in self._arrows(turn, option, first, codes):
                self.arrows[turn].append(arrow)
                self.steps += len(arrow.sources)
                if self.exact and (self.steps > MAX_ARROWS or self.states > self.limit):
                    raise TooLarge

    def _arrows(self, turn: str, option: Option, first: int, codes: Sequence[int]) -> Iterator[Arrow]:
        sources: Sequence[int] = range(first, first + len(codes))
        if not self.exact:
            places = self._ends(option)
            yield from (Arrow(option, place, sources, self._numbers(place, [0] * len(codes))) for place in places)
            return
        if option.test is not None:
            on_offer = self._condition(option.choice.when, option.test).of(codes)
            sources, codes = list(compress(sources, on_offer)), list(compress(codes, on_offer))
        after = self._still(option.effects, option.learns | self.coding.visit_bits.get(turn, 0), option.to, codes)
        if option.routed:
            yield from self._routed(option, sources, after)
        elif codes:
            yield Arrow(option, option.to, sources, self._numbers(option.to, after))

    def _still(self, effects: tuple[Effect, ...], gained: int, place: str, codes: Sequence[int]) -> Sequence[int]:
        """Return what still matters of each code on coming to a place, with some effects and facts gained."""
        size, dead = self.coding.size, self._dead[place]
        if effects or dead.feelings:
            key = (effects, dead.feelings)
            moved = self._moved.get(key)
            if moved is None:
                moved = self._moved[key] = Moved(effects, dead, self.coding)
            return [((code // size | gained) & dead.kept) * size + moved[code % size] for code in codes]
        if gained or dead.kept != self.coding.everything:
            return [((code // size | gained) & dead.kept) * size + code % size for code in codes]
        return codes

    def _forgettable(self, matters: Mapping[str, frozenset[str]]) -> Mapping[str, Dead]:
        """Tell for each place what does not matter there any more."""
        circle = {place: part for part in self.parts for place in part}
        known: dict[tuple[frozenset[str], tuple[str, ...]], Dead] = {}
        found: dict[str, Dead] = {}
        for place, names in matters.items():
            # A turn that only sends on is in no part: what is remembered is forgotten where it sends to.
            visits = tuple(turn for turn in circle.get(place, self.coding.visit_bits) if turn in self.coding.visit_bits)
            key = (names, visits)
            if key not in known:
                known[key] = self.coding.dead(names, visits)
            found[place] = known[key]
        return found

    def _routed(self, option: Option, sources: Sequence[int], after: Sequence[int]) -> Iterator[Arrow]:
        """Follow routes in bulk: each takes the states in which it is the first that holds."""
        ahead: list[tuple[str, Sequence[int], Sequence[int]]] = [(option.to, sources, after)]
        into: dict[str, tuple[list[int], list[int]]] = {}
        while ahead:
            place, left, codes = ahead.pop()
            if not codes:
                continue
            if not self._routes(place):
                known = into.setdefault(place, ([], []))
                known[0].extend(left)
                known[1].extend(codes)
                continue
            for route, (test, to) in zip(self._routes(place), self.table.compiled(place).routes, strict=True):
                taken = [True] * len(codes) if test is None else self._condition(route.when, test).of(codes)
                ahead.append((to, list(compress(left, taken)), list(compress(codes, taken))))
                rest = [not yes for yes in taken]
                left, codes = list(compress(left, rest)), list(compress(codes, rest))
        for place, (there, codes) in into.items():
            if there:
                yield Arrow(option, place, there, self._numbers(place, self._still((), 0, place, codes)))

    def _routes(self, place: str) -> tuple[Route, ...]:
        turn = self.table.scenario.turns.get(place)
        return turn.routes if turn else ()

    def _ends(self, option: Option) -> tuple[str, ...]:
        return self.table.ends(option.to) if option.routed else (option.to,)

    def _condition(self, when: str | None, test: Test) -> Holds:
        assert when is not None, "only what has a condition has a test"
        holds = self._holds.get(when)
        if holds is None:
            holds = self._holds[when] = Holds(when, test, self.coding)
        return holds

    def _numbers(self, place: str, codes: Sequence[int]) -> list[int]:
        """Return the position of each code among the states of a place; new ones come last."""
        known = self.found.setdefault(place, {})
        before = len(known)
        new = [code for code in dict.fromkeys(codes) if code not in known]
        known.update(zip(new, range(before, before + len(new)), strict=True))
        self.order.setdefault(place, []).extend(new)
        self.states += len(new)
        return list(map(known.__getitem__, codes))


def _leads_to_itself(table: Table, place: str) -> bool:
    return place in table.scenario.turns and place in table.ends(place)


def _joined(arrows: list[Arrow]) -> list[Arrow]:
    """Put together what a choice from a turn in a circle does in one round after another."""
    joined: dict[tuple[str, str], list[Arrow]] = {}
    for arrow in arrows:
        joined.setdefault((arrow.option.choice.id, arrow.to), []).append(arrow)
    return [same[0] if len(same) == 1 else _one_of(same) for same in joined.values()]


def _one_of(arrows: list[Arrow]) -> Arrow:
    sources = [*chain.from_iterable(arrow.sources for arrow in arrows)]
    return arrows[0]._replace(sources=sources, targets=[*chain.from_iterable(arrow.targets for arrow in arrows)])
