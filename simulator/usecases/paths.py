"""What can happen in a scenario on all of its paths: for the trainer who wants to be sure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from simulator.analysis.bots import BOTS
from simulator.analysis.chooser import Chooser
from simulator.analysis.counts import number_of_paths, stuck, without_end
from simulator.analysis.exploring import explore
from simulator.analysis.extremes import Way, least, longest, most, shortest
from simulator.analysis.flow import Flow, flow
from simulator.analysis.space import Space
from simulator.analysis.spread import Spread, TooMany, spread
from simulator.conversation.machine import conversation_of
from simulator.domain.ids import ScenarioId, SkillId
from simulator.domain.near import did_you_mean
from simulator.domain.rubric import Level
from simulator.usecases.debrief import skill_title
from simulator.usecases.desk import Desk
from simulator.usecases.refusal import Refused

MOST_PATHS: Final = 10**1000
"""Paths beyond which their number is not told: Python refuses to write out more than 4,300 digits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillPaths:
    """What all paths give of one skill."""

    skill: SkillId
    title: str
    fewest: Way | None
    """A path with the fewest moments; None where no path ends."""
    most: Way | None
    """A path with the most moments; None likewise, and where a circle in too large a space leaves no bound."""
    fewest_handled: Way | None
    """A path on which the fewest moments are handled well."""
    most_handled: Way | None
    """A path on which the most moments are handled well; None as for the most moments."""
    moments: Mapping[int, float]
    """For the way of choosing looked at: number of moments met → its probability; empty where it is not known."""
    handled: Mapping[int, float]
    """Likewise: number of moments handled well → its probability."""
    levels: Mapping[Level, float]
    """Likewise: level → the number of moments answered at it that is to be expected."""
    share: float | None
    """Likewise: the share of expected moments that is handled well, 0 to 1; None where not exact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PathsView:
    """All paths of one scenario, in numbers."""

    scenario: ScenarioId
    title: str
    exact: bool
    """False where there are too many states: numbers are then bounds, and shares are left out."""
    states: int
    paths: int | None
    """None where a circle makes them endless, the space is too large to count them, or there are too many to write."""
    shortest: Way | None
    longest: Way | None
    """None where a circle can be gone round for ever."""
    chooser: str
    """The way of choosing that probabilities are for."""
    endings: Mapping[str, float | None]
    """For each ending, its probability; None where it cannot be reached, or is not known exactly."""
    settled: bool
    """Whether those probabilities are known; False where there are too many states, or where a rep can be stuck."""
    unsettled: float
    """Probability, 0 to 1, that a circle still holds after many rounds: an error bound on each probability here."""
    skills: tuple[SkillPaths, ...]
    bots: Mapping[str, Mapping[SkillId, float]]
    """For each blind way of choosing, the share handled well of each skill, 0 to 1."""
    stuck: tuple[str, ...]
    """Turns in which the rep can come to have nothing to say."""
    without_end: tuple[str, ...]
    """Turns from which no ending can be reached any more in some state."""


def paths(desk: Desk, scenario_id: ScenarioId, chooser: str = "random") -> PathsView:
    """Work out all paths of one scenario, and what one way of choosing comes to; Refused where there is no such way."""
    if chooser not in BOTS:
        near = did_you_mean(chooser, BOTS) or f"there are: {', '.join(BOTS)}"
        raise Refused(f'There is no way of choosing called "{chooser[:40]}": {near}')
    scenario = desk.library.scenario(scenario_id).scenario
    space = explore(conversation_of(scenario).table)
    open_ends = tuple(dict.fromkeys(turn for turn, _ in stuck(space)))
    sound = space.exact and not open_ends
    flows = {each: flow(space, each) for each in BOTS.values()} if sound else {}
    chances = flows.get(BOTS[chooser])
    return PathsView(
        scenario=scenario_id,
        title=scenario.title,
        exact=space.exact,
        states=space.size,
        paths=_counted(space),
        shortest=shortest(space),
        longest=longest(space),
        chooser=chooser,
        endings={ending: chances.endings.get(ending) if chances else None for ending in scenario.endings},
        settled=sound,
        unsettled=chances.unsettled if chances else 0.0,
        skills=tuple(_skill(desk, space, skill, BOTS[chooser], chances) for skill in scenario.skills),
        bots={name: _shares(flows[each]) for name, each in BOTS.items() if sound},
        stuck=open_ends,
        without_end=tuple(dict.fromkeys(turn for turn, _ in without_end(space))),
    )


def _counted(space: Space) -> int | None:
    number = number_of_paths(space) if space.exact else None
    return None if number is None or number >= MOST_PATHS else number


def _skill(desk: Desk, space: Space, skill: SkillId, chooser: Chooser, chances: Flow | None) -> SkillPaths:
    turns = space.table.scenario.turns

    def called(turn: str, _choice: str) -> int:
        return skill in turns[turn].calls_for

    def handled(turn: str, choice: str) -> int:
        shown = turns[turn].choice(choice).shows
        return any(key.partition(".")[0] == skill and level.handled_well for key, level in shown.items())

    tallies: Spread = _tallies(space, chooser, skill) if chances else {}
    return SkillPaths(
        skill=skill,
        title=skill_title(desk, skill),
        fewest=least(space, called),
        most=most(space, called),
        fewest_handled=least(space, handled),
        most_handled=most(space, handled),
        moments=_summed((tally.met, chance) for tally, chance in tallies.items()),
        handled=_summed((tally.handled, chance) for tally, chance in tallies.items()),
        levels=chances.skills[skill].levels if chances else {},
        share=chances.skills[skill].share if chances else None,
    )


def _tallies(space: Space, chooser: Chooser, skill: SkillId) -> Spread:
    try:
        return spread(space, chooser, skill)
    except TooMany:
        return {}


def _summed(chances: Iterable[tuple[int, float]]) -> Mapping[int, float]:
    """Add up the probabilities of equal numbers, in their order."""
    summed: dict[int, float] = {}
    for number, chance in sorted(chances):
        summed[number] = summed.get(number, 0.0) + chance
    return summed


def _shares(found: Flow) -> Mapping[SkillId, float]:
    return {skill: expected.share for skill, expected in found.skills.items()}
