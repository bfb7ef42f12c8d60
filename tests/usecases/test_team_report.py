"""A team's report from real records: what happened, nobody's practice, and nobody's name in an example."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from office import Office
from tui import shelf

from simulator.domain.ids import ScenarioId
from simulator.domain.scenario import Purpose
from simulator.reports.render import FORMATS
from simulator.reports.team_views import TeamView
from simulator.usecases.afresh import start_afresh
from simulator.usecases.people import join
from simulator.usecases.report import rendered, team
from simulator.usecases.talk import begin, choose
from simulator.usecases.team_evidence import NOBODY


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(str(tmp_path / "team.db"))


def known(view: TeamView, skill: int = 0) -> list[int]:
    """Of how many reps anything was known at each moment of the trend."""
    return [point.reps for point in view.trends[skill].points] if view.trends else []


def judged(view: TeamView) -> Sequence[object]:
    """All that comes from judging answers."""
    return view.coach, view.trends and known(view), view.journeys, view.spreads


def test_the_trend_tells_what_was_known_at_the_end_of_each_week(office: Office) -> None:
    office.takes("Ana", 1)
    office.today += timedelta(weeks=3)
    office.takes("Bo", 1)
    office.takes("Ana", 2)
    view = team(office.desk())
    assert known(view) == [0] * 9 + [1, 1, 1, 2]
    assert [point.at.day for point in view.trends[0].points][-2:] == ["2026-03-22", "2026-03-29"]


def test_first_and_latest_are_those_of_the_records(office: Office) -> None:
    office.takes("Ana", 1, "worse better worse")
    office.takes("Ana", 2, "better worse better")
    office.takes("Ana", 3, "better better worse")
    office.takes("Bo", 1)
    ana, bo = team(office.desk()).journeys
    assert [(change.skill, change.shown) for change in ana.changes] == [
        ("Empathy", "0 of 2, then 1 of 2"),
        ("Active listening", "1 of 1, then 1 of 1"),
    ]
    assert (bo.name, bo.latest) == ("Bo", None)
    # After two misses, as the first assessment alone had it; by now three of six were handled well.
    assert ana.changes[0].estimates == "26 % then, 50 % now"


def test_what_a_fresh_start_set_aside_is_neither_first_nor_coached_but_was_so_then(office: Office) -> None:
    office.takes("Ana", 1, "worse worse worse")
    office.today += timedelta(days=40)
    before = team(office.desk())
    start_afresh(office.desk(), office.rep())
    office.takes("Ana", 2)
    view = team(office.desk())
    assert (len(before.coach), len(view.coach)) == (2, 0)
    assert [change.shown for change in view.journeys[0].changes] == ["2 of 2", "1 of 1"]
    # Until the fresh start nothing was missing from what was known.
    assert known(view)[-6:] == [1] * 6
    (first, *_) = (point.median for point in view.trends[0].points if point.reps)
    latest = view.trends[0].points[-1].median
    assert first is not None
    assert latest is not None
    assert first < latest


def test_an_assessment_under_way_changes_nothing_in_it(office: Office) -> None:
    office.takes("Ana", 1)
    before = judged(team(office.desk()))
    for words in ("worse", "worse worse"):
        desk = office.desk()
        talk = begin(desk, office.rep(), ScenarioId("call-2"))
        talk = choose(desk, talk, f"{('first', 'second')[len(words.split()) - 1]}-worse")
        assert judged(team(office.desk())) == before
    office.today += timedelta(days=2)
    assert judged(team(office.desk())) != before


def test_practice_is_private(office: Office) -> None:
    desk = shelf.desk()
    rep = join(desk, "Ana")
    before = judged(team(desk))
    talk = begin(desk, rep, ScenarioId("late"))
    for turn in ("first", "second", "third"):
        talk = choose(desk, talk, f"{turn}-worse")
    assert judged(team(desk)) == before
    assert team(desk).coach == ()


def test_what_to_coach_has_the_words_that_were_said_and_how_many_said_them(office: Office) -> None:
    office.takes("Ana", 1, "worse better better")
    office.takes("Bo", 1, "worse better better")
    office.takes("Cy", 1)
    (point,) = team(office.desk()).coach
    assert (point.title, point.sentence) == ("Shows empathy", "Missed by 2 of 3 reps: 4 of 6 answers handled well.")
    (example,) = point.examples
    assert example.customer == "The customer's words at the first turn."
    assert example.said == "Worse words at the first turn."
    assert example.source == "Missed, in “Title of call-1”; said by 2 reps."


def test_a_line_that_would_say_the_reps_name_says_nobodys() -> None:
    """Authors may write {rep}: in an example it is a blank, in every form."""
    fresh = shelf.scenario(Purpose.ASSESSMENT, "fresh", dress=lambda text: f"{{rep}}, {text}")
    desk = shelf.desk(fresh)
    talk = begin(desk, join(desk, "Xerxes"), ScenarioId("fresh"))
    for turn in ("first", "second", "third"):
        talk = choose(desk, talk, f"{turn}-worse")
    view = team(desk)
    (example, *_) = view.coach[0].examples
    assert example.said == f"{NOBODY}, Worse words at the first turn."
    assert example.customer.startswith(f"{NOBODY}, ")
    said = " ".join(f"{one.customer} {one.said}" for point in view.coach for one in point.examples)
    assert "Xerxes" not in said
    assert all(rendered(view, form) for form in FORMATS)
