"""The quick way to a standing gives the answers of the measure."""

from dataclasses import replace
from itertools import combinations_with_replacement

from assessment.notation import BAR
from hypothesis import example, given
from hypothesis import strategies as st

from simulator.assessment.chances import Chances
from simulator.assessment.posterior import Tally, posterior
from simulator.domain.evidence import Counts
from simulator.domain.rubric import Bar, Prior
from simulator.domain.verdict import Standing

BARS = (BAR, replace(BAR, cut=50, gap=20, correlation=0.0), replace(BAR, cut=100), replace(BAR, cut=0, sure=50))


@st.composite
def counts(draw: st.DrawFn) -> Counts:
    met = draw(st.integers(0, 7))
    answered = draw(st.integers(0, met))
    return Counts(handled=draw(st.integers(0, answered)), met=met, answered=answered)


def measured(told: tuple[Counts, ...], bar: Bar) -> tuple[Standing, bool]:
    met = [each for each in told if each.met]
    tallies = tuple(sorted(Tally(each.handled, each.met) for each in met))
    chance = posterior(tallies, bar.cut, bar.correlation, bar.prior).chance
    close = chance >= 0.5
    if not met:
        return Standing.UNSEEN, close
    enough = sum(each.answered for each in met) >= bar.min_moments
    if not enough or sum(each.answered > 0 for each in met) < bar.min_scenarios:
        return Standing.UNCERTAIN, close
    if chance >= bar.sure / 100:
        return Standing.MET, close
    return (Standing.GAP if chance <= bar.gap / 100 else Standing.UNCERTAIN), close


@given(st.lists(counts(), max_size=13).map(sorted).map(tuple), st.sampled_from(BARS))
@example((Counts(0, 60, 60),) * 80, BAR)
@example((Counts(60, 60, 60),) * 80, BAR)
def test_a_standing_is_what_the_measure_says(told: tuple[Counts, ...], bar: Bar) -> None:
    assert Chances(bar).standing(told) == measured(told, bar)


def test_poor_conversations_are_weighed_over_the_whole_grid() -> None:
    """With them, shares far below the bar weigh most, which good ones let pass by."""
    for number in (4, 5, 7):
        for shares in combinations_with_replacement(range(5), number):
            told = tuple(Counts(handled, 4, 4) for handled in shares)
            for gap in (1, 5, 20):
                bar = replace(BAR, gap=gap)
                assert Chances(bar).standing(told) == measured(told, bar)


def test_a_chance_on_the_threshold_is_left_to_the_measure() -> None:
    """A symmetrical prior puts exactly half above 50 %: a product that errs in its last digit would tell otherwise."""
    even = replace(BAR, cut=50, sure=50, gap=5, prior=Prior(good=1.0, missed=1.0), min_moments=1, min_scenarios=1)
    for n in range(1, 9):
        told = (Counts(n, n, n), Counts(0, n, n))
        assert Chances(even).standing(tuple(sorted(told))) == measured(told, even)


def test_all_four_standings_come_up() -> None:
    found = {Chances(BAR).standing(((Counts(k, 4, 4)),) * n)[0] for n in range(7) for k in range(5)}
    assert found == set(Standing)
