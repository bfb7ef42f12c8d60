"""Every walk of every shipped scenario holds, and each scenario has the walks that it needs."""

import pytest

from simulator.authoring.library import default_root, open_library
from simulator.domain.ids import ScenarioId
from simulator.domain.scenario import Purpose
from simulator.domain.walk import Walk
from simulator.lint.drift.walk_holds import WALK_HOLDS
from simulator.lint.subject import Proven

LIBRARY = open_library(default_root(), None)
WALKS = [(scenario, name) for scenario in LIBRARY.ids for name, _ in LIBRARY.walks(scenario)]


def walks(scenario: ScenarioId) -> dict[str, Walk]:
    return dict(LIBRARY.walks(scenario))


@pytest.mark.parametrize(("scenario", "name"), WALKS)
def test_the_walk_comes_to_what_its_file_says(scenario: ScenarioId, name: str) -> None:
    proven = Proven(scenario=LIBRARY.scenario(scenario).scenario, walks=((name, walks(scenario)[name]),))
    assert list(WALK_HOLDS.problems(proven)) == []


@pytest.mark.parametrize("scenario", LIBRARY.ids)
def test_there_is_a_best_walk_a_poor_one_and_one_to_each_ending(scenario: ScenarioId) -> None:
    assert {"best", "poor"} <= walks(scenario).keys()
    ends = {walk.ending for walk in walks(scenario).values()}
    assert ends == LIBRARY.scenario(scenario).scenario.endings.keys()


@pytest.mark.parametrize("scenario", LIBRARY.ids)
def test_the_best_walk_shows_every_skill_at_its_best_and_the_poor_one_does_not(scenario: ScenarioId) -> None:
    best, poor = walks(scenario)["best"].shows, walks(scenario)["poor"].shows
    assert best is not None
    assert poor is not None
    assert all(level.handled_well for levels in best.values() for level in levels)
    assert not all(level.handled_well for levels in poor.values() for level in levels)


def test_a_walk_that_no_longer_holds_is_said_with_what_would() -> None:
    walk = Walk(format=1, choices=("try-the-filtre",), ending="coffee-at-four")
    proven = Proven(scenario=LIBRARY.scenario(ScenarioId("warm-up")).scenario, walks=(("wrong", walk),))
    problem = next(WALK_HOLDS.problems(proven))
    assert problem.code == "SIM301"
    assert "try-the-filter" in problem.hint


def test_the_shipped_assessments_are_kept_apart_from_practice() -> None:
    assert {LIBRARY.scenario(scenario).scenario.purpose for scenario in LIBRARY.ids} == set(Purpose)
