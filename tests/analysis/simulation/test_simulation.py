"""The simulated world is what it says it is, and its rates are counted and bounded as published."""

from dataclasses import replace
from importlib import import_module
from math import exp, inf, isclose
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.analysis.bots import BOTS
from simulator.analysis.exploring import explore
from simulator.analysis.flow import flow
from simulator.analysis.simulation.calibration import asked_for, calibrated, realised
from simulator.analysis.simulation.course import Library, Rep, in_order, least_certain_first, of_skill, taken, tried
from simulator.analysis.simulation.graded import GradedWeighing, level_table
from simulator.analysis.simulation.profiles import WORLDS, profiles
from simulator.analysis.simulation.rates import Rate, rates, wald_bound
from simulator.analysis.simulation.talk import Met, Stage, hold, hold_blindly
from simulator.analysis.simulation.weighing import Weighing
from simulator.analysis.simulation.world import Profile, World, ability
from simulator.assessment.posterior import Tally, posterior
from simulator.authoring.library import default_root, open_library
from simulator.conversation.machine import conversation_of
from simulator.conversation.table import Table
from simulator.domain.ids import ScenarioId, SkillId
from simulator.domain.rubric import Level
from simulator.usecases.validating import staged

# scipy carries no types; imported this way its names are plainly untyped for both checkers.
stats, integrate = import_module("scipy.stats"), import_module("scipy.integrate")

SHELF = open_library(default_root(), None)
BAR = SHELF.bar()
STAGE = Stage(conversation_of(SHELF.scenario(ScenarioId("honest-no")).scenario).table)
SKILLS = STAGE.skills
WORLD = World()
BOTH = frozenset({Level.MISSED, Level.EFFECTIVE})
ALL = frozenset(Level)


def library(many: int) -> Library:
    """The same conversation so many times, as so many customers."""
    return Library(stages=(STAGE,) * many, moments=(dict.fromkeys(SKILLS, 4),) * many)


