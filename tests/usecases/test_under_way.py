"""An assessment that goes on gives nothing away: pausing to look at the progress must not be coaching."""

from dataclasses import replace
from datetime import timedelta

from tui.shelf import desk

from simulator.domain.attempt import Rep
from simulator.domain.ids import ScenarioId
from simulator.domain.verdict import Blocked, NotEnough
from simulator.reports.views import ReadinessView
from simulator.usecases.desk import Desk
from simulator.usecases.people import join
from simulator.usecases.progress import ProgressView, progress
from simulator.usecases.readiness import UNDER_WAY, readiness
from simulator.usecases.report import rendered, report
from simulator.usecases.talk import begin, choose

FRESH = ScenarioId("fresh")


def sat_down() -> tuple[Desk, Rep]:
    room = desk()
    return room, join(room, "Ana")


def answered(room: Desk, rep: Rep, *choices: str) -> None:
    talk = begin(room, rep, FRESH)
    for choice in choices:
        talk = choose(room, talk, choice)


def judged(view: ProgressView) -> object:
    """All of the progress that comes from judging."""
    return [(skill.row, skill.course, skill.evidence) for skill in view.skills], view.home.label, view.home.sentence


def without_moment(view: ReadinessView) -> object:
    return view.label, view.sentence, view.skills, view.critical, view.conversations


def test_no_answer_of_an_assessment_under_way_can_be_read_anywhere() -> None:
    room, rep = sat_down()
    before, reported = judged(progress(room, rep)), without_moment(report(room, rep))
    for choices in ((), ("first-worse",), ("second-better",)):
        answered(room, rep, *choices)
        assert judged(progress(room, rep)) == before
        assert without_moment(report(room, rep)) == reported
        for form in ("text", "json", "csv", "md", "html"):
            assert "false-claim" not in rendered(report(room, rep), form)


def test_it_is_all_there_once_the_assessment_has_ended() -> None:
    room, rep = sat_down()
    answered(room, rep, "first-worse", "second-better", "third-better")
    found = readiness(room, rep)
    assert isinstance(found.verdict, Blocked)
    assert found.under_way == ()


def test_leaving_does_not_hide_it_for_longer_than_a_day() -> None:
    room, rep = sat_down()
    answered(room, rep, "first-worse")
    last = room.records.attempts(rep.id)[0].moves[-1].at
    just_before = last + UNDER_WAY - timedelta(seconds=1)
    assert isinstance(readiness(room, rep, just_before).verdict, NotEnough)
    assert isinstance(readiness(room, rep, last + UNDER_WAY).verdict, Blocked)


def test_the_report_says_what_is_under_way_and_asks_to_finish_it_first() -> None:
    room, rep = sat_down()
    answered(room, rep, "first-better")
    first, *others = report(room, rep).next_steps
    assert first == (
        "Finish “Usage fell by half”: it is under way, and says nothing until it has ended or rested for a day."
    )
    assert not any("assessment" in step for step in others)


def test_practice_says_what_it_always_says() -> None:
    room, rep = sat_down()
    begin(room, rep, ScenarioId("late"))
    assert readiness(replace(room), rep).under_way == ()
