"""Customers call reps by their first name, in what is shown now and in what was said before."""

from datetime import UTC, datetime

import pytest
from tui import shelf

from simulator.domain.attempt import Rep
from simulator.domain.ids import RepId, ScenarioId
from simulator.domain.scenario import Purpose
from simulator.usecases.briefing import briefing
from simulator.usecases.debrief import debrief
from simulator.usecases.people import join
from simulator.usecases.showing import transcript
from simulator.usecases.talk import begin, choose, resume


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Ana Lima", "Ana"),
        ("Ana", "Ana"),
        ("Anne-Marie O'Neill", "Anne-Marie"),
        ("Dr. Ana Lima", "Ana"),
        ("J. R. Smith", "Smith"),
        ("Lima, Ana", "Ana"),
        ("Ana,", "Ana"),
        ("J.", "J."),
        ("李 小龙", "李"),
        ("", ""),
    ],
)
def test_the_first_name_is_the_first_word_that_is_no_title(name: str, called: str) -> None:
    assert Rep(id=RepId("r-1"), name=name, joined=datetime(2026, 3, 2, tzinfo=UTC)).first_name == called


def test_wherever_a_scenario_speaks_to_the_rep_it_says_the_first_name() -> None:
    here = shelf.desk(shelf.scenario(dress=lambda text: f"{{rep}}, {text}"))
    rep = join(here, "Ana Lima")
    assert briefing(here, rep, ScenarioId("late"), Purpose.PRACTICE).text.startswith("Ana, ")
    talk = begin(here, rep, ScenarioId("late"), seed=1)
    for place in ("first", "second", "third"):
        talk = choose(here, talk, f"{place}-better")
    talk = resume(here, talk.attempt.id)
    assert talk.ended
    said = [line.text for line in transcript(talk)]
    said += [turn.customer for turn in debrief(here, talk).turns]
    assert said
    assert all(text.startswith("Ana, ") for text in said), said
