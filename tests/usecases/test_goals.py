"""A goal with a day, and what stands between."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from office import Office

from simulator.domain.ids import SkillId
from simulator.domain.intention import GoalDropped
from simulator.records.open import open_records
from simulator.usecases.goals import GoalView, choices_of, drop_goal, goal_view, set_goal
from simulator.usecases.readiness import readiness
from simulator.usecases.refusal import Refused
from simulator.usecases.reviewing import next_to_review, record, waiting


@pytest.fixture
def office(tmp_path: Path) -> Office:
    here = Office(str(tmp_path / "team.db"))
    here.rep()
    return here


def shown(office: Office) -> GoalView | None:
    return goal_view(office.desk(), readiness(office.desk(), office.rep()))


def wanted(office: Office, what: str = "empathy", due: str = "4 weeks") -> GoalView:
    return set_goal(office.desk(), office.rep(), what, due)


def test_a_goal_is_for_one_skill_or_for_all(office: Office) -> None:
    assert choices_of(office.desk()) == (
        ("empathy", "Empathy"),
        ("active-listening", "Active listening"),
        ("ready", "Ready: every skill"),
    )
    assert wanted(office).title == "Empathy by 2026-03-30, in 28 days"
    assert wanted(office, "ready", "2026-03-05").title == "Ready by 2026-03-05, in 3 days"


def test_it_says_what_is_needed_and_how_many_assessments_that_is(office: Office) -> None:
    # Each assessment of the office gives two moments of empathy and one of active listening.
    assert wanted(office).between == (
        "Between now and then: at least 8 more moments handled well in a row. "
        "That is 4 assessments if all goes well: one every 7 days is enough."
    )
    assert wanted(office, "ready").between == (
        "Between now and then: at least 8 more moments each handled well in a row. "
        "That is 8 assessments if all goes well: one every 3 days is enough."
    )
    assert wanted(office, "empathy", "5 days").between.endswith("4 assessments if all goes well.")


def test_evidence_brings_it_nearer_until_it_is_reached(office: Office) -> None:
    wanted(office, "empathy", "2026-04-30")
    office.takes("Ana", 1)
    found = shown(office)
    assert found is not None
    assert "at least 6 more moments" in found.between
    assert "That is 3 assessments" in found.between
    for which in (2, 3, 4):
        office.takes("Ana", which)
    reached = shown(office)
    assert reached is not None
    assert reached.reached
    assert reached.between.startswith("Reached, and it holds until 2026-06-")


def test_what_runs_out_before_the_day_is_said(office: Office) -> None:
    wanted(office, "empathy", "2026-12-24")
    for which in range(1, 5):
        office.takes("Ana", which)
    found = shown(office)
    assert found is not None
    assert "before your day: a fresh assessment renews it." in found.between


def test_a_day_that_is_over_is_said_and_the_goal_stands(office: Office) -> None:
    wanted(office)
    office.today = datetime(2026, 4, 2, 9, tzinfo=UTC)
    found = shown(office)
    assert found is not None
    assert found.title == "Empathy by 2026-03-30, 3 days ago"
    assert found.between.startswith("Still missing: at least 8 more moments")


def test_it_is_in_time_through_the_whole_day(office: Office) -> None:
    wanted(office, "empathy", "2026-03-03")
    office.today = datetime(2026, 3, 3, 23, 50, tzinfo=UTC)
    found = shown(office)
    assert found is not None
    assert found.title == "Empathy by 2026-03-03, today"


def test_too_few_fresh_assessments_are_said(office: Office) -> None:
    for which in range(1, 8):
        office.takes("Ana", which, "worse better worse")
    assert "too few fresh assessments are left" in wanted(office).between


def test_a_block_stands_before_everything_else(office: Office) -> None:
    office.takes("Ana", 1, "better worse better")
    assert wanted(office, "ready").between.startswith("A critical error stands between")


def test_a_block_is_said_beside_what_one_skill_needs(office: Office) -> None:
    office.takes("Ana", 1, "better worse better")
    block = "Whatever this skill comes to, a critical error keeps you from Ready: "
    waits = "a trainer has to look at it, and 3 fresh assessments without one have to follow."
    said = wanted(office).between
    assert said.startswith("Between now and then: at least")
    assert said.endswith(f"enough. {block}{waits}")
    for which in (2, 3, 4):
        office.takes("Ana", which)
    found = shown(office)
    assert found is not None
    assert found.between.startswith("Reached")
    assert found.between.endswith(f". {block}{waits}")
    (error,) = next_to_review(waiting(office.desk()))
    record(office.desk(), [error], "Kim", "We talked.")
    office.takes("Ana", 5)
    found = shown(office)
    assert found is not None
    assert found.between.endswith(f"{block}2 fresh assessments without one still have to follow.")


def test_a_new_goal_takes_the_place_of_the_old_and_the_same_again_is_once(office: Office) -> None:
    for due in ("2026-03-20", "2026-03-20", "2026-03-21"):
        wanted(office, due=due)
    assert len(open_records(office.place).intentions()) == 2
    found = shown(office)
    assert found is not None
    assert f"{found.due}" == "2026-03-21"


def test_a_goal_can_be_dropped_and_set_again(office: Office) -> None:
    assert not drop_goal(office.desk(), office.rep())
    wanted(office)
    assert drop_goal(office.desk(), office.rep())
    assert shown(office) is None
    assert isinstance(open_records(office.place).intentions()[-1], GoalDropped)
    wanted(office)
    assert shown(office) is not None


@pytest.mark.parametrize(
    ("due", "day"),
    [
        ("2026-03-02", "2026-03-02"),
        ("2028-02-29", "2028-02-29"),
        ("1 day", "2026-03-03"),
        (" In  2 Weeks ", "2026-03-16"),
        ("10days", "2026-03-12"),
    ],
)
def test_a_day_can_be_written_in_these_ways(office: Office, due: str, day: str) -> None:
    assert f"{wanted(office, due=due).due}" == day


@pytest.mark.parametrize(
    ("what", "due", "said"),
    [
        ("empathie", "4 weeks", 'did you mean "empathy"?'),
        ("", "4 weeks", "there are: empathy, active-listening, ready"),
        ("empathy", "soon", '"soon" is no day: write it as 2026-03-30, or as 4 weeks or 10 days.'),
        ("empathy", "", "is no day"),
        ("empathy", "2026-02-30", "is no day"),
        ("empathy", "2026-03-01", "is over already"),
        ("empathy", "9999 weeks", "is too far away"),
        ("empathy", "9999-12-31", "is too far away"),
    ],
)
def test_what_cannot_be_meant_is_refused_and_nothing_recorded(office: Office, what: str, due: str, said: str) -> None:
    with pytest.raises(Refused) as refusal:
        wanted(office, what, due)
    assert said in str(refusal.value)
    assert open_records(office.place).intentions() == ()


def test_a_goal_for_a_skill_that_the_bar_no_longer_asks_for(office: Office) -> None:
    wanted(office)
    later = office.desk()
    rep = office.rep()
    found = readiness(later, rep)
    only = {skill: each for skill, each in found.verdict.skills.items() if skill != "empathy"}
    view = goal_view(later, replace(found, verdict=replace(found.verdict, skills=only)))
    assert view is not None
    assert view.between == "The bar no longer asks for this skill: set another goal."
    assert view.due - timedelta(days=28) == datetime(2026, 3, 2, tzinfo=UTC).date()


def test_what_runs_out_on_the_very_day_is_said(office: Office) -> None:
    for which in range(1, 5):
        office.takes("Ana", which)
    lapses = readiness(office.desk(), office.rep()).verdict.skills[SkillId("empathy")].lapses
    assert lapses is not None
    assert wanted(office, "empathy", f"{lapses:%Y-%m-%d}").between.startswith(
        f"Reached. It runs out on {lapses:%Y-%m-%d}"
    )
    later = lapses - timedelta(days=1)
    assert wanted(office, "empathy", f"{later:%Y-%m-%d}").between.startswith("Reached, and it holds until")
