"""The chance that a blind way of choosing comes out READY: never below the true one, and exact while it is short."""

from dataclasses import replace
from itertools import product
from math import isclose, prod

from hypothesis import given
from hypothesis import strategies as st

from simulator.analysis.guessing import chance_of_ready, may_meet
from simulator.analysis.spread import Spread
from simulator.assessment.posterior import Tally, posterior
from simulator.domain.ids import SkillId
from simulator.domain.rubric import Bar, Prior

EMPATHY, LISTENING = SkillId("empathy"), SkillId("active-listening")
BAR = Bar(
    format=1,
    title="Ready",
    summary="Would choose well.",
    skills=(EMPATHY,),
    cut=75,
    sure=90,
    gap=5,
    prior=Prior(good=3, missed=1.5),
    correlation=0.1,
    min_scenarios=3,
    min_moments=8,
    evidence_days=90,
    clean_after_critical=3,
)
COIN: Spread = {Tally(k, 3): chance for k, chance in enumerate((1 / 8, 3 / 8, 3 / 8, 1 / 8))}
GOOD: Spread = {Tally(3, 4): 0.3, Tally(4, 4): 0.7}


def meets(tallies: tuple[Tally, ...]) -> bool:
    enough = len(tallies) >= BAR.min_scenarios and sum(tally.met for tally in tallies) >= BAR.min_moments
    chance = posterior(tuple(sorted(tallies)), BAR.cut, BAR.correlation, BAR.prior).chance
    return enough and chance >= BAR.sure / 100


def after_each(spreads: list[Spread]) -> list[float]:
    """Go through every course of conversations, one by one."""
    chances = [0.0]
    for number in range(1, len(spreads) + 1):
        courses = product(*(spread.items() for spread in spreads[:number]))
        held = ((prod(chance for _, chance in course), tuple(tally for tally, _ in course)) for course in courses)
        chances.append(sum(chance for chance, tallies in held if meets(tallies)))
    return chances


def test_for_few_conversations_it_is_the_sum_over_every_course() -> None:
    spreads = [COIN, GOOD, COIN, GOOD]
    found = chance_of_ready(BAR, [{EMPATHY: spread} for spread in spreads])
    assert found > 0
    assert isclose(found, sum(after_each(spreads)), rel_tol=1e-9)


def test_it_is_the_least_of_the_skills_because_all_must_meet_the_bar() -> None:
    hopeless: Spread = {Tally(0, 3): 1.0}
    both = [{EMPATHY: GOOD, LISTENING: hopeless}] * 5
    bar = replace(BAR, skills=(EMPATHY, LISTENING))
    assert chance_of_ready(BAR, both) > 0.5
    assert chance_of_ready(bar, both) == 0


def test_a_conversation_that_calls_for_only_one_of_the_skills_takes_nothing_from_the_others() -> None:
    both = replace(BAR, skills=(EMPATHY, LISTENING))
    apart = [{EMPATHY: GOOD}, {LISTENING: GOOD}, *[{EMPATHY: GOOD, LISTENING: GOOD}] * 4]
    assert chance_of_ready(both, apart) > 0.5


def test_below_the_fewest_conversations_nobody_is_ready() -> None:
    assert chance_of_ready(BAR, [{EMPATHY: {Tally(9, 9): 1.0}}] * 2) == 0


def test_in_a_long_library_a_coin_is_still_bounded_far_below_one_in_a_hundred() -> None:
    assert 0 < chance_of_ready(BAR, [{EMPATHY: COIN}] * 13) < 0.01


tallies_of_up_to_five = st.integers(1, 5).flatmap(lambda met: st.builds(Tally, st.integers(0, met), st.just(met)))


@given(tallies=st.lists(tallies_of_up_to_five, min_size=3, max_size=13))
def test_no_course_that_meets_the_bar_is_missed_by_the_bound(tallies: list[Tally]) -> None:
    total = Tally(sum(tally.handled for tally in tallies), sum(tally.met for tally in tallies))
    if meets(tuple(tallies)):
        assert may_meet(total, len(tallies), max(tally.met for tally in tallies), BAR)


def test_a_bar_that_nearly_everything_meets_is_told_at_once() -> None:
    """Thousands of misses would still meet it, and none of the courses need be weighed to know that."""
    low = replace(BAR, cut=5, sure=50, gap=1, min_scenarios=1, min_moments=1, prior=Prior(good=1000, missed=0.01))
    assert isclose(chance_of_ready(low, [{EMPATHY: COIN}] * 200), 1.0)


@given(handled=st.integers(0, 12), missed=st.integers(0, 12), conversations=st.integers(1, 5), cap=st.integers(1, 5))
def test_one_more_missed_never_helps(handled: int, missed: int, conversations: int, cap: int) -> None:
    better, worse = Tally(handled, handled + missed), Tally(handled, handled + missed + 1)
    if worse.met <= conversations * cap and better.met >= BAR.min_moments:
        assert may_meet(better, conversations, cap, BAR) or not may_meet(worse, conversations, cap, BAR)
