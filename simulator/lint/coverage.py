"""Which choices the walks of a scenario make, and which none does."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from simulator.analysis.extremes import Step
from simulator.lint.subject import Proven
from simulator.lint.walked import Walked, walked


@dataclass(frozen=True, kw_only=True)
class Coverage:
    """What the walks of one scenario make of it."""

    possible: tuple[Step, ...]
    """Every choice that can be made on some way, by turn, in the order of the file."""
    walks: Mapping[str, tuple[Step, ...]]
    """For each walk the choices that it makes, as far as they are on offer."""

    @cached_property
    def covered(self) -> frozenset[Step]:
        """The choices that some walk makes."""
        return frozenset(step for steps in self.walks.values() for step in steps)

    @cached_property
    def uncovered(self) -> tuple[Step, ...]:
        """The choices that no walk makes, in the order of the file."""
        return tuple(step for step in self.possible if step not in self.covered)

    @property
    def total(self) -> int:
        """How many choices there are to make."""
        return len(self.possible)


def coverage(proven: Proven) -> Coverage:
    """Go every walk, and compare what they make with all that can be made."""
    arrows = proven.space.arrows
    possible = {
        turn: {arrow.option.choice.id for arrow in arrows[turn] if arrow.sources}
        for turn in proven.scenario.turns
        if turn in arrows
    }
    return Coverage(
        possible=tuple(
            Step(turn, choice.id)
            for turn, offered in possible.items()
            for choice in proven.scenario.turns[turn].choices
            if choice.id in offered
        ),
        walks={name: _made(walked(proven.conversation, walk.choices)) for name, walk in proven.walks},
    )


def _made(way: Walked) -> tuple[Step, ...]:
    positions = zip(way.positions, way.positions[1:], strict=False)
    return tuple(Step(here.state.place, after.choice or "") for here, after in positions)
