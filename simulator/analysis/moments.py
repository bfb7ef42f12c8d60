"""How many moments for each skill a scenario gives, whatever is chosen in it."""

from collections.abc import Mapping

from simulator.analysis.extremes import least
from simulator.analysis.space import explore
from simulator.conversation.table import Table
from simulator.domain.ids import SkillId
from simulator.domain.scenario import Scenario


def least_moments(scenario: Scenario) -> Mapping[SkillId, int]:
    """Return for each skill the fewest moments on any path to an ending; 0 where no path ends.

    Where the space is too large to be walked exactly, the number may be lower than the true one, never higher.
    """
    space = explore(Table(scenario))

    def fewest(skill: SkillId) -> int:
        # Without its states, a turn in a circle cannot be told from itself: it may have been met before.
        unsure = frozenset[str]() if space.exact else space.round
        way = least(space, lambda turn, _: turn not in unsure and skill in scenario.turns[turn].calls_for)
        return way.value if way else 0

    return {skill: fewest(skill) for skill in scenario.skills}
