"""What evidence says about a skill, and until when."""

from dataclasses import replace
from datetime import timedelta

import pytest
from assessment.notation import BAR, COMMUNICATION, EMPATHY, ONE_SKILL, day, record, told

from simulator.assessment.mastery import MOST_MOMENTS, masteries
from simulator.assessment.posterior import Tally, posterior
from simulator.domain.rubric import Bar
from simulator.domain.verdict import Mastery, Standing

INSTANT = timedelta(microseconds=1)


def empathy(text: str, on_day: float = 10, bar: Bar = ONE_SKILL) -> Mastery:
    return masteries(record(text), bar, day(on_day))[EMPATHY]


GOOD = """
    acme  day 1: empathy +++++
    birch day 2: empathy +++++
    cedar day 3: empathy +++++
"""


def test_a_skill_never_called_for_is_unseen_and_not_zero() -> None:
    mastery = empathy("acme day 1: communication +++")
    assert (mastery.standing, mastery.met, mastery.scenarios, mastery.moments) == (Standing.UNSEEN, 0, 0, ())
    assert mastery.chance == posterior((), 75, 0.1, ONE_SKILL.prior).chance


def test_moments_are_counted_by_scenario() -> None:
    mastery = empathy("acme day 1: empathy +-*\nbirch day 2: empathy x+")
    assert (mastery.handled, mastery.met, mastery.scenarios) == (3, 5, 2)
    known = posterior((Tally(2, 3), Tally(1, 2)), 75, 0.1, ONE_SKILL.prior)
    assert (mastery.chance, mastery.estimate, mastery.low, mastery.high) == (
        known.chance,
        known.mean,
        known.low,
        known.high,
    )


def test_two_attempts_at_one_scenario_are_one_conversation() -> None:
    """It cannot be first sight twice, but records from two places may say so."""
    mastery = empathy("acme day 1: empathy +++\nacme day 2: empathy ++-")
    assert (mastery.met, mastery.scenarios) == (6, 1)
    assert mastery.chance == posterior((Tally(5, 6),), 75, 0.1, ONE_SKILL.prior).chance


def test_a_skill_well_shown_in_enough_scenarios_is_met() -> None:
    assert empathy(GOOD).standing is Standing.MET


def test_a_skill_badly_shown_in_enough_scenarios_is_a_gap() -> None:
    mastery = empathy("acme day 1: empathy ---\nbirch day 2: empathy -+-\ncedar day 3: empathy --")
    assert mastery.standing is Standing.GAP


def test_a_mixed_record_is_uncertain() -> None:
    mastery = empathy("acme day 1: empathy ++-\nbirch day 2: empathy +++\ncedar day 3: empathy ++")
    assert mastery.standing is Standing.UNCERTAIN


def test_the_chance_that_just_reaches_the_bar_meets_it() -> None:
    chance = empathy(GOOD).chance
    exact = replace(ONE_SKILL, sure=round(chance * 100))
    assert empathy(GOOD, bar=replace(ONE_SKILL, cut=0, sure=100)).standing is Standing.MET
    assert (empathy(GOOD, bar=exact).standing is Standing.MET) is (chance >= exact.sure / 100)


def test_the_chance_that_just_reaches_the_gap_is_a_gap() -> None:
    assert empathy(GOOD, bar=replace(ONE_SKILL, cut=100, gap=0)).standing is Standing.GAP


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("acme day 1: empathy ++++++++\nbirch day 2: empathy ++++++++", Standing.UNCERTAIN),
        ("acme day 1: empathy +++++\nbirch day 2: empathy +\ncedar day 3: empathy +", Standing.UNCERTAIN),
        ("acme day 1: empathy ++++++\nbirch day 2: empathy +++++\ncedar day 3: empathy +", Standing.MET),
        ("acme day 1: empathy --------\nbirch day 2: empathy --------", Standing.UNCERTAIN),
        ("acme day 1: empathy -----\nbirch day 2: empathy -\ncedar day 3: empathy -", Standing.UNCERTAIN),
        ("acme day 1: empathy ------\nbirch day 2: empathy -\ncedar day 3: empathy -", Standing.GAP),
    ],
)
def test_neither_met_nor_gap_is_said_before_three_scenarios_and_eight_moments(text: str, standing: Standing) -> None:
    assert empathy(text).standing is standing


def test_an_open_moment_counts_as_met_and_not_handled_well() -> None:
    mastery = empathy("acme day 1 left: empathy ++?")
    assert (mastery.handled, mastery.met, mastery.scenarios) == (2, 3, 1)
    assert mastery.chance == empathy("acme day 1: empathy ++-").chance


