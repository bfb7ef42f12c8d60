"""What an assessment is expected to tell: less uncertainty on average, never more."""

from math import exp, isclose, log, log2

from assessment.notation import BAR
from hypothesis import given
from hypothesis import strategies as st

from simulator.assessment.information import expected_information
from simulator.assessment.posterior import SHARES, Tally, log_likelihood, posterior

tallies = st.lists(st.integers(1, 4).flatmap(lambda n: st.builds(Tally, st.integers(0, n), st.just(n))), max_size=5)


def entropy(chance: float) -> float:
    return -sum(part * log2(part) for part in (chance, 1 - chance) if part > 0)


def chance(found: list[Tally]) -> float:
    return posterior(tuple(found), BAR.cut, BAR.correlation, BAR.prior).chance


def foreseen(found: list[Tally], more: Tally) -> float:
    """How probable that many are, worked out from the plain formula."""

    def height(share: float) -> float:
        prior = (BAR.prior.good - 1) * log(share) + (BAR.prior.missed - 1) * log(1 - share)
        return prior + sum(log_likelihood(tally, share, BAR.correlation) for tally in found)

    weights = [exp(height(share)) for share in SHARES]
    likely = (exp(log_likelihood(more, share, BAR.correlation)) for share in SHARES)
    return sum(weight * each for weight, each in zip(weights, likely, strict=True)) / sum(weights)


@given(found=tallies, moments=st.integers(1, 4))
def test_it_is_the_entropy_now_less_the_entropy_expected_after(found: list[Tally], moments: int) -> None:
    outcomes = [Tally(handled, moments) for handled in range(moments + 1)]
    after = sum(foreseen(found, each) * entropy(chance([*found, each])) for each in outcomes)
    assert isclose(expected_information(found, moments, BAR), entropy(chance(found)) - after, abs_tol=1e-9)


@given(found=tallies, moments=st.integers(0, 5))
def test_more_moments_are_never_expected_to_tell_less(found: list[Tally], moments: int) -> None:
    less, more = (expected_information(found, number, BAR) for number in (moments, moments + 1))
    assert 0 <= less <= more + 1e-12


def test_no_moment_tells_nothing_and_what_is_certain_cannot_be_told() -> None:
    assert expected_information([], 0, BAR) < 1e-12
    sure = [Tally(4, 4)] * 30
    assert expected_information(sure, 4, BAR) < expected_information([Tally(3, 4)] * 2, 4, BAR) / 50
