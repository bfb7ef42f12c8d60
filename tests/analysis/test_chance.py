"""Whether something happens more often than luck would allow: held against another library's distributions."""

from importlib import import_module
from itertools import product
from math import isclose, prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.analysis.chance import Trial, at_least, beyond_luck, hits, sign_test

# scipy carries no types; imported this way its names are plainly untyped for both checkers.
stats = import_module("scipy.stats")

CHANCES = st.floats(min_value=0, max_value=1)


@given(chances=st.lists(CHANCES, max_size=8), number=st.integers(-1, 9))
def test_it_is_the_sum_over_everything_that_could_have_happened(chances: list[float], number: int) -> None:
    outcomes = product([False, True], repeat=len(chances))
    expected = sum(
        prod(chance if happened else 1 - chance for chance, happened in zip(chances, outcome, strict=True))
        for outcome in outcomes
        if sum(outcome) >= number
    )
    assert isclose(at_least(number, chances), expected, abs_tol=1e-12)


@given(chances=st.lists(st.sampled_from([1 / 4, 1 / 3, 1 / 2, 2 / 3, 0.1]), min_size=1, max_size=300), data=st.data())
def test_it_agrees_with_scipy(chances: list[float], data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(chances)))
    expected = float(stats.poisson_binom.sf(number - 1, chances))
    assert isclose(at_least(number, chances), expected, rel_tol=1e-9, abs_tol=1e-14)


def test_thousands_of_turns_are_no_trouble() -> None:
    chances = [1 / 3] * 5_000 + [1 / 4] * 5_000
    # The mean is 2917 and the standard deviation 45.3; the normal tail at 2.326 of them is 1 in 100.
    assert at_least(3_023, chances) == pytest.approx(0.01, rel=0.05)
    assert at_least(6_000, chances) < 1e-15


def test_what_is_certain_and_what_cannot_be_are_no_luck() -> None:
    assert at_least(2, [1.0, 1.0, 0.0]) == 1
    assert at_least(3, [1.0, 1.0, 0.0]) == 0
    assert at_least(0, []) == 1


@given(more=st.integers(0, 40), fewer=st.integers(0, 40))
def test_the_sign_test_agrees_with_scipy(more: int, fewer: int) -> None:
    if more + fewer:
        assert isclose(sign_test(more, fewer), float(stats.binomtest(more, more + fewer).pvalue), rel_tol=1e-9)


def test_where_nothing_was_compared_nothing_is_uneven() -> None:
    assert sign_test(0, 0) == 1


@pytest.mark.parametrize(("number", "expected"), [(3, False), (4, True)])
def test_four_of_four_at_one_in_four_is_more_than_luck_allows_and_three_of_three_is_not(
    number: int,
    expected: bool,  # noqa: FBT001 - an expected value
) -> None:
    """One in 64 is more than one in a hundred, one in 256 is less."""
    assert beyond_luck([Trial(1 / 4, hit=True)] * number) is expected


@given(trials=st.lists(st.builds(Trial, CHANCES, st.booleans()), max_size=30))
def test_beyond_luck_is_the_tail_at_one_in_a_hundred(trials: list[Trial]) -> None:
    tail = at_least(hits(trials), [trial.chance for trial in trials])
    assert beyond_luck(trials) == (tail <= 0.01)