def test_opening_a_third_scenario_and_leaving_does_not_reach_the_minimum_of_scenarios() -> None:
    two = "acme day 1: empathy ++++++++++++\nbirch day 2: empathy ++++++++++++"
    opened = empathy(f"{two}\ncedar day 3 left: empathy ?")
    assert opened.chance >= 0.9
    assert opened.standing is Standing.UNCERTAIN
    assert opened.scenarios == 3
    assert empathy(f"{two}\ncedar day 3 left: empathy -?").standing is Standing.UNCERTAIN


def test_open_moments_do_not_reach_the_minimum_of_moments() -> None:
    bar = replace(ONE_SKILL, sure=50)
    two = "acme day 1: empathy +++\nbirch day 2: empathy ++"
    left = empathy(f"{two}\ncedar day 3 left: empathy ++?", bar=bar)
    assert (left.met, left.standing) == (8, Standing.UNCERTAIN)
    assert empathy(f"{two}\ncedar day 3: empathy ++-", bar=bar).standing is Standing.MET


@pytest.mark.parametrize("flag", ["practice", "replay"])
def test_practice_and_replays_are_no_evidence(flag: str) -> None:
    assert empathy(f"acme day 1 {flag}: empathy +++").standing is Standing.UNSEEN


def test_moments_are_listed_oldest_first_whatever_the_order_of_attempts() -> None:
    later_first = "birch day 2: empathy +-\nacme day 1: empathy *"
    assert [(moment.attempt, moment.turn) for moment in empathy(later_first).moments] == [
        ("acme-day-1", "empathy-0"),
        ("birch-day-2", "empathy-0"),
        ("birch-day-2", "empathy-1"),
    ]


def test_skills_come_in_the_bars_order() -> None:
    assert list(masteries((), BAR, day(0))) == [COMMUNICATION, EMPATHY]


def test_evidence_counts_through_the_last_instant_of_its_days() -> None:
    evidence = (told("acme day 1: empathy +++"),)
    assert masteries(evidence, ONE_SKILL, day(91))[EMPATHY].met == 3
    assert masteries(evidence, ONE_SKILL, day(91) + INSTANT)[EMPATHY].met == 0


def test_an_attempts_evidence_ages_together_from_its_last_move() -> None:
    resumed = replace(told("acme day 1: empathy +++"), last=day(20))
    assert masteries((resumed,), ONE_SKILL, day(105))[EMPATHY].met == 3


def test_evidence_dated_after_now_counts_for_the_clock_may_have_been_set_back() -> None:
    assert empathy("acme day 400: empathy +++", on_day=10).met == 3


def test_evidence_never_ages_out_of_a_bar_without_end() -> None:
    bar = replace(ONE_SKILL, evidence_days=999_999_999)
    assert empathy("acme day 1: empathy +++", on_day=100_000, bar=bar).met == 3
    assert empathy("acme day 1: empathy +++", bar=replace(bar, evidence_days=10**12)).met == 3


def test_a_met_skill_lapses_when_too_little_is_left() -> None:
    mastery = empathy(GOOD)
    assert mastery.lapses == day(1 + 90)
    assert empathy(GOOD, on_day=91).standing is Standing.MET
    assert masteries(record(GOOD), ONE_SKILL, day(91) + INSTANT)[EMPATHY].standing is Standing.UNCERTAIN


def test_a_met_skill_lasts_while_newer_evidence_carries_it() -> None:
    mastery = empathy(f"old day 0: empathy --\n{GOOD.strip()}\ndogwood day 4: empathy +++++\nelm day 5: empathy +++++")
    assert mastery.standing is Standing.MET
    assert mastery.lapses == day(3 + 90)


def test_a_skill_that_is_not_met_has_nothing_to_lapse() -> None:
    assert empathy("acme day 1: empathy +++").lapses is None


def test_a_met_skill_needs_no_more_moments() -> None:
    assert empathy(GOOD).more_moments == 0


@pytest.mark.parametrize(
    "text",
    [
        "none day 1: communication +",
        "acme day 1: empathy +++",
        "acme day 1: empathy ++-\nbirch day 2: empathy -+-",
        "acme day 1: empathy ++++++++++++\nbirch day 2: empathy ++++++++++++",
    ],
)
def test_the_moments_said_to_be_needed_are_enough_and_the_fewest(text: str) -> None:
    def with_more(moments: int) -> Standing:
        fresh = [f"fresh{n} day 9: empathy {'+' * min(3, moments - n)}" for n in range(0, moments, 3)]
        return empathy("\n".join((text, *fresh))).standing

    needed = empathy(text).more_moments
    assert 0 < needed < MOST_MOMENTS
    assert with_more(needed) is Standing.MET
    assert with_more(needed - 1) is not Standing.MET


def test_the_moments_needed_are_never_said_to_be_more_than_sixty() -> None:
    hopeless = "\n".join(f"s{n} day 1: empathy -----" for n in range(12))
    assert empathy(hopeless).more_moments == MOST_MOMENTS == 60
