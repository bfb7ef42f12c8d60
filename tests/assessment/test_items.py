"""Item analysis: held against another library, and silent where there are too few answers."""

from importlib import import_module
from random import Random

import pytest

from simulator.assessment.interval import wilson
from simulator.assessment.items import FEW_ANSWERS, FEW_REPS, Answer, alikeness, items

# scipy carries no types; imported this way its names are plainly untyped for both checkers.
stats = import_module("scipy.stats")


def answer(rep: int, scenario: str, turn: str, *, well: bool, choice: str = "") -> Answer:
    said = choice or ("good" if well else "poor")
    return Answer(rep=f"r{rep}", scenario=scenario, turn=turn, skill="empathy", choice=said, well=well, place=0, of=2)


def crowd(reps: int, talks: int, moments: int, *, alike: float, seed: int = 4) -> list[Answer]:
    """Answers of reps whose skill differs, and whose moments in one talk lean the same way that often."""
    draw, found = Random(seed), list[Answer]()
    for rep in range(reps):
        share = draw.betavariate(8, 4)
        for talk in range(talks):
            leaning = draw.random() < share
            for moment in range(moments):
                well = leaning if draw.random() < alike**0.5 else draw.random() < share
                found.append(answer(rep, f"s{talk}", f"t{moment}", well=well))
    return found


def test_a_moment_is_as_hard_as_the_share_that_misses_it() -> None:
    (item,) = items(answer(rep, "s", "t", well=rep % 4 != 0) for rep in range(40))
    assert (item.answers, item.difficulty) == (40, 0.75)
    expected = stats.binomtest(30, 40).proportion_ci(0.95, method="wilson")
    assert item.interval == pytest.approx((expected.low, expected.high), abs=1e-6)
    assert item.interval == wilson(30, 40)


def test_below_the_fewest_answers_there_are_no_numbers() -> None:
    (item,) = items(answer(rep, "s", "t", well=True) for rep in range(FEW_ANSWERS - 1))
    assert (item.answers, item.difficulty, item.interval, item.discrimination) == (FEW_ANSWERS - 1, None, None, None)
    assert [(chosen.share, chosen.rest) for chosen in item.choices] == [(None, None)]


def test_discrimination_is_the_correlation_with_all_other_moments_of_the_skill() -> None:
    answers = crowd(80, talks=3, moments=2, alike=0.3)
    item = next(item for item in items(answers) if (item.scenario, item.turn) == ("s0", "t0"))
    here, rest = list[float](), list[float]()
    for rep in range(80):
        mine = [each for each in answers if each.rep == f"r{rep}"]
        this = next(each for each in mine if (each.scenario, each.turn) == ("s0", "t0"))
        here.append(this.well)
        rest.append((sum(each.well for each in mine) - this.well) / (len(mine) - 1))
    assert item.discrimination == pytest.approx(stats.pearsonr(here, rest).statistic)


def test_discrimination_needs_enough_reps_and_some_difference() -> None:
    few = [answer(rep, scenario, "t", well=True) for rep in range(FEW_REPS - 1) for scenario in ("a", "b")]
    assert all(item.discrimination is None for item in items(few))
    alike = [answer(rep, scenario, "t", well=True) for rep in range(FEW_REPS) for scenario in ("a", "b")]
    assert all(item.discrimination is None for item in items(alike))


def test_choices_come_by_how_often_they_are_said_with_how_well_those_do_elsewhere() -> None:
    better = [answer(rep, "s", "t", well=True, choice="good") for rep in range(30)]
    worse = [answer(rep, "s", "t", well=False, choice="poor") for rep in range(30, 50)]
    elsewhere = [answer(rep, "other", "t", well=rep < 30) for rep in range(50)]
    item = next(item for item in items([*better, *worse, *elsewhere]) if item.scenario == "s")
    assert [(each.choice, each.answers, each.share, each.rest) for each in item.choices] == [
        ("good", 30, 0.6, 1.0),
        ("poor", 20, 0.4, 0.0),
    ]


@pytest.mark.parametrize("alike", [0.0, 0.15, 0.4])
def test_how_alike_the_moments_of_a_conversation_are_is_found_again(alike: float) -> None:
    found = alikeness(crowd(1_500, talks=5, moments=4, alike=alike))
    assert found is not None
    # What is alike beyond the rep's own skill is measured against the whole spread, of which skill is a part.
    assert found == pytest.approx(alike * 0.92, abs=0.03)


def test_how_alike_they_are_is_not_told_from_too_few() -> None:
    assert alikeness(crowd(FEW_REPS - 1, talks=4, moments=3, alike=0.2)) is None
    assert alikeness(crowd(FEW_REPS, talks=3, moments=3, alike=0.2)) is None
    assert alikeness(crowd(FEW_REPS, talks=4, moments=3, alike=0.2)) is not None
