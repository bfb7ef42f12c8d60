"""Every state that a conversation can come to, and every choice that leads on from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from simulator.analysis.arrow import Arrow
from simulator.analysis.coding import Coding
from simulator.analysis.offers import Offers, offers
from simulator.conversation.table import Table


@dataclass(frozen=True, kw_only=True)
class Space:
    """All states and arrows of one scenario."""

    table: Table
    coding: Coding
    exact: bool
    """Whether conditions were followed; else everything said of it is a bound."""
    parts: tuple[tuple[str, ...], ...]
    """The places in order; turns in a circle form one part."""
    states: Mapping[str, Sequence[int]]
    """For each place that can be reached, the codes of its states in the order they were found."""
    arrows: Mapping[str, Sequence[Arrow]]
    """For each turn that can be reached, its choices followed."""
    round: frozenset[str]
    """Turns that lie in a circle."""

    @property
    def size(self) -> int:
        """The number of states."""
        return sum(map(len, self.states.values()))

    @property
    def endings(self) -> tuple[str, ...]:
        """The endings that can be reached."""
        return tuple(place for place in self.states if place not in self.arrows)

    @cached_property
    def offers(self) -> Mapping[str, Offers]:
        """What each turn offers, worked out at the first question."""
        return offers(self.arrows, self.states, self.table.scenario.turns, exact=self.exact)

    def is_first(self, turn: str, state: int) -> bool:
        """Tell whether a state of a turn is a first visit: only that is a moment."""
        bit = self.coding.visit_bits.get(turn, 0)
        return not self.coding.extras(self.states[turn][state]) & bit
