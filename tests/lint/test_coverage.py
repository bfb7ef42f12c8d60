"""Which choices the walks of a scenario make."""

from dataclasses import replace

from tui.shelf import PRACTICE

from simulator.domain.walk import Walk
from simulator.lint.coverage import coverage
from simulator.lint.subject import Proven


def covered_by(*walks: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    named = tuple((f"walk-{number}", Walk(format=1, choices=way, ending="end")) for number, way in enumerate(walks))
    return coverage(Proven(scenario=replace(PRACTICE), walks=named)).covered


def test_without_walks_nothing_is_covered() -> None:
    assert covered_by() == frozenset()


def test_every_choice_of_every_walk_is_covered_at_its_turn() -> None:
    first, second = ("first-better", "second-worse"), ("first-better", "second-better")
    assert covered_by(first, second) == {
        ("first", "first-better"), ("second", "second-worse"), ("second", "second-better"),
    }  # fmt: skip


def test_a_walk_that_does_not_hold_covers_what_it_comes_through() -> None:
    assert covered_by(("first-better", "gone", "third-better")) == {("first", "first-better")}
