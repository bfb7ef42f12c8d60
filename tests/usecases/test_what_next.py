"""What home offers next, and why."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
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
ASSESSMENT = Purpose.ASSESSMENT
ANA = Rep(id=RepId("ana"), name="Ana", joined=datetime(2026, 3, 2, 9, tzinfo=UTC))


NOW = [datetime(2026, 3, 2, 9, tzinfo=UTC)]
"""What the clock says: it stands still until it is set on."""


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    """A clock that is set back to the first day for the next test."""
    yield
    del NOW[1:]


@pytest.fixture
def desk() -> Desk:
    records, ids = MemoryRecords(), count()
    records.add_rep(ANA)
    return Desk(library=LIBRARY, open_records=lambda: records, now=lambda: NOW[-1], fresh_id=lambda: f"id{next(ids)}")


def take(desk: Desk, scenario: str, purpose: Purpose) -> None:
    talk, draw = begin(desk, ANA, ScenarioId(scenario), purpose, seed=1), Random(3)
    while not talk.ended:
        talk = choose(desk, talk, draw.choice(talk.conversation.table.offered(talk.trail.position.state)).id)


def practised(desk: Desk) -> None:
    """Go the whole way through practice."""
    for practice in [row.id for row in home(desk, ANA).scenarios if row.purpose is Purpose.PRACTICE]:
        take(desk, practice, Purpose.PRACTICE)


def assessed(desk: Desk, *, well: bool) -> None:
    """Take the assessment that is suggested, by the best or the poorest line at each turn that calls for a skill."""
    found = home(desk, ANA)
    ahead = next(each for each in (found.suggestion, found.instead) if each and each.scenario.purpose is ASSESSMENT)
    talk = begin(desk, ANA, ahead.scenario.id, ASSESSMENT, seed=1)
    while not talk.ended:
        offered = talk.conversation.table.offered(talk.trail.position.state)
        by_level = sorted(
            offered, key=lambda choice: (bool(choice.critical), sum(choice.shows.values()) * (-1) ** well)
        )
        talk = choose(desk, talk, by_level[0].id)


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


def test_what_was_missed_most_is_practised_before_the_next_assessment(desk: Desk) -> None:
    practised(desk)
    NOW.append(NOW[-1] + timedelta(days=4))
    assessed(desk, well=False)
    found = home(desk, ANA)
    assert found.suggestion is not None
    assert found.instead is not None
    assert found.suggestion.scenario.purpose is Purpose.PRACTICE
    assert " handled well in assessments. " in found.suggestion.reason
    assert found.suggestion.reason.endswith(" and it is 4 days since you last took it.")
    assert found.instead.scenario.purpose is ASSESSMENT
    take(desk, found.suggestion.scenario.id, Purpose.PRACTICE)
    after = home(desk, ANA)
    assert after.suggestion is not None
    # Practised since: an assessment shows now whether it helped.
    assert after.suggestion.scenario.purpose is ASSESSMENT


def test_what_was_just_practised_rests_until_it_is_due(desk: Desk) -> None:
    practised(desk)
    assessed(desk, well=False)
    NOW.append(NOW[-1] + timedelta(hours=23))
    rested = home(desk, ANA)
    assert rested.suggestion is not None
    assert rested.suggestion.scenario.purpose is ASSESSMENT
    NOW.append(NOW[-1] + timedelta(hours=1))
    due = home(desk, ANA)
    assert due.suggestion is not None
    assert due.suggestion.scenario.purpose is Purpose.PRACTICE
    # The second time it rests three days.
    take(desk, due.suggestion.scenario.id, Purpose.PRACTICE)
    assessed(desk, well=False)
    for days, again in ((2.9, False), (0.2, True)):
        NOW.append(NOW[-1] + timedelta(days=days))
        later = home(desk, ANA)
        offered = [each.scenario.id for each in (later.suggestion, later.instead) if each]
        assert (due.suggestion.scenario.id in offered) is again


def test_where_all_was_handled_well_the_next_assessment_comes_at_once(desk: Desk) -> None:
    practised(desk)
    NOW.append(NOW[-1] + timedelta(days=4))
    assessed(desk, well=True)
    found = home(desk, ANA)
    assert found.suggestion is not None
    assert found.suggestion.scenario.purpose is ASSESSMENT
    assert found.instead is not None
    assert found.instead.reason == "Practice is private: nothing here counts for or against you."
