"""What home offers next, and why."""

from datetime import UTC, datetime
from itertools import count
from random import Random

import pytest

from simulator.authoring.library import default_root, open_library
from simulator.domain.attempt import Rep
from simulator.domain.ids import RepId, ScenarioId
from simulator.domain.scenario import Purpose
from simulator.records.memory import MemoryRecords
from simulator.usecases.desk import Desk
from simulator.usecases.home import home
from simulator.usecases.talk import begin, choose

LIBRARY = open_library(default_root(), None)
ANA = Rep(id=RepId("ana"), name="Ana", joined=datetime(2026, 3, 2, 9, tzinfo=UTC))


@pytest.fixture
def desk() -> Desk:
    records, ids = MemoryRecords(), count()
    records.add_rep(ANA)
    now = lambda: datetime(2026, 3, 2, 9, tzinfo=UTC)  # noqa: E731 - a clock that stands still
    return Desk(library=LIBRARY, open_records=lambda: records, now=now, fresh_id=lambda: f"id{next(ids)}")


def take(desk: Desk, scenario: str, purpose: Purpose) -> None:
    talk, draw = begin(desk, ANA, ScenarioId(scenario), purpose, seed=1), Random(3)
    while not talk.ended:
        talk = choose(desk, talk, draw.choice(talk.conversation.table.offered(talk.trail.position.state)).id)


def test_whoever_is_new_begins_with_the_keys(desk: Desk) -> None:
    found = home(desk, ANA).suggestion
    assert found is not None
    assert found.scenario.id == "warm-up"
    assert found.reason.startswith("Three turns to learn the keys.")


def test_whoever_has_talked_with_somebody_knows_the_keys(desk: Desk) -> None:
    take(desk, "wrong-quote", Purpose.PRACTICE)
    found = home(desk, ANA).suggestion
    assert found is not None
    assert found.scenario.id == "late-delivery"
    assert found.reason.startswith("You learn to take in what a delay did to somebody")


def test_an_assessment_is_offered_with_what_was_shown_what_is_needed_and_what_it_gives(desk: Desk) -> None:
    for practice in [row.id for row in home(desk, ANA).scenarios if row.purpose is Purpose.PRACTICE]:
        take(desk, practice, Purpose.PRACTICE)
    first = home(desk, ANA).suggestion
    assert first is not None
    assert "nothing seen yet, at least 9 more moments needed" in first.reason
    assert first.reason.endswith(", and would tell most.")
    take(desk, first.scenario.id, Purpose.ASSESSMENT)
    second = home(desk, ANA).suggestion
    assert second is not None
    assert second.scenario.id != first.scenario.id
    assert " handled well so far, at least " in second.reason
