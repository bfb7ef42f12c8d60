"""How skills stood at earlier moments: what a decision at that moment would have said, and no more."""

from datetime import timedelta

from assessment.notation import BAR, COMMUNICATION, EMPATHY, day, record
from assessment.test_afresh import GOOD, POOR, ids, start
from hypothesis import given
from hypothesis import strategies as st

from simulator.assessment.course import course
from simulator.assessment.mastery import masteries, stood
from simulator.assessment.verdict import decide
from simulator.domain.verdict import Standing

BOTH = (*record(POOR), *record(GOOD))


def test_what_came_later_says_nothing_about_before() -> None:
    before, first, later = course(BOTH, BAR, [day(0), day(1), day(42)])
    assert before.skills[EMPATHY].standing is Standing.UNSEEN
    assert first.skills == stood(BOTH[:1], BAR)
    assert later.skills[EMPATHY].estimate > first.skills[EMPATHY].estimate


@given(st.lists(st.floats(0, 200), max_size=6))
def test_each_moment_is_told_as_a_decision_at_that_moment_would_have_told_it(days: list[float]) -> None:
    """The same standing, chance and estimate, whatever is asked before or after it."""
    for past, number in zip(course(BOTH, BAR, [day(each) for each in days]), days, strict=True):
        shown = [each for each in BOTH if each.last <= day(number)]
        verdict = decide(shown, BAR, day(number))
        for skill, mastery in verdict.skills.items():
            told = past.skills[skill]
            assert (told.standing, told.chance, told.estimate) == (mastery.standing, mastery.chance, mastery.estimate)


def test_evidence_that_has_grown_too_old_is_gone() -> None:
    counts, aged = course(BOTH, BAR, [day(42 + 90), day(42 + 90) + timedelta(seconds=1)])
    assert counts.skills[COMMUNICATION].standing is not Standing.UNSEEN
    assert aged.skills[COMMUNICATION].standing is Standing.UNSEEN


def test_a_fresh_start_sets_aside_from_its_own_day_on_and_not_before() -> None:
    attempts = ids(*(each.attempt for each in BOTH))
    starts = [start(attempts[2], 35)]
    before, after, now = course(BOTH, BAR, [day(34), day(36), day(42)], attempts, starts)
    assert before.skills[EMPATHY].standing is Standing.GAP
    assert after.skills[EMPATHY].standing is Standing.UNSEEN
    assert now.skills == stood(BOTH[3:], BAR)


def test_practice_and_replays_are_no_part_of_it() -> None:
    other = record("acme day 1 practice: empathy ++++\n birch day 2 replay: empathy ++++")
    (past,) = course(other, BAR, [day(3)])
    assert past.skills[EMPATHY].standing is Standing.UNSEEN


def test_where_skills_stood_is_what_mastery_says() -> None:
    now = masteries(BOTH, BAR, day(42))
    for skill, told in stood(BOTH, BAR).items():
        assert (told.standing, told.estimate) == (now[skill].standing, now[skill].estimate)
