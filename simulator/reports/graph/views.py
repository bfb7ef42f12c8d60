"""What is drawn of a scenario: places, and the ways between them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from simulator.domain.rubric import Level
from simulator.domain.scenario import Outcome


class Kind(StrEnum):
    """What a place is."""

    TURN = "turn"
    """The customer speaks and the rep chooses."""
    ROUTES = "routes"
    """The conversation is sent on unseen."""
    ENDING = "ending"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A choice or a route: how one place leads to another."""

    id: str
    """The choice's id; empty for a route."""
    to: str
    when: str = ""
    """The condition; empty where there is none."""
    say: str = ""
    """The rep's words; empty for a route."""
    levels: Mapping[str, Level] = field(default_factory=dict[str, Level])
    """For each skill shown, by what people call it, the level."""
    effects: Mapping[str, int] = field(default_factory=dict[str, int])
    """How far each feeling moves."""
    learns: tuple[str, ...] = ()
    critical: str = ""
    """The critical error; empty where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A turn or an ending."""

    id: str
    kind: Kind
    words: str = ""
    """What the customer says; empty where only routes stand."""
    mood: str = ""
    calls_for: tuple[str, ...] = ()
    """The skills called for, by what people call them."""
    variants: tuple[str, ...] = ()
    """The conditions under which the customer says something else."""
    ways: tuple[Way, ...] = ()
    outcome: Outcome | None = None
    """None for all but endings."""


@dataclass(frozen=True, kw_only=True)
class GraphView:
    """One scenario, to be drawn."""

    id: str
    title: str
    customer: str
    """The customer's first name."""
    start: str
    places: tuple[Place, ...]
    """Turns, then endings, in the order of the file."""

    @cached_property
    def by_id(self) -> Mapping[str, Place]:
        """The places by their ids."""
        return {place.id: place for place in self.places}

    def count(self, kind: Kind) -> int:
        """Count the places of one kind."""
        return sum(place.kind is kind for place in self.places)
