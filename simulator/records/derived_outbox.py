"""What is derived, on a server that may not be reached: none of it waits in the outbox, as it can be made anew."""

from collections.abc import Callable, Collection, Sequence
from typing import Protocol, TypeVar

from simulator.domain.ids import AttemptId, RepId
from simulator.records.derived import Assessment, Derived, InNumbers, Past, TeamNow

T = TypeVar("T")


class Ask(Protocol):
    """Asks the server's own; Unavailable while it is not to be reached."""

    def __call__(self, ask: Callable[[Derived], T]) -> T:
        """Return the server's answer."""
        ...


class OutboxDerived:
    """The server's, asked as everything else is."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def keep(self, shown: Sequence[InNumbers], rules: int) -> bool:
        """Keep what attempts show; tell whether that was allowed, and could be written."""
        return self._ask(lambda derived: derived.keep(shown, rules))

    def owed(self, rep: RepId | None, rules: int) -> tuple[AttemptId, ...]:
        """Return the attempts, of one rep or of all, whose row says nothing, in the order they were opened."""
        return self._ask(lambda derived: derived.owed(rep, rules))

    def team(self, rules: int) -> TeamNow:
        """Return all that is needed to judge most of a team."""
        return self._ask(lambda derived: derived.team(rules))

    def assessments(self, reps: Collection[RepId], rules: int) -> dict[RepId, list[Assessment]]:
        """Return the assessments of these reps, in the order they were opened."""
        return self._ask(lambda derived: derived.assessments(reps, rules))

    def past(self, rep: RepId, rules: int) -> Past:
        """Return what all of a rep's attempts come to."""
        return self._ask(lambda derived: derived.past(rep, rules))

    def forget(self) -> None:
        """Throw everything away: all is owed."""
        self._ask(lambda derived: derived.forget())