def even(share: float, **more: object) -> Profile:
    return Profile(name="even", shares=dict.fromkeys(SKILLS, share), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("share", [0.02, 0.4, 0.65, 0.75, 0.9, 0.98])
@pytest.mark.parametrize("spread", [0.0, 0.87, 2.0])
def test_an_ability_has_the_share_that_was_asked_for(share: float, spread: float) -> None:
    theta = ability(share, spread)

    def integrand(z: float) -> float:
        return float(stats.logistic.cdf(theta + spread * z) * stats.norm.pdf(z))

    assert isclose(integrate.quad(integrand, -10, 10)[0], share, abs_tol=1e-4)


@pytest.mark.parametrize("shares", [(0.65, 0.65, 0.65), (0.75, 0.75, 0.75), (0.9, 0.9, 0.9), (0.88, 0.65, 0.88)])
def test_a_simulated_rep_handles_the_shares_of_moments_that_are_truly_theirs(shares: tuple[float, ...]) -> None:
    """Whatever turns call for two skills at once, and whatever a guarded customer leaves to be said."""
    stages = staged(SHELF).stages[:6]
    wanted = dict(zip(SKILLS, shares, strict=True))
    found = realised(asked_for(wanted, stages, WORLD), stages, WORLD, "another draw", talks=150)
    assert all(abs(found[skill] - share) < 0.025 for skill, share in wanted.items())


def test_without_that_less_comes_out_than_was_asked_for() -> None:
    stages = staged(SHELF).stages[:6]
    found = realised(dict.fromkeys(SKILLS, 0.65), stages, WORLD, "another draw", talks=150)
    assert max(found.values()) < 0.65


def test_who_chooses_blindly_is_not_calibrated() -> None:
    blind = even(0.5, chooser=BOTS["longest"])
    assert calibrated(blind, (STAGE,), WORLD) is blind


def test_the_moments_of_one_conversation_are_more_alike_than_those_of_several() -> None:
    def variance(world: World) -> float:
        draw, skills = Random(5), dict.fromkeys(SKILLS, ability(0.75, world.spread))
        held = [of_skill(hold(STAGE, skills, world, draw, set()), SKILLS[1]) for _ in range(1_500)]
        shares = [sum(moment.level.handled_well for moment in moments) / len(moments) for moments in held]
        return float(stats.describe(shares).variance)

    assert variance(WORLD) > 1.15 * variance(WORLDS["alike"])


def test_who_remembers_gives_the_best_answer_to_what_was_met_before() -> None:
    skills, draw = dict.fromkeys(SKILLS, -20.0), Random(1)
    known: set[str] = set()
    hold(STAGE, skills, WORLD, draw, known)
    again = hold(STAGE, skills, World(memory=1.0), draw, set(STAGE.table.scenario.turns))
    assert known
    assert all(moment.level == max(moment.offered) for moment in again.moments)


def test_a_blind_way_of_choosing_comes_to_what_the_exact_analysis_says() -> None:
    draw = Random(11)
    held = [hold_blindly(STAGE, BOTS["longest"], draw) for _ in range(400)]
    met = [moment for each in held for moment in each.moments if moment.skill == "communication"]
    exact = flow(explore(STAGE.table), BOTS["longest"]).skills[SkillId("communication")].share
    assert abs(sum(moment.level.handled_well for moment in met) / len(met) - exact) < 0.05


@given(
    tallies=st.lists(st.integers(0, 5).flatmap(lambda n: st.builds(Tally, st.integers(0, n), st.just(n))), max_size=9)
)
def test_weighing_one_after_another_is_the_posterior_of_all(tallies: list[Tally]) -> None:
    weighing = Weighing(BAR)
    for k, n in tallies:
        weighing.add([Met(SKILLS[0], Level.EFFECTIVE if number < k else Level.MISSED, BOTH) for number in range(n)])
    together = posterior(tuple(tallies), BAR.cut, BAR.correlation, BAR.prior)
    assert isclose(weighing.chance(), together.chance, abs_tol=1e-9)


def test_a_course_ends_with_ready_or_with_the_library() -> None:
    draw = Random(2)
    best = taken(library(12), BAR, Rep(even(0.995), WORLD, 12, draw), least_certain_first(BAR))
    assert best.ready_after is not None
    assert BAR.min_scenarios <= best.ready_after < 12
    assert best.rightly
    worst = taken(library(5), BAR, Rep(even(0.2), WORLD, 5, draw), in_order)
    assert (worst.ready_after, worst.rightly) == (None, True)
    assert worst.not_yet_after == BAR.min_scenarios


def test_ready_below_the_bar_is_counted_as_false_and_forgetting_makes_it_so() -> None:
    forgets = even(0.999, later=dict.fromkeys(SKILLS, 0.5))
    courses = [taken(library(4), BAR, Rep(forgets, WORLD, 4, Random(seed)), in_order) for seed in range(40)]
    late = [course for course in courses if course.ready_after == 4]
    assert all(not course.rightly for course in late)
    found = rates(courses, [])
    assert found.falsely_ready.count == sum(not course.rightly for course in courses)


def test_a_pass_mark_lets_through_whoever_tries_often_enough() -> None:
    tries = [tried(library(6), Rep(even(0.65), WORLD, 6, Random(seed)), 12) for seed in range(60)]
    found = rates([], tries)
    assert found.passed.share > 0.8
    assert found.passed_in_three.share < found.passed.share


def test_attempts_without_a_moment_neither_pass_nor_fail_anybody() -> None:
    """Whoever takes the short way past every moment has shown nothing, however often."""
    conversation = conversation_of(open_library(default_root(), None).scenario(ScenarioId("warm-up")).scenario)
    silent = {name: replace(turn, calls_for=()) for name, turn in conversation.scenario.turns.items()}
    stage = Stage(Table(replace(conversation.scenario, turns=silent)))
    found = tried(Library(stages=(stage,), moments=({},)), Rep(even(0.9), WORLDS["usual"], 1, Random(1)), 4)
    assert (found.passed_after, found.mean_after) == (None, None)


def test_the_weakest_skill_decides_which_assessment_comes_next() -> None:
    shelf = Library(stages=(STAGE,) * 2, moments=({SKILLS[0]: 6, SKILLS[1]: 3}, {SKILLS[0]: 3, SKILLS[1]: 6}))
    assert least_certain_first(BAR)({SKILLS[0]: 0.2, SKILLS[1]: 0.8}, [0, 1], shelf) == 0
    assert least_certain_first(BAR)({SKILLS[0]: 0.8, SKILLS[1]: 0.2}, [0, 1], shelf) == 1


@pytest.mark.parametrize(("count", "of"), [(0, 10), (1, 40), (17, 40), (40, 40)])
def test_the_interval_of_a_rate_is_wilsons(count: int, of: int) -> None:
    expected = stats.binomtest(count, of).proportion_ci(0.95, method="wilson")
    assert Rate(count=count, of=of).interval == pytest.approx((expected.low, expected.high), abs=1e-6)


@pytest.mark.parametrize(
    ("low", "high", "alpha", "beta", "moments"),
    [
        (0.65, 0.85, 0.05, 0.1, 23.5),
        (0.65, 0.85, 0.05, 0.2, 18.9),
        (0.6, 0.9, 0.01, 0.1, 16.9),
        (0.7, 0.8, 0.05, 0.1, 92.3),
    ],
)
def test_the_shortest_possible_is_that_of_the_independent_prototype(
    low: float, high: float, alpha: float, beta: float, moments: float
) -> None:
    assert wald_bound(low, high, alpha, beta) == pytest.approx(moments, abs=0.06)


def test_without_any_error_nothing_is_long_enough() -> None:
    assert wald_bound(0.65, 0.9, 0.0, 0.1) == inf
    assert Rate(count=0, of=0).interval == (0.0, 1.0)


def test_there_is_somebody_on_each_side_of_the_bar() -> None:
    kinds = {profile.name: profile for profile in profiles(BAR)}
    assert kinds["at the bar"].is_ready(BAR.cut / 100, 0.0)
    assert not kinds["5 points below in one skill"].is_ready(BAR.cut / 100, 0.0)
    learns = kinds["learns on the way"]
    assert (learns.is_ready(0.75, 0.0), learns.is_ready(0.75, 1.0)) == (False, True)
    assert Level.EFFECTIVE.handled_well


def test_levels_tell_more_than_their_side_only_where_both_of_it_were_on_offer() -> None:
    assert level_table(Level.EXEMPLARY, ALL) != level_table(Level.EFFECTIVE, BOTH)
    only = frozenset({Level.MISSED, Level.EXEMPLARY})
    assert level_table(Level.EXEMPLARY, only) == level_table(Level.EFFECTIVE, BOTH)
    assert level_table(Level.MISSED, only) == level_table(Level.MISSED, BOTH)


def test_the_four_levels_share_out_all_probability() -> None:
    for shares in zip(*(level_table(level, ALL) for level in Level), strict=True):
        assert isclose(sum(map(exp, shares)), 1.0, abs_tol=1e-9)


def test_graded_evidence_of_exemplary_answers_is_surer_than_of_effective_ones() -> None:
    def chance(level: Level) -> float:
        weighing = GradedWeighing(BAR)
        for _ in range(3):
            weighing.add([Met(SKILLS[0], level, ALL)] * 3)
        assert weighing.is_enough()
        return weighing.chance()

    assert chance(Level.HARMFUL) < chance(Level.MISSED) < chance(Level.EFFECTIVE) < chance(Level.EXEMPLARY)


def test_whoever_starts_afresh_is_judged_by_what_came_after_alone() -> None:
    """Of fifty good reps fewer are found where the evidence is set aside again and again."""

    def found(afresh: int | None) -> list[int | None]:
        profile = replace(even(0.86), afresh_after=afresh)
        reps = (Rep(profile, WORLD, 12, Random(seed)) for seed in range(50))
        return [taken(library(12), BAR, rep, least_certain_first(BAR)).ready_after for rep in reps]

    never, often = found(None), found(3)
    assert 0 < sum(after is not None for after in often) < sum(after is not None for after in never)
    # READY can come only at the third after a fresh start: after fewer there is too little evidence.
    assert {after for after in often if after is not None} <= {3, 6, 9, 12}
    assert found(12) == never


def test_of_those_that_tell_as_much_of_the_weakest_the_one_that_tells_most_of_the_other_unmet_is_taken() -> None:
    shelf = Library(stages=library(2).stages, moments=({SKILLS[0]: 3, SKILLS[1]: 1}, {SKILLS[0]: 3, SKILLS[1]: 4}))
    assert least_certain_first(BAR)({SKILLS[0]: 0.2, SKILLS[1]: 0.5}, [0, 1], shelf) == 1
    # A skill that is met already is no reason.
    assert least_certain_first(BAR)({SKILLS[0]: 0.2, SKILLS[1]: 0.95}, [0, 1], shelf) == 0
