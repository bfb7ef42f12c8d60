"""How many moments for each skill a scenario gives, whatever is chosen in it."""

from collections.abc import Mapping

from simulator.analysis.exploring import explore
from simulator.analysis.extremes import Way, least
from simulator.analysis.space import Space
from simulator.conversation.table import Table
from simulator.domain.ids import SkillId
from simulator.domain.scenario import Scenario


def least_moments(scenario: Scenario) -> Mapping[SkillId, int]:
    """Return for each skill the fewest moments on any path to an ending; 0 where no path ends.

    Where the space is too large to be walked exactly, the number may be lower than the true one, never higher.
    """
    space = explore(Table(scenario))
    ways = {skill: fewest(space, skill) for skill in scenario.skills}
    return {skill: way.value if way else 0 for skill, way in ways.items()}


def fewest(space: Space, skill: SkillId) -> Way | None:
    """Return a path to an ending with the fewest moments for a skill, and how many; None where no path ends.

    Where the space is not exact, it is a bound: conditions may keep anybody from that path.
    """
    turns = space.table.scenario.turns
    return least(space, lambda turn, _: skill in turns[turn].calls_for)
