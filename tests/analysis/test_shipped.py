"""The analysis of what ships: against numbers worked out by hand, and against many random conversations."""

import random
from math import isclose, sqrt

import pytest

from simulator.analysis.bots import BOTS
from simulator.analysis.chooser import at_random
from simulator.analysis.counts import number_of_paths, stuck, without_end
from simulator.analysis.exploring import explore
from simulator.analysis.extremes import longest, shortest
from simulator.analysis.flow import flow
from simulator.analysis.moments import least_moments
from simulator.authoring.library import default_root, open_library
from simulator.conversation.table import Table
from simulator.domain.ids import ScenarioId
from simulator.domain.scenario import Purpose, Scenario

LIBRARY = open_library(default_root(), None)
ALL = [LIBRARY.scenario(scenario).scenario for scenario in LIBRARY.ids]


def named(scenario: str) -> Scenario:
    return LIBRARY.scenario(ScenarioId(scenario)).scenario


def test_the_warm_up_is_as_worked_out_by_hand() -> None:
    """Three turns of three choices, each always on offer: 27 paths of three choices.

    Each turn has two good answers and a poor one, so somebody who chooses at random handles two thirds of the
    one moment of each skill well. The last choice alone decides the ending: two lead to coffee, one to tea.
    """
    space = explore(Table(named("warm-up")))
    found = flow(space, at_random)
    assert (number_of_paths(space), len(space.states)) == (27, 5)
    for way in (shortest(space), longest(space)):
        assert way is not None
        assert way.value == 3
    assert {ending: round(chance, 12) for ending, chance in found.endings.items()} == {
        "coffee-at-four": round(2 / 3, 12),
        "tea-for-now": round(1 / 3, 12),
    }
    for expected in found.skills.values():
        assert isclose(expected.moments, 1)
        assert isclose(expected.share, 2 / 3)
    assert isclose(found.choices, 3)


@pytest.mark.parametrize("scenario", ALL, ids=lambda scenario: str(scenario.id))
def test_every_conversation_comes_to_an_end_whatever_is_said(scenario: Scenario) -> None:
    space = explore(Table(scenario))
    assert space.exact
    assert not stuck(space)
    assert not without_end(space)
    assert set(space.endings) == scenario.endings.keys()
    assert longest(space) is not None


@pytest.mark.parametrize("scenario", ALL, ids=lambda scenario: str(scenario.id))
def test_an_assessment_gives_three_moments_of_each_skill_on_every_path(scenario: Scenario) -> None:
    if scenario.purpose is Purpose.ASSESSMENT:
        assert min(least_moments(scenario).values()) >= 3


def test_what_is_expected_agrees_with_many_random_conversations(full: bool) -> None:  # noqa: FBT001 - a fixture
    scenario = named("usage-fell-by-half")
    table, chance, rounds = Table(scenario), random.Random(7), 200_000 if full else 5_000
    ends = dict.fromkeys(scenario.endings, 0)
    for _ in range(rounds):
        state = table.start
        while offered := table.offered(state):
            state = table.after(state, chance.choice(offered).id)
        ends[state.place] += 1
    for ending, expected in flow(explore(table), at_random).endings.items():
        # Five standard errors: a fixed seed, so the test cannot fail by bad luck later.
        assert abs(ends[ending] / rounds - expected) < 5 * sqrt(expected * (1 - expected) / rounds)


@pytest.mark.parametrize("bot", BOTS)
def test_no_blind_bot_handles_sixty_percent_of_a_conversation_well(bot: str) -> None:
    for scenario in ALL:
        # Three turns to learn the keys are no test of anybody.
        if scenario.id != "warm-up":
            shares = {skill: part.share for skill, part in flow(explore(Table(scenario)), BOTS[bot]).skills.items()}
            assert max(shares.values()) < 0.6, shares


def test_a_space_that_is_too_large_gives_a_bound_that_is_never_too_high() -> None:
    scenario = named("usage-fell-by-half")
    coarse = explore(Table(scenario), limit=100)
    assert not coarse.exact
    way = shortest(coarse)
    exact = shortest(explore(Table(scenario)))
    assert way is not None
    assert exact is not None
    assert way.value <= exact.value
