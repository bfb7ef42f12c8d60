"""What no walk goes through, and attempts that are under way."""

from dataclasses import replace

import pytest
from lint.structure.small import choice, found, places, talk, turn, walked_by

from simulator.lint.coverage import coverage
from simulator.lint.drift.begun_elsewhere import BEGUN_ELSEWHERE
from simulator.lint.drift.uncovered import UNCOVERED
from simulator.lint.subject import Proven


def three_turns() -> Proven:
    return talk(
        {
            "first": turn(choice("warm", "second", effects={"trust": 1}), choice("cold", "second")),
            "second": turn(
                choice("bold", "third", "trust >= 3"), choice("on", "third"), choice("not", "won", "trust > 3")
            ),
            "third": turn(choice("yes", "won"), choice("no", "lost")),
        }
    )


def test_what_no_walk_says_is_named_by_turn_with_a_way_that_says_the_first_of_it() -> None:
    walked = walked_by(three_turns(), ["cold", "on", "yes"])
    assert [
        (finding.message, finding.hint.partition("the way there: ")[2]) for finding in found(UNCOVERED, walked)
    ] == [
        ('no walk says "warm" at "first"', "simulator walk small warm"),
        ('no walk says "bold" at "second"', "simulator walk small warm bold"),
        ('no walk says "no" at "third"', "simulator walk small warm bold no"),
    ]


def test_nothing_is_asked_of_a_walk_that_nobody_could_go() -> None:
    walked = walked_by(three_turns(), ["warm", "bold", "yes"], ["cold", "on", "no"])
    assert coverage(walked).uncovered == ()
    assert places(UNCOVERED, walked) == []


def test_where_there_is_no_walk_it_is_said_once() -> None:
    [finding] = found(UNCOVERED, three_turns())
    assert "no walk goes through" in finding.message
    assert "simulator walk small" in finding.hint


def test_where_not_all_is_gone_through_no_way_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.analysis.exploring.MAX_ARROWS", 0)
    findings = found(UNCOVERED, walked_by(three_turns(), ["warm", "bold", "yes"]))
    assert [finding.message for finding in findings] == [
        'no walk says "cold" at "first"',
        'no walk says "on" and "not" at "second"',
        'no walk says "no" at "third"',
    ]
    assert not any("simulator walk" in finding.hint for finding in findings)


def test_coverage_counts_what_can_be_said_and_what_each_walk_says() -> None:
    known = coverage(walked_by(three_turns(), ["cold", "on", "yes"], ["warm", "not"]))
    assert known.total == 6
    assert known.walks["walk-0"] == (("first", "cold"), ("second", "on"), ("third", "yes"))
    assert known.walks["walk-1"] == (("first", "warm"),)
    assert known.uncovered == (("second", "bold"), ("third", "no"))


@pytest.mark.parametrize(("number", "said"), [(0, []), (1, ["one attempt is"]), (1200, ["1,200 attempts are"])])
def test_open_attempts_on_another_text_are_counted(number: int, said: list[str]) -> None:
    findings = found(BEGUN_ELSEWHERE, replace(three_turns(), begun_elsewhere=number))
    assert [finding.message.partition(" still open")[0] for finding in findings] == said
