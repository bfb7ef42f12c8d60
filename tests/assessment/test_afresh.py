"""When a fresh start is possible, and what it sets aside."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from assessment.notation import BAR, COMMUNICATION, EMPATHY, day, record, reviewed
from hypothesis import given
from hypothesis import strategies as st

from simulator.assessment.afresh import possible_from, set_aside, would_set_aside
from simulator.assessment.verdict import decide
from simulator.domain.ids import AttemptId, RepId
from simulator.domain.intention import FreshStart
from simulator.domain.verdict import Blocked, NotEnough, NotYet, Ready, Standing

POOR = """
    acme  day 1: empathy +--- communication ++++
    birch day 2: empathy ---- communication ++++
    cedar day 3: empathy -+-- communication ++++
"""
GOOD = """
    elm  day 40: empathy +++++ communication +++++
    fir  day 41: empathy +++++ communication +++++
    holm day 42: empathy +++++ communication +++++
"""
GONE = frozenset(each.attempt for each in record(POOR))


def start(up_to: str, on_day: float) -> FreshStart:
    return FreshStart(rep=RepId("sam"), up_to=AttemptId(up_to), at=day(on_day))


def ids(*names: str) -> list[AttemptId]:
    return [AttemptId(name) for name in names]


def test_what_was_opened_up_to_it_is_set_aside_in_the_order_of_the_records() -> None:
    attempts = ids("a", "b", "c", "d")
    assert set_aside(attempts, [start("b", 9)]) == {"a", "b"}
    # A clock set back dates the later one before the earlier: the records' order stands.
    assert set_aside(attempts, [start("c", 40), start("a", 1)]) == {"a", "b", "c"}
    assert set_aside(attempts, []) == frozenset()
    assert set_aside(attempts, [start("gone", 9)]) == frozenset()


def test_who_has_grown_is_judged_by_what_came_after() -> None:
    evidence = record(POOR.rstrip() + GOOD)
    assert isinstance(decide(evidence, BAR, day(50)), NotEnough | NotYet)
    after = decide(evidence, BAR, day(50), set_aside=GONE)
    assert isinstance(after, Ready)
    assert [each.scenario for each in after.evidence] == ["elm", "fir", "holm"]


def test_good_evidence_goes_with_the_poor() -> None:
    after = decide(record(POOR), BAR, day(50), set_aside=GONE)
    assert isinstance(after, NotEnough)
    assert {each.standing for each in after.skills.values()} == {Standing.UNSEEN}
    assert after.skills[COMMUNICATION].met == after.skills[EMPATHY].met == 0


def test_a_critical_error_still_blocks_and_its_review_still_counts() -> None:
    evidence = record("oops day 1 critical: empathy +++" + GOOD)
    gone = [evidence[0].attempt]
    assert isinstance(decide(evidence, BAR, day(50), set_aside=gone), Blocked)
    looked_at = [reviewed(gone[0], 2)]
    assert isinstance(decide(evidence, BAR, day(50), looked_at, set_aside=gone), Ready)


def test_the_days_are_counted_from_the_first_assessment_and_from_the_last_fresh_start() -> None:
    stands = record(POOR)
    assert possible_from(stands, [], BAR) == day(1 + 30)
    assert possible_from(stands, [start("x", 20)], BAR) == day(20 + 30)
    assert possible_from(stands, [start("x", 0)], BAR) == day(1 + 30)
    assert possible_from(stands, [], replace(BAR, fresh_start_days=7)) == day(1 + 7)
    assert possible_from(stands, [], replace(BAR, fresh_start_days=10**9)) == datetime.max.replace(tzinfo=UTC)


def test_only_assessments_that_count_can_be_set_aside() -> None:
    evidence = record(POOR.rstrip() + "\nacme day 5 replay: empathy +\npine day 6 practice: empathy +\noak day 7 left:")
    assert [each.scenario for each in would_set_aside(evidence, ())] == ["acme", "birch", "cedar"]
    assert would_set_aside(evidence, GONE) == ()


@given(st.permutations(range(6)), st.integers(0, 6))
def test_setting_aside_is_as_if_it_had_never_been(order: list[int], first: int) -> None:
    """But for critical errors: there are none here."""
    evidence = [record(POOR.rstrip() + GOOD)[place] for place in order]
    gone, kept = evidence[:first], evidence[first:]
    with_all = decide(evidence, BAR, day(50), set_aside=[each.attempt for each in gone])
    assert with_all == decide(kept, BAR, day(50))
    assert decide(evidence, BAR, day(50) + timedelta(days=200), set_aside=[each.attempt for each in gone]) == decide(
        kept, BAR, day(250)
    )
