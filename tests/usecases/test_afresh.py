"""Starting afresh: what it does, when it is refused, and that everybody sees it."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from office import Office

from simulator.domain.verdict import VerdictKind
from simulator.records.open import open_records
from simulator.usecases.afresh import prospect, prospect_of, start_afresh
from simulator.usecases.goals import goal_view
from simulator.usecases.home import home
from simulator.usecases.readiness import readiness
from simulator.usecases.refusal import Refused
from simulator.usecases.report import rendered, report

POOR = "worse better worse"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    here = Office(str(tmp_path / "team.db"))
    here.rep()
    return here


def afresh(office: Office) -> None:
    start_afresh(office.desk(), office.rep())


def refused(office: Office) -> str:
    with pytest.raises(Refused) as refusal:
        afresh(office)
    ahead = prospect(office.desk(), office.rep())
    assert ahead.refusal
    assert open_records(office.place).intentions() == ()
    return str(refusal.value)


def test_it_sets_aside_what_was_and_new_assessments_count(office: Office) -> None:
    office.takes("Ana", 1, POOR)
    office.takes("Ana", 2, POOR)
    office.today += timedelta(days=40)
    assert prospect(office.desk(), office.rep()).sentence == (
        "A fresh start sets 2 assessments aside: they stay recorded, and will not count for you or against you any "
        "more. 6 customers whom you have never met are left to be assessed with. Reports say that you started afresh."
    )
    afresh(office)
    found = readiness(office.desk(), office.rep())
    assert {each.met for each in found.verdict.skills.values()} == {0}
    office.takes("Ana", 3)
    assert {each.met for each in readiness(office.desk(), office.rep()).verdict.skills.values()} == {2, 1}
    assert open_records(office.place).verify() == ()


def test_everybody_reads_of_it_and_of_how_it_had_gone(office: Office) -> None:
    office.takes("Ana", 1, POOR)
    office.today += timedelta(days=40)
    afresh(office)
    said = (
        "Started afresh on 2026-04-13: 1 earlier assessment, with 1 of 3 moments handled well, "
        "is set aside and not part of this."
    )
    assert home(office.desk(), office.rep()).afresh == said
    for form in ("text", "md", "html"):
        assert said in " ".join(rendered(report(office.desk(), office.rep()), form).split())
    assert said in json.loads(rendered(report(office.desk(), office.rep()), "json"))["notices"]


def test_it_cannot_be_had_before_the_days_are_over_and_says_why(office: Office) -> None:
    office.takes("Ana", 1, POOR)
    office.today += timedelta(days=29)
    said = refused(office)
    assert said.startswith("A fresh start is possible from 2026-04-03 09:0")
    assert "by luck" in said
    office.today += timedelta(days=1)
    afresh(office)


def test_a_second_one_waits_as_long_again_even_for_old_evidence(office: Office) -> None:
    office.takes("Ana", 1, POOR)
    office.today += timedelta(days=40)
    afresh(office)
    office.takes("Ana", 2, POOR)
    office.today += timedelta(days=20)
    with pytest.raises(Refused, match="30 days"):
        afresh(office)
    office.today += timedelta(days=20)
    afresh(office)
    assert len(open_records(office.place).intentions()) == 2


def test_there_must_be_something_to_set_aside(office: Office) -> None:
    assert refused(office) == "No assessment counts yet: there is nothing to set aside."


def test_not_while_an_assessment_is_under_way(office: Office) -> None:
    office.takes("Ana", 1, POOR)
    office.today += timedelta(days=40)
    office.takes("Ana", 2, "worse")
    assert refused(office) == "An assessment is under way: finish it first."


def test_not_when_there_is_nobody_fresh_left_for_a_decision(office: Office) -> None:
    for which in range(1, 9):
        office.takes("Ana", which, POOR)
    office.today += timedelta(days=40)
    assert refused(office).startswith("No customer whom you have never met is left, and a decision needs 1")


def test_not_when_ready(office: Office) -> None:
    for which in range(1, 9):
        office.takes("Ana", which)
    assert office.kind() is VerdictKind.READY
    office.today += timedelta(days=30)
    assert refused(office).startswith("You are ready")


def test_a_block_stays(office: Office) -> None:
    office.takes("Ana", 1, "better worse better")
    office.today += timedelta(days=40)
    afresh(office)
    assert office.kind() is VerdictKind.BLOCKED
    assert goal_view(office.desk(), readiness(office.desk(), office.rep())) is None


def test_a_clock_set_back_sets_nothing_new_aside(office: Office) -> None:
    office.takes("Ana", 1, POOR)
    office.today += timedelta(days=40)
    afresh(office)
    office.today -= timedelta(days=39)
    office.takes("Ana", 2)
    assert {each.met for each in readiness(office.desk(), office.rep()).verdict.skills.values()} == {2, 1}


def test_it_is_possible_from_the_very_moment_that_is_named(office: Office) -> None:
    office.takes("Ana", 1, POOR)
    office.today += timedelta(days=10)
    possible = prospect(office.desk(), office.rep()).possible
    assert possible is not None
    for at, refused_then in ((possible - timedelta(microseconds=1), True), (possible, False)):
        assert bool(prospect_of(office.desk(), readiness(office.desk(), office.rep(), at)).refusal) is refused_then
