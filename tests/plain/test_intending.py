"""Goals with a day and fresh starts, line by line."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from office import Office
from plain.seat import spoken

from simulator.domain.attempt import Rep
from simulator.plain.intending import ask_afresh, ask_day
from simulator.plain.session import sit_down
from simulator.plain.voice import Quit, Voice
from simulator.records.open import open_records
from simulator.usecases.desk import Desk
from simulator.usecases.settings import Settings, save_settings

POOR = "worse better worse"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    here = Office(str(tmp_path / "team.db"))
    here.rep()
    return here


def said(office: Office, ask: Callable[[Desk, Voice, Rep], None], *answers: str) -> list[str]:
    """Answer, and leave with the end of what is typed."""

    def act(voice: Voice) -> None:
        try:
            ask(office.desk(), voice, office.rep())
        except Quit:
            voice.say("(left)")

    return spoken(answers, act).splitlines()


def test_a_goal_is_asked_for_step_by_step(office: Office) -> None:
    lines = said(office, ask_day, "9", "?", "1", "soon", "4 weeks")
    assert lines[:5] == [
        "What do you want to have shown?",
        "1. Empathy",
        "2. Active listening",
        "3. Ready: every skill",
        "4. No goal with a day",
    ]
    assert '"9" is not one of the answers.' in lines
    assert any(line.startswith("A goal says what you want to have shown by when") for line in lines)
    assert any(line.startswith('"soon" is no day') for line in lines)
    assert lines[-1].startswith("Goal by day: Empathy by 2026-03-30, in 28 days. Between now and then: at least 8 more")


def test_it_can_be_dropped_again_and_enter_leaves_everything(office: Office) -> None:
    assert said(office, ask_day, "4")[-1] == "There was none."
    said(office, ask_day, "3", "10 days")
    for answers in (("",), ("1", "")):
        said(office, ask_day, *answers)
    assert len(open_records(office.place).intentions()) == 1
    assert said(office, ask_day, "4")[-1] == "You have no goal with a day any more."


def test_a_fresh_start_needs_a_yes(office: Office) -> None:
    office.takes("Ana", 1, POOR)
    office.today += timedelta(days=40)
    for answers in (("n",), ("",), ("maybe", "n"), ()):
        said(office, ask_afresh, *answers)
    assert open_records(office.place).intentions() == ()
    lines = said(office, ask_afresh, "?", "y")
    assert lines[0].startswith("A fresh start sets 1 assessment aside: it stays recorded")
    assert lines[-1] == "You start afresh: from now on only new assessments count."
    assert len(open_records(office.place).intentions()) == 1


def test_where_it_is_not_possible_nothing_is_asked(office: Office) -> None:
    office.takes("Ana", 1, POOR)
    lines = said(office, ask_afresh, "y")
    assert lines[-1].startswith("A fresh start is possible from ")
    assert open_records(office.place).intentions() == ()


def test_a_goal_in_own_words_and_one_with_a_day_are_told_apart_at_home(office: Office, tmp_path: Path) -> None:
    said(office, ask_day, "1", "4 weeks")
    settings = tmp_path / "settings.json"
    save_settings(settings, Settings(goal="stay calm"))
    lines = spoken((), lambda voice: sit_down(office.desk(), voice, settings, office.rep())).splitlines()
    leads = [line.partition(":")[0] for line in lines if "goal" in line.partition(":")[0].lower()]
    assert leads == ["Your goal", "Goal by day"]
