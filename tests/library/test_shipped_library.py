"""The library that comes with the program is what docs/library.md says it is, and cannot be gamed."""

import re
from collections import Counter

import pytest

from simulator.analysis.bots import BOTS
from simulator.analysis.counts import stuck
from simulator.analysis.extremes import longest, shortest
from simulator.analysis.moments import fewest
from simulator.authoring.library import default_root, open_library
from simulator.domain.ids import ScenarioId
from simulator.domain.problem import Severity
from simulator.domain.scenario import Difficulty, Outcome, Purpose
from simulator.lint.giveaways.ready_by_guessing import MOST, guessers
from simulator.lint.subject import Proven
from simulator.usecases.linting import lint

LIBRARY = open_library(default_root(), None)
PROVEN = {scenario: Proven(scenario=LIBRARY.scenario(scenario).scenario) for scenario in LIBRARY.ids}
WHOLE = [name for name, proven in PROVEN.items() if proven.scenario.level is not Difficulty.FOUNDATION]


def of(purpose: Purpose) -> list[ScenarioId]:
    return [name for name, proven in PROVEN.items() if proven.scenario.purpose is purpose]


def test_there_are_seven_to_practise_and_thirteen_to_be_assessed_on() -> None:
    assert (len(of(Purpose.PRACTICE)), len(of(Purpose.ASSESSMENT))) == (7, 13)
    customers = [proven.scenario.customer.name for proven in PROVEN.values()]
    assert len({name.split()[0] for name in customers}) == 20


def test_nothing_is_found_in_it_and_nothing_is_excused() -> None:
    found = [problem for problem in lint(LIBRARY).problems if problem.severity is not Severity.NOTE]
    assert [str(problem) for problem in found] == []
    texts = [file.read_text(encoding="utf-8") for file in LIBRARY.root.glob("scenarios/*/scenario.yaml")]
    assert not any("# allow SIM" in text for text in texts)


@pytest.mark.parametrize("name", WHOLE)
def test_every_path_is_long_enough_and_gives_enough_moments(name: ScenarioId) -> None:
    proven = PROVEN[name]
    assert proven.space.exact
    assert proven.space.size < 20_000
    short, long = shortest(proven.space), longest(proven.space)
    assert short is not None
    assert long is not None
    assert 8 <= len(short.steps) <= len(long.steps) <= 12
    for skill in ("communication", "empathy", "active-listening"):
        way = fewest(proven.space, next(each for each in proven.scenario.skills if each == skill))
        assert way is not None
        assert way.value >= 3
    assert not stuck(proven.space)


@pytest.mark.parametrize("name", WHOLE)
def test_it_can_end_in_several_ways_and_each_choice_is_explained(name: ScenarioId) -> None:
    scenario = PROVEN[name].scenario
    assert 4 <= len(scenario.endings) <= 6
    assert {Outcome.WON, Outcome.LOST} <= {ending.outcome for ending in scenario.endings.values()}
    spoken = [turn for turn in scenario.turns.values() if turn.choices]
    # How many of them are on offer together is the linter's business (SIM706).
    assert all(len(turn.choices) >= 3 for turn in spoken)
    assert all(choice.why.strip() for turn in spoken if turn.calls_for for choice in turn.choices)
    assert any(choice.critical for turn in spoken for choice in turn.choices)


@pytest.mark.parametrize("name", WHOLE)
def test_no_blind_way_of_choosing_gets_far(name: ScenarioId) -> None:
    shares = {
        (bot, skill): seen.share for bot, flow in PROVEN[name].bots.items() for skill, seen in flow.skills.items()
    }
    assert len(shares) == len(BOTS) * 3
    assert {who: share for who, share in shares.items() if share >= 0.6} == {}


def test_nobody_comes_out_ready_by_guessing() -> None:
    chances = guessers(LIBRARY.bar(), list(PROVEN.values()))
    assert chances.keys() == BOTS.keys()
    assert all(chance <= MOST for chance in chances.values())


def test_every_behaviour_of_the_rubrics_is_met_often() -> None:
    shown = Counter(
        key
        for proven in PROVEN.values()
        for turn in proven.scenario.turns.values()
        for choice in turn.choices
        for key in choice.shows
    )
    for skill, rubric in LIBRARY.rubrics().items():
        for indicator in rubric.indicators:
            assert shown[f"{skill}.{indicator}"] >= 8, indicator


def test_what_is_learned_is_said_where_one_practises_and_only_there() -> None:
    for proven in PROVEN.values():
        assert bool(proven.scenario.teaches) is (proven.scenario.purpose is Purpose.PRACTICE)


def test_whoever_agrees_on_the_eight_has_heard_the_hour_that_dana_chalks_up_later() -> None:
    scenario = PROVEN[ScenarioId("late-delivery")].scenario
    assert "'Eight, by three'" in scenario.turns["read-it-back"].customer
    agreeing = [
        choice for turn in scenario.turns.values() for choice in turn.choices if "eight_agreed" in choice.learns
    ]
    assert len(agreeing) >= 8
    assert [choice.id for choice in agreeing if "by three" not in f"{choice.say} {choice.reaction}".lower()] == []


def test_no_text_speaks_of_what_only_one_face_draws() -> None:
    """Plain lines have no bar beside a name, no panel and no screen to look at."""
    drawn = re.compile(r"\b(the|a) (mood )?(bar|gauge|panel) (beside|above|below|at the top)", re.IGNORECASE)
    texts = {file.parent.name: file.read_text(encoding="utf-8") for file in LIBRARY.root.glob("scenarios/*/*.yaml")}
    assert [name for name, text in texts.items() if drawn.search(text)] == []
