"""Goals and fresh starts, typed."""

from datetime import timedelta

import pytest
from cli.front import Front

from simulator.records.open import open_records

POOR = "worse better worse"


def test_a_goal_is_set_shown_and_dropped(office: Front) -> None:
    office.rep("ana")
    assert office("goal").out.startswith("There is no goal. Set one: simulator goal")
    done = office("goal", "empathy", "--by", "4 weeks")
    assert done.code == 0
    assert done.out.splitlines()[0] == "Empathy by 2026-03-30, in 28 days."
    assert office("goal").out == done.out
    assert office("goal", "--drop").out == "Your goal is dropped.\n"
    assert office("goal", "--drop").out == "There is no goal to drop.\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("goal", "empathy"), "Say by when: --by"),
        (("goal", "emphaty", "--by", "4 weeks"), 'did you mean "empathy"?'),
        (("goal", "ready", "--by", "tomorrow"), '"tomorrow" is no day'),
        (("restart", "--yes"), "nothing to set aside"),
    ],
)
def test_what_cannot_be_done_as_typed_ends_with_2(office: Front, words: tuple[str, ...], said: str) -> None:
    office.rep("ana")
    done = office(*words)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert open_records(office.place).intentions() == ()


def test_a_fresh_start_is_made_only_with_a_yes(office: Front) -> None:
    office.takes("ana", 1, POOR)
    office.today += timedelta(days=40)
    shown = office("restart")
    assert shown.code == 0
    assert shown.out.splitlines()[-1] == "It cannot be taken back. To do it: simulator restart --yes"
    assert open_records(office.place).intentions() == ()
    assert office("restart", "--yes").out == "Started afresh: from now on only new assessments count.\n"
    assert len(open_records(office.place).intentions()) == 1


def test_looking_at_a_goal_or_a_fresh_start_adds_nobody(office: Front) -> None:
    office("goal")
    office("restart")
    assert open_records(office.place).reps() == ()
