"""What every kind of records must do: the same tests on memory, SQLite and PostgreSQL."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from records.examples import DOCUMENT, NOON, at_once, attempt, ready, rep, said

from simulator.domain.attempt import Attempt, Chose, Hinted, Recorded, Rep, Review, Rewound
from simulator.domain.decision import Decided, Decision, Role
from simulator.domain.ids import AttemptId, Digest, RepId, ScenarioId, SkillId
from simulator.domain.intention import FreshStart, Goal, GoalDropped
from simulator.domain.scenario import Purpose
from simulator.records.protocol import Conflict, Document, Records, RecordsError

ONE = AttemptId("one")


def begun(records: Records) -> Records:
    ready(records).begin(attempt())
    return records


def looked(reason: str, at: datetime = NOON, of: str = "one") -> Review:
    return Review(attempt=AttemptId(of), reviewer="Kim", reason=reason, at=at)


# People and texts.


def test_a_person_comes_back_as_added_and_twice_is_once(records: Records) -> None:
    sam = Rep(id=RepId("sam"), name="Sam Ø. 李 'quote\" [/]", joined=NOON)
    records.add_rep(sam)
    records.add_rep(sam)
    assert records.rep(sam.id) == sam
    assert records.reps() == (sam,)


def test_a_person_added_again_later_keeps_the_first_day(records: Records) -> None:
    records.add_rep(rep("Sam"))
    records.add_rep(replace(rep("Sam"), joined=NOON + timedelta(days=400)))
    assert records.reps() == (rep("Sam"),)


def test_an_id_taken_by_someone_else_is_refused_by_name(records: Records) -> None:
    records.add_rep(Rep(id=RepId("sam"), name="Sam Jones", joined=NOON))
    with pytest.raises(Conflict, match="sam belongs to Sam Jones, not to Sam Smith"):
        records.add_rep(Rep(id=RepId("sam"), name="Sam Smith", joined=NOON))
    assert [person.name for person in records.reps()] == ["Sam Jones"]


def test_everyone_comes_by_id_the_same_way_everywhere(records: Records) -> None:
    for name in ("zoe", "_x", "Ann", "ann", "ben-1", "ben", "ben1"):
        records.add_rep(Rep(id=RepId(name), name=name, joined=NOON))
    assert [person.id for person in records.reps()] == ["Ann", "_x", "ann", "ben", "ben-1", "ben1", "zoe"]


def test_whoever_is_not_there_is_none(records: Records) -> None:
    assert records.rep(RepId("nobody")) is None
    assert records.document(DOCUMENT.digest) is None
    assert records.attempt(ONE) is None
    assert (records.reps(), records.attempts(), records.reviews()) == ((), (), ())
    assert records.attempts(RepId("nobody")) == ()
    assert records.seen(RepId("nobody")) == frozenset()


def test_a_text_comes_back_to_the_letter_and_twice_is_once(records: Records) -> None:
    records.keep(DOCUMENT)
    records.keep(DOCUMENT)
    assert records.document(DOCUMENT.digest) == DOCUMENT


def test_a_text_under_another_digest_is_refused(records: Records) -> None:
    with pytest.raises(RecordsError, match="does not have the digest"):
        records.keep(replace(DOCUMENT, digest=Digest("0" * 64)))
    assert records.document(Digest("0" * 64)) is None


# Attempts.


def test_an_attempt_comes_back_with_its_moves_in_order(records: Records) -> None:
    begun(records)
    moves = (
        said(1),
        said(2, move=Hinted(turn="turn-2")),
        said(3, choice="explain"),
        said(4, move=Rewound(turn="turn-3")),
    )
    for move in moves:
        records.add(ONE, move)
    assert records.attempt(ONE) == attempt(moves=moves)
    assert records.attempts() == (attempt(moves=moves),)


def test_the_largest_seed_and_the_finest_time_come_back_exactly(records: Records) -> None:
    ready(records)
    exact = replace(
        attempt(), seed=2**32 - 1, started=datetime(2026, 3, 29, 1, 30, 0, 1, tzinfo=UTC), purpose=Purpose.ASSESSMENT
    )
    records.begin(exact)
    assert records.attempt(ONE) == exact


def test_a_time_in_another_zone_is_the_same_moment_in_utc(records: Records) -> None:
    ready(records)
    records.begin(replace(attempt(), started=NOON.astimezone(timezone(timedelta(hours=5, minutes=45)))))
    stored = records.attempt(ONE)
    assert stored == attempt()
    assert stored is not None
    assert stored.started.utcoffset() == timedelta(0)


def test_a_time_without_a_zone_is_refused(records: Records) -> None:
    ready(records)
    with pytest.raises(RecordsError, match="names no time zone"):
        records.begin(replace(attempt(), started=NOON.replace(tzinfo=None)))
    assert records.attempts() == ()


def test_opening_the_same_attempt_again_changes_nothing(records: Records) -> None:
    begun(records).add(ONE, said(1))
    records.begin(attempt())
    records.begin(attempt(moves=(said(1),)))
    assert records.attempts() == (attempt(moves=(said(1),)),)


@pytest.mark.parametrize(
    "other",
    [
        replace(attempt(), rep=RepId("kim")),
        replace(attempt(), scenario=ScenarioId("late-delivery")),
        replace(attempt(), seed=8),
        replace(attempt(), purpose=Purpose.ASSESSMENT),
        replace(attempt(), started=NOON + timedelta(microseconds=1)),
    ],
    ids=["rep", "scenario", "seed", "purpose", "started"],
)
def test_an_id_taken_by_another_attempt_is_refused(records: Records, other: Attempt) -> None:
    ready(records, "sam", "kim").begin(attempt())
    with pytest.raises(Conflict, match="the id one belongs to another attempt"):
        records.begin(other)
    assert records.attempts() == (attempt(),)


def test_an_attempt_of_nobody_or_on_no_text_is_refused(records: Records) -> None:
    with pytest.raises(RecordsError, match='nobody is recorded as "sam"'):
        records.begin(attempt())
    records.add_rep(rep())
    with pytest.raises(RecordsError, match="no text is kept under the digest"):
        records.begin(attempt())
    assert records.attempts() == ()


def test_an_attempt_that_comes_with_moves_is_stored_whole_or_not_at_all(records: Records) -> None:
    ready(records)
    with pytest.raises(Conflict, match="number 2, not 3"):
        records.begin(attempt(moves=(said(1), said(3))))
    assert records.attempts() == ()
    records.begin(attempt(moves=(said(1), said(2))))
    assert records.attempts() == (attempt(moves=(said(1), said(2))),)


def test_an_attempt_whose_moves_hold_another_attempts_key_is_refused_whole(records: Records) -> None:
    ready(records).begin(attempt(moves=(said(1),)))
    with pytest.raises(Conflict, match="key-1 already stands for a move of another attempt"):
        records.begin(attempt("two", moves=(said(1, key="new"), said(2, key="key-1"))))
    assert [stored.id for stored in records.attempts()] == ["one"]


def test_attempts_come_in_the_order_they_were_opened_whatever_the_clock_says(records: Records) -> None:
    ready(records, "sam", "kim")
    records.begin(replace(attempt("b"), started=NOON))
    records.begin(replace(attempt("c", of="kim"), started=NOON - timedelta(days=1)))
    records.begin(replace(attempt("a"), started=NOON - timedelta(days=365)))
    assert [stored.id for stored in records.attempts()] == ["b", "c", "a"]
    assert [stored.id for stored in records.attempts(RepId("sam"))] == ["b", "a"]
    assert records.verify() == ()


def test_moves_stay_with_their_own_attempt(records: Records) -> None:
    ready(records, "sam", "kim")
    records.begin(attempt("a"))
    records.begin(attempt("b", of="kim"))
    for number in (1, 2, 3):
        records.add(AttemptId("a"), said(number, choice="a", key=f"a{number}"))
        records.add(AttemptId("b"), said(number, choice="b", key=f"b{number}"))
    for stored in records.attempts():
        assert [move.key for move in stored.moves] == [f"{stored.id}{number}" for number in (1, 2, 3)]


def test_a_scenario_is_seen_from_its_opening_by_this_rep_alone(records: Records) -> None:
    ready(records, "sam", "kim")
    records.begin(attempt("a", scenario="warm-up"))
    records.begin(attempt("b", scenario="late-delivery"))
    records.begin(attempt("c", scenario="warm-up"))
    assert records.seen(RepId("sam")) == {"warm-up", "late-delivery"}
    assert records.seen(RepId("kim")) == frozenset()


# Moves.


def test_a_move_that_comes_again_under_its_key_is_the_same_move(records: Records) -> None:
    begun(records)
    records.add(ONE, said(1))
    records.add(ONE, said(2))
    records.add(ONE, said(1))
    records.add(ONE, replace(said(2), at=NOON + timedelta(days=1)))
    assert records.attempt(ONE) == attempt(moves=(said(1), said(2)))


@pytest.mark.parametrize(
    "other",
    [
        said(1, choice="explain"),
        said(1, move=Chose(turn="elsewhere", choice="listen")),
        said(1, move=Hinted(turn="turn-1")),
        said(2, key="key-1"),
    ],
    ids=["choice", "turn", "kind", "number"],
)
def test_a_key_that_comes_back_with_another_body_is_refused(records: Records, other: Recorded) -> None:
    begun(records).add(ONE, said(1))
    with pytest.raises(Conflict, match="key-1 already stands for move 1, with other content"):
        records.add(ONE, other)
    assert records.attempt(ONE) == attempt(moves=(said(1),))


def test_a_key_of_another_attempt_is_refused(records: Records) -> None:
    ready(records).begin(attempt("one", moves=(said(1),)))
    records.begin(attempt("two"))
    with pytest.raises(Conflict, match="key-1 already stands for a move of another attempt"):
        records.add(AttemptId("two"), said(1))
    assert records.attempt(AttemptId("two")) == attempt("two")


@pytest.mark.parametrize("number", [0, 1, 3, -1])
def test_a_second_window_that_went_on_is_told(records: Records, number: int) -> None:
    begun(records).add(ONE, said(1))
    with pytest.raises(Conflict, match="went on in another window"):
        records.add(ONE, said(number, key="second window"))
    assert records.attempt(ONE) == attempt(moves=(said(1),))


def test_a_move_of_an_attempt_never_opened_is_refused(records: Records) -> None:
    with pytest.raises(RecordsError, match='no attempt is recorded as "one"'):
        ready(records).add(ONE, said(1))


def test_a_hundred_at_once_under_one_key_are_one_move(records: Records) -> None:
    begun(records)
    at_once(100, lambda _: records.add(ONE, said(1)))
    assert records.attempt(ONE) == attempt(moves=(said(1),))
    assert records.verify() == ()


def test_of_many_windows_at_once_one_goes_on_and_the_others_are_told(records: Records) -> None:
    begun(records)

    def try_to_add(window: int) -> bool:
        try:
            records.add(ONE, said(1, key=f"window-{window}"))
        except Conflict:
            return False
        return True

    assert sorted(at_once(20, try_to_add)) == [False] * 19 + [True]
    stored = records.attempt(ONE)
    assert stored is not None
    assert len(stored.moves) == 1


def test_attempts_of_one_rep_opened_at_once_form_one_chain(records: Records) -> None:
    ready(records)
    at_once(20, lambda number: records.begin(attempt(f"a{number}")))
    assert {stored.id for stored in records.attempts()} == {f"a{number}" for number in range(20)}
    assert records.verify() == ()


def test_the_same_person_text_and_attempt_added_at_once_are_one(records: Records) -> None:
    at_once(20, lambda _: ready(records).begin(attempt(moves=(said(1),))))
    assert records.reps() == (rep(),)
    assert records.attempts() == (attempt(moves=(said(1),)),)


# Reviews.


def test_reviews_come_oldest_first_and_twice_is_once(records: Records) -> None:
    ready(records)
    records.begin(attempt("one"))
    records.begin(attempt("two"))
    first, second = looked("overpromised"), looked("talked it through", NOON - timedelta(days=1), of="two")
    third = looked("and again", NOON + timedelta(days=1))
    for review in (first, second, first, third, second):
        records.add_review(review)
    assert records.reviews() == (first, second, third)
    assert records.reviews([AttemptId("one")]) == (first, third)
    assert records.reviews([]) == ()
    assert records.reviews([AttemptId(f"no-{n}") for n in range(600)] + [AttemptId("two")]) == (second,)
    assert records.verify() == ()


def test_a_review_of_an_attempt_never_opened_is_refused(records: Records) -> None:
    with pytest.raises(RecordsError, match='no attempt is recorded as "one"'):
        records.add_review(looked("nothing to look at"))
    assert records.reviews() == ()


# Decisions.


def ruled(reason: str, of: str = "sam", decided: Decided = Decided.READY, until: date | None = None) -> Decision:
    return Decision(rep=RepId(of), decided=decided, by="Kim", role=Role.MANAGER, reason=reason, at=NOON, until=until)


def test_decisions_come_in_the_order_they_were_added_and_twice_is_once(records: Records) -> None:
    ready(records, "sam", "kim")
    first, second = ruled("sat beside her for a week"), ruled("not with him yet", "kim", Decided.NOT_YET)
    third = replace(ruled("trial until May", until=date(2026, 5, 1)), at=NOON - timedelta(days=3), role=Role.TRAINER)
    for decision in (first, second, first, third, second):
        records.add_decision(decision)
    assert records.decisions() == (first, second, third)
    assert records.decisions(RepId("sam")) == (first, third)
    assert records.decisions(RepId("nobody")) == ()
    assert records.verify() == ()


def test_a_decision_about_nobody_is_refused(records: Records) -> None:
    with pytest.raises(RecordsError, match='nobody is recorded as "sam"'):
        records.add_decision(ruled("why not"))
    assert records.decisions() == ()


def test_decisions_made_at_once_form_one_chain(records: Records) -> None:
    ready(records)
    at_once(20, lambda number: records.add_decision(ruled(f"reason {number}")))
    assert len(records.decisions()) == 20
    assert records.verify() == ()


# What reps set out to do.


def test_intentions_come_in_the_order_they_were_added_and_twice_is_once(records: Records) -> None:
    ready(records, "sam", "kim").begin(attempt())
    sam, kim = RepId("sam"), RepId("kim")
    goal = Goal(rep=sam, skill=SkillId("empathy"), due=date(2026, 12, 24), at=NOON)
    ready_by = Goal(rep=kim, skill=None, due=date(2028, 2, 29), at=NOON)
    dropped, afresh = GoalDropped(rep=sam, at=NOON + timedelta(days=1)), FreshStart(rep=sam, up_to=ONE, at=NOON)
    for intention in (goal, ready_by, dropped, goal, afresh, afresh):
        records.add_intention(intention)
    assert records.intentions() == (goal, ready_by, dropped, afresh)
    assert records.intentions(sam) == (goal, dropped, afresh)
    assert records.intentions(RepId("nobody")) == ()
    assert records.verify() == ()


def test_an_intention_of_nobody_is_refused(records: Records) -> None:
    with pytest.raises(RecordsError, match='nobody is recorded as "sam"'):
        records.add_intention(GoalDropped(rep=RepId("sam"), at=NOON))
    assert records.intentions() == ()


def test_a_fresh_start_after_an_attempt_never_opened_is_refused(records: Records) -> None:
    with pytest.raises(RecordsError, match='no attempt is recorded as "one"'):
        ready(records).add_intention(FreshStart(rep=RepId("sam"), up_to=ONE, at=NOON))
    assert records.intentions() == ()


def test_intentions_added_at_once_form_one_chain(records: Records) -> None:
    ready(records)
    at_once(20, lambda number: records.add_intention(GoalDropped(rep=RepId("sam"), at=NOON + timedelta(days=number))))
    assert len(records.intentions()) == 20
    assert records.verify() == ()


# Input that some database could not give back.


@pytest.mark.parametrize("bad", ["nul\0", "half a pair \ud800"])
def test_text_that_cannot_be_given_back_is_refused_with_its_place(records: Records, bad: str) -> None:
    begun(records)
    with pytest.raises(RecordsError, match="a rep's name holds a character that cannot be kept"):
        records.add_rep(Rep(id=RepId("kim"), name=bad, joined=NOON))
    with pytest.raises(RecordsError, match="the text of x holds a character"):
        records.keep(Document(digest=DOCUMENT.digest, kind="scenario", name="x", text=bad))
    with pytest.raises(RecordsError, match="a choice's id holds a character"):
        records.add(ONE, said(1, choice=bad))
    with pytest.raises(RecordsError, match="the reason holds a character"):
        records.add_review(looked(bad))
    with pytest.raises(RecordsError, match="the reason holds a character"):
        records.add_decision(ruled(bad))
    assert records.attempts() == (attempt(),)


@pytest.mark.parametrize("key", ["", "k" * 201])
def test_a_key_that_cannot_be_looked_up_is_refused(records: Records, key: str) -> None:
    begun(records)
    with pytest.raises(RecordsError, match="a move's key must have 1 to 200 characters"):
        records.add(ONE, replace(said(1), key=key))


@pytest.mark.parametrize("seed", [-1, 2**32])
def test_a_seed_out_of_its_bounds_is_refused(records: Records, seed: int) -> None:
    with pytest.raises(RecordsError, match=f"the seed {seed} is not from 0 to 4294967295"):
        ready(records).begin(replace(attempt(), seed=seed))


def test_sound_records_have_no_flaw_and_closing_can_be_repeated(records: Records) -> None:
    ready(records, "sam", "kim")
    for number, of in enumerate(("sam", "kim", "sam", "sam")):
        records.begin(attempt(f"a{number}", of=of))
        for step in (1, 2, 3):
            records.add(AttemptId(f"a{number}"), said(step, key=f"{number}-{step}"))
    assert records.verify() == ()
    records.close()
    records.close()
