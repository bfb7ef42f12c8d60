"""How sure evidence makes us, compared with scipy's distributions and with exact answers."""

import random
from importlib import import_module
from math import exp, fsum, isclose

import pytest

from simulator.assessment.posterior import SHARES, Tally, log_likelihood, posterior
from simulator.domain.rubric import Prior

# scipy carries no types; imported this way its names are plainly untyped for both checkers.
stats = import_module("scipy.stats")

PRIOR = Prior(good=3.0, missed=1.5)


def test_the_likelihood_is_scipys_beta_binomial() -> None:
    random.seed(1)
    for _ in range(300):
        met = random.randint(0, 12)
        handled, share, rho = random.randint(0, met), random.choice(SHARES), random.uniform(0.001, 0.9)
        spread = (1 - rho) / rho
        theirs = float(stats.betabinom.logpmf(handled, met, share * spread, (1 - share) * spread))
        assert isclose(log_likelihood(Tally(handled, met), share, rho), theirs, rel_tol=1e-9, abs_tol=1e-9)


def test_without_correlation_the_likelihood_is_scipys_binomial() -> None:
    for met in range(8):
        for handled in range(met + 1):
            theirs = float(stats.binom.logpmf(handled, met, 0.3))
            assert isclose(log_likelihood(Tally(handled, met), 0.3, 0.0), theirs, abs_tol=1e-12)


def test_a_tiny_correlation_is_nearly_none_without_losing_digits() -> None:
    """Differences of log-gamma lose about seven digits here."""
    exact = log_likelihood(Tally(5, 9), 0.7, 0.0)
    assert isclose(log_likelihood(Tally(5, 9), 0.7, 1e-12), exact, rel_tol=1e-10)


@pytest.mark.parametrize("rho", [0.0, 0.1, 0.5, 0.99])
def test_the_probabilities_of_all_outcomes_add_up_to_one(rho: float) -> None:
    assert fsum(exp(log_likelihood(Tally(k, 7), 0.6, rho)) for k in range(8)) == pytest.approx(1, abs=1e-12)


@pytest.mark.parametrize("tally", [Tally(3, 2), Tally(-1, 2), Tally(0, -1)])
def test_more_handled_well_than_met_is_refused(tally: Tally) -> None:
    with pytest.raises(ValueError, match=f"{tally.handled} of {tally.met}"):
        log_likelihood(tally, 0.5, 0.1)


@pytest.mark.parametrize("rho", [-0.01, 1.0, 2.0])
def test_a_correlation_outside_its_range_is_refused(rho: float) -> None:
    with pytest.raises(ValueError, match="from 0 to below 1"):
        log_likelihood(Tally(1, 2), 0.5, rho)


def test_the_grid_is_199_midpoints_from_end_to_end() -> None:
    assert len(SHARES) == 199
    assert (SHARES[0], SHARES[99], SHARES[-1]) == (0.5 / 199, 0.5, 198.5 / 199)


def test_without_correlation_the_posterior_is_scipys_beta_distribution() -> None:
    """The conjugate answer: Beta(3 + k, 1.5 + n - k); a grid of 199 is within a cell of it."""
    known = posterior((Tally(3, 4), Tally(5, 5)), 75, 0.0, PRIOR)
    exact = stats.beta(3.0 + 8, 1.5 + 1)
    assert known.mean == pytest.approx(float(exact.mean()), abs=1e-4)
    assert known.chance == pytest.approx(float(exact.sf(0.75)), abs=0.01)
    assert known.low == pytest.approx(float(exact.ppf(0.05)), abs=0.01)
    assert known.high == pytest.approx(float(exact.ppf(0.95)), abs=0.01)


def test_without_evidence_the_prior_speaks() -> None:
    known, exact = posterior((), 75, 0.1, PRIOR), stats.beta(3.0, 1.5)
    assert known.mean == pytest.approx(3.0 / 4.5, abs=1e-3)
    assert known.chance == pytest.approx(float(exact.sf(0.75)), abs=0.01)


def test_a_correlated_conversation_says_less_than_separate_ones() -> None:
    together = posterior((Tally(6, 6),), 75, 0.1, PRIOR)
    apart = posterior((Tally(1, 1),) * 6, 75, 0.1, PRIOR)
    assert together.chance < apart.chance
    assert posterior((Tally(6, 6),), 75, 0.0, PRIOR).chance == pytest.approx(
        posterior((Tally(1, 1),) * 6, 75, 0.0, PRIOR).chance, abs=1e-12
    )


def test_one_moment_alone_is_the_same_whatever_the_correlation() -> None:
    assert posterior((Tally(1, 1),), 75, 0.9, PRIOR).chance == pytest.approx(
        posterior((Tally(1, 1),), 75, 0.0, PRIOR).chance, abs=1e-12
    )


def test_the_order_of_conversations_changes_not_even_the_last_digit() -> None:
    random.seed(3)
    tallies = [Tally(random.randint(0, 3), 3) for _ in range(9)]
    shuffled = random.sample(tallies, k=9)
    assert posterior(tuple(tallies), 75, 0.1, PRIOR) == posterior(tuple(shuffled), 75, 0.1, PRIOR)


@pytest.mark.parametrize(("cut", "at_or_above"), [(0, 199), (50, 100), (75, 50), (100, 0)])
def test_a_share_that_just_reaches_the_cut_is_above_it(cut: int, at_or_above: int) -> None:
    """Under a flat prior the chance counts grid shares: at 50 % the middle one belongs to the top half."""
    flat = Prior(good=1.0, missed=1.0)
    assert posterior((), cut, 0.1, flat).chance == pytest.approx(at_or_above / 199, abs=1e-15)
    assert sum(share >= cut / 100 for share in SHARES) == at_or_above


def test_under_a_flat_prior_the_quantiles_are_the_grids_own() -> None:
    known = posterior((), 75, 0.1, Prior(good=1.0, missed=1.0))
    assert (known.low, known.high) == (SHARES[9], SHARES[189])


@pytest.mark.parametrize("handled", [0, 2_000])
def test_overwhelming_evidence_stays_a_number(handled: int) -> None:
    known = posterior((Tally(handled, 2_000),) * 3, 75, 0.0, PRIOR)
    assert 0 <= known.chance <= 1
    assert 0 < known.low <= known.mean <= known.high < 1 or isclose(known.low, known.high)


def test_wild_numbers_in_the_bar_stay_numbers() -> None:
    for rho in (0.0, 1e-300, 0.999999):
        for prior in (Prior(good=1e-6, missed=1e-6), Prior(good=1e6, missed=1.0)):
            assert 0 <= posterior((Tally(1, 3), Tally(3, 3)), 75, rho, prior).chance <= 1
