"""What rules look at: one scenario with all that is known of it, and a whole library of them.

Everything that costs time is worked out at the first question, and once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from simulator.analysis.bots import BOTS
from simulator.analysis.exploring import explore
from simulator.analysis.flow import Flow, flow
from simulator.analysis.live import live
from simulator.analysis.routed import arriving
from simulator.analysis.space import Space
from simulator.analysis.ways import Ways
from simulator.conversation.machine import Conversation, conversation_of
from simulator.conversation.table import Table
from simulator.domain.ids import SkillId
from simulator.domain.rubric import Bar, Rubric
from simulator.domain.scenario import Scenario
from simulator.domain.walk import Walk
from simulator.lint.asked import Asked, asked
from simulator.lint.certain import Certain


@dataclass(frozen=True, kw_only=True, eq=False)
class Proven:
    """A sound scenario, its walks, and all that can be proven of it."""

    scenario: Scenario
    walks: tuple[tuple[str, Walk], ...] = ()
    """Its walks that can be read, by name."""
    begun_elsewhere: int = 0
    """Attempts still open on another version of it."""

    @cached_property
    def conversation(self) -> Conversation:
        """The state machine."""
        return conversation_of(self.scenario)

    @property
    def table(self) -> Table:
        """The compiled scenario."""
        return self.conversation.table

    @cached_property
    def space(self) -> Space:
        """Every state that can be come to; those that go on alike are one."""
        return explore(self.table)

    @cached_property
    def spoken(self) -> Space:
        """Every state that can be come to, those apart in which the customer says something else."""
        # Nearly always what the customer's words depend on matters to the way too: then the two are the same.
        if live(self.table, words=True) == live(self.table, words=False):
            return self.space
        return explore(self.table, words=True)

    @cached_property
    def bots(self) -> Mapping[str, Flow]:
        """What each blind way of choosing comes to, by name; none where the space is too large to be exact."""
        if not self.space.exact:
            return {}
        flows = {chooser: flow(self.space, chooser) for chooser in dict.fromkeys(BOTS.values())}
        return {name: flows[chooser] for name, chooser in BOTS.items()}

    @cached_property
    def ways(self) -> Ways:
        """A shortest way to every state."""
        return Ways(self.space)

    @cached_property
    def arriving(self) -> Mapping[str, Sequence[int]]:
        """For each routing turn that is come to, the states in which it is; none where the space is not exact."""
        return arriving(self.space)

    @cached_property
    def asked(self) -> tuple[Asked, ...]:
        """Every condition where it is asked; none where the space is not exact."""
        return tuple(asked(self.space, self.spoken, self.arriving))

    @cached_property
    def certain(self) -> Certain:
        """What is certain from the declarations alone."""
        return Certain(self.scenario)

    @property
    def file(self) -> str:
        """Its file within the library."""
        return f"scenarios/{self.scenario.id}/scenario.yaml"


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """A whole library: what holds only over all of it is asked of this."""

    scenarios: tuple[Proven, ...]
    """All sound scenarios, by id."""
    rubrics: Mapping[SkillId, Rubric]
    bar: Bar | None
    """None where it cannot be read."""
