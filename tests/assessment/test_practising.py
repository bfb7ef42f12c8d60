"""Which behaviour is weakest, and when a conversation is due again."""

from dataclasses import replace

import pytest
from assessment.notation import BAR, day, told

from simulator.assessment.practising import GAPS, due, weaknesses
from simulator.domain.evidence import Moment, Shown


def moments(**marks: str) -> list[Moment]:
    """Answers by behaviour: names="+-" is one handled well and one missed."""
    found: list[Moment] = []
    for indicator, line in marks.items():
        for moment in told(f"acme day 1: empathy {line}").moments:
            shown = moment.shown and Shown(indicator=indicator, level=moment.shown.level, choice="said")
            found.append(replace(moment, shown=shown))
    return found


def order(**marks: str) -> list[str]:
    return [each.indicator for each in weaknesses(moments(**marks), BAR.prior)]


def test_the_most_missed_comes_first_and_what_was_never_missed_not_at_all() -> None:
    assert order(names="+-", explores="--", respects="++++") == ["explores", "names"]


def test_one_miss_of_one_is_not_yet_weaker_than_five_of_eight() -> None:
    assert order(names="-", explores="+++-----") == ["explores", "names"]
    assert order(names="---", explores="+++-----") == ["names", "explores"]


def test_of_equal_ones_the_one_met_more_often_then_by_name() -> None:
    assert order(b="+-", a="+-") == ["a", "b"]


def test_of_equal_shares_the_one_met_more_often() -> None:
    # (2 + 3) / (3 + 4.5) and (4 + 3) / (6 + 4.5) are the same.
    assert order(a="++-", b="++++--") == ["b", "a"]


def test_counts_are_as_they_were_and_an_open_moment_says_nothing() -> None:
    (weak,) = weaknesses(moments(names="+-x?"), BAR.prior)
    assert (weak.handled, weak.of, weak.missed) == (1, 3, 2)
    # Beta(3, 1.5): (1 + 3) / (3 + 4.5).
    assert weak.share == pytest.approx(4 / 7.5)


def test_each_pause_is_longer_than_the_one_before_and_three_weeks_at_most() -> None:
    days = [(due(times, day(0)) - day(0)).days for times in range(1, 7)]
    assert days == [1, 3, 7, 21, 21, 21]
    assert list(GAPS) == sorted(GAPS)
