"""The made-up team: whoever looks around with it can try all that a manager does."""

from collections import Counter
from datetime import UTC, datetime

from plain.seat import FRESH
from tui import shelf

from simulator.authoring.library import default_root, open_library
from simulator.domain.attempt import Rep
from simulator.records.memory import MemoryRecords
from simulator.usecases.board import rows_of
from simulator.usecases.demo import demo_desk
from simulator.usecases.desk import Desk
from simulator.usecases.on_board import Group
from simulator.usecases.reviewing import next_to_review, record, waiting


def example_team() -> tuple[Desk, tuple[Rep, ...]]:
    desk = Desk(
        library=open_library(default_root(), None),
        open_records=MemoryRecords,
        now=lambda: datetime(2026, 3, 2, 9, 0, tzinfo=UTC),
    )
    return demo_desk(desk)


def test_of_the_example_people_one_is_ready_one_is_not_one_is_blocked_and_one_has_not_begun() -> None:
    desk, people = example_team()
    rows = list(rows_of(desk, people, desk.now()))
    assert Counter(row.group for row in rows) == Counter((Group.READY, Group.NOT_YET, Group.BLOCKED, Group.NOT_STARTED))


def test_a_review_can_be_tried_on_the_one_critical_error_of_the_example_people() -> None:
    desk, people = example_team()
    ((error,),) = (found for person in people if (found := waiting(desk, person)))
    record(desk, next_to_review((error,)), "Mara Trainer", "We went through it together.")
    assert [found for person in people for found in waiting(desk, person) if not found.reviews] == []


def test_a_library_of_ones_own_may_have_few_assessments_or_none() -> None:
    for scenarios, blocked in (((shelf.PRACTICE, FRESH), 1), ((shelf.PRACTICE,), 0)):
        desk, people = demo_desk(shelf.desk(*scenarios))
        assert sum(row.group is Group.BLOCKED for row in rows_of(desk, people, desk.now())) == blocked
