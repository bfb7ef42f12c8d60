"""What can happen in a scenario on all of its paths: for the trainer who wants to be sure."""

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.analysis.bots import BOTS
from simulator.analysis.chooser import at_random
from simulator.analysis.counts import number_of_paths, stuck, without_end
from simulator.analysis.extremes import Way, least, longest, most, shortest
from simulator.analysis.flow import Flow, flow
from simulator.analysis.space import Space, explore
from simulator.conversation.machine import conversation_of
from simulator.domain.ids import ScenarioId, SkillId
from simulator.domain.scenario import Scenario
from simulator.usecases.debrief import skill_title
from simulator.usecases.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillPaths:
    """What all paths give of one skill."""

    skill: SkillId
    title: str
    fewest: Way | None
    """A path with the fewest moments; None where no path ends."""
    most: Way | None
    """A path with the most moments."""
    most_handled: Way | None
    """A path on which the most moments are handled well."""
    expected_moments: float
    """For somebody who chooses at random."""
    expected_share: float
    """Of those, the share handled well, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PathsView:
    """All paths of one scenario, in numbers."""

    scenario: ScenarioId
    title: str
    exact: bool
    """False where there are too many states: numbers are then bounds, and shares are left out."""
    states: int
    paths: int | None
    """None where a circle makes them endless, or where the space is too large to count them."""
    shortest: Way | None
    longest: Way | None
    """None where a circle can be gone round for ever."""
    endings: Mapping[str, float | None]
    """For each ending, its probability for somebody who chooses at random; None where it cannot be reached."""
    skills: tuple[SkillPaths, ...]
    bots: Mapping[str, Mapping[SkillId, float]]
    """For each blind way of choosing, the share handled well of each skill, 0 to 1."""
    stuck: tuple[str, ...]
    """Turns in which the rep can come to have nothing to say."""
    without_end: tuple[str, ...]
    """Turns from which no ending can be reached any more in some state."""


def paths(desk: Desk, scenario_id: ScenarioId) -> PathsView:
    """Work out all paths of one scenario."""
    scenario = desk.library.scenario(scenario_id).scenario
    space = explore(conversation_of(scenario).table)
    open_ends = tuple(dict.fromkeys(turn for turn, _ in stuck(space)))
    sound = space.exact and not open_ends
    flows = {chooser: flow(space, chooser) for chooser in BOTS.values()} if sound else {}
    chances = flows.get(at_random)
    return PathsView(
        scenario=scenario_id,
        title=scenario.title,
        exact=space.exact,
        states=space.size,
        paths=number_of_paths(space) if space.exact else None,
        shortest=shortest(space),
        longest=longest(space),
        endings={ending: chances.endings.get(ending) if chances else None for ending in scenario.endings},
        skills=tuple(_skill(desk, scenario, space, skill, chances) for skill in scenario.skills),
        bots={name: _shares(flows[chooser]) for name, chooser in BOTS.items() if sound},
        stuck=open_ends,
        without_end=tuple(dict.fromkeys(turn for turn, _ in without_end(space))),
    )


def _skill(desk: Desk, scenario: Scenario, space: Space, skill: SkillId, chances: Flow | None) -> SkillPaths:
    def called(turn: str, _choice: str) -> int:
        return skill in scenario.turns[turn].calls_for

    def handled(turn: str, choice: str) -> int:
        shown = scenario.turns[turn].choice(choice).shows
        return any(key.partition(".")[0] == skill and level.handled_well for key, level in shown.items())

    expected = chances.skills[skill] if chances else None
    return SkillPaths(
        skill=skill,
        title=skill_title(desk, skill),
        fewest=least(space, called),
        most=most(space, called),
        most_handled=most(space, handled),
        expected_moments=expected.moments if expected else 0.0,
        expected_share=expected.share if expected else 0.0,
    )


def _shares(found: Flow) -> Mapping[SkillId, float]:
    return {skill: expected.share for skill, expected in found.skills.items()}
