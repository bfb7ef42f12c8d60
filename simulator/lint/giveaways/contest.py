"""The turns at which something can be given away: those with a best choice and with others beside it."""

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from math import comb

from simulator.analysis.chance import Trial
from simulator.domain.problem import Path
from simulator.domain.rubric import Level
from simulator.domain.scenario import Choice, Scenario, Turn
from simulator.lint.once import once
from simulator.lint.subject import Proven

Looks = Callable[[Turn, Choice], float]
"""Something that can be seen of a choice without understanding it, as a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """One turn as it is written. Choices are told by their positions."""

    turn_id: str
    turn: Turn
    levels: tuple[Level, ...]
    """What each choice shows of the skill that the turn calls for first."""

    @property
    def path(self) -> Path:
        """Where the turn stands in its file."""
        return ("turns", self.turn_id)

    @property
    def best(self) -> frozenset[int]:
        """The choices at the highest level."""
        top = max(self.levels)
        return frozenset(at for at, level in enumerate(self.levels) if level == top)

    @property
    def poor(self) -> frozenset[int]:
        """The choices that do not handle the moment well."""
        return frozenset(at for at, level in enumerate(self.levels) if not level.handled_well)

    def highest(self, looks: Looks) -> frozenset[int]:
        """Return the choices that have most of something."""
        seen = [looks(self.turn, choice) for choice in self.turn.choices]
        most = max(seen)
        return frozenset(at for at, much in enumerate(seen) if much == most)

    def having(self, looks: Looks) -> frozenset[int]:
        """Return the choices that have any of something."""
        return frozenset(at for at, choice in enumerate(self.turn.choices) if looks(self.turn, choice))

    def trial(self, marked: AbstractSet[int], among: AbstractSet[int]) -> Trial | None:
        """Look whether all that is marked is among some choices; None where the turn cannot tell.

        By luck, every way to mark so many of its choices is as likely as any other. Where all are marked or none,
        or more than could be among those, nothing is told.
        """
        choices, some, number = len(self.levels), len(among), len(marked)
        if number in {0, choices} or number > some or some == choices:
            return None
        return Trial(comb(some, number) / comb(choices, number), marked <= among)


@once
def contests(proven: Proven) -> tuple[Contest, ...]:
    """Return the turns with a best choice and with others beside it, in the order of the file."""
    return tuple(_contests(proven.scenario))


def _contests(scenario: Scenario) -> Iterator[Contest]:
    for turn_id, turn in scenario.turns.items():
        if turn.calls_for and turn.choices:
            levels = tuple(_level(turn, choice) for choice in turn.choices)
            if min(levels) < max(levels):
                yield Contest(turn_id=turn_id, turn=turn, levels=levels)


def _level(turn: Turn, choice: Choice) -> Level:
    shown = (level for key, level in choice.shows.items() if key.partition(".")[0] == turn.calls_for[0])
    # A choice that shows nothing of it is a mistake that keeps a file from being looked at here.
    return next(shown)
