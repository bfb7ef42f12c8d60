"""What was recorded in one place comes into another: all or nothing, once, and never two histories of one person."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from records.examples import DOCUMENT, NOON, at_once, attempt, ready, said

from simulator.domain.attempt import Rep, Review
from simulator.domain.decision import Decided, Decision, Role
from simulator.domain.ids import AttemptId, RepId
from simulator.domain.intention import FreshStart, Goal, GoalDropped
from simulator.records.memory import MemoryRecords
from simulator.records.protocol import Conflict, LeftOut, NewHandle, Records, RecordsError, Row

ANA = Rep(id=RepId("r-1f3"), name="Ana Quillfeather", joined=NOON, handle="ana-quillfeather")
KIM = RepId("kim")


def lived() -> MemoryRecords:
    """Two people with two attempts each, reviewed, decided upon and with something in mind."""
    records = MemoryRecords()
    ready(records, "kim").add_rep(ANA)
    for name, of in (("ana-1", ANA.id), ("kim-1", KIM), ("ana-2", ANA.id), ("kim-2", KIM)):
        records.begin(attempt(name, of=of, moves=(said(1, key=f"{name}-1"), said(2, key=f"{name}-2"))))
    for name in ("kim-1", "ana-1", "kim-1"):
        reviewed(records, name, f"review {len(records.reviews())}")
    decided(records, ANA.id, "sat beside her")
    records.add_intention(Goal(rep=ANA.id, skill=None, due=date(2026, 5, 1), at=NOON))
    records.add_intention(FreshStart(rep=KIM, up_to=AttemptId("kim-1"), at=NOON))
    return records


def reviewed(records: Records, of: str, reason: str) -> None:
    records.add_review(Review(attempt=AttemptId(of), reviewer="Lee Marsh", reason=reason, at=NOON))


def decided(records: Records, of: RepId, reason: str) -> None:
    records.add_decision(
        Decision(rep=of, decided=Decided.READY, by="Lee Marsh", role=Role.TRAINER, reason=reason, at=NOON)
    )


def went_on(records: Records) -> None:
    """One more of everything."""
    records.add(AttemptId("ana-1"), said(3, key="ana-1-3"))
    records.begin(attempt("ana-3", of=ANA.id, moves=(said(1, key="ana-3-1"),)))
    reviewed(records, "ana-1", "talked it through")
    decided(records, ANA.id, "and again")
    records.add_intention(GoalDropped(rep=ANA.id, at=NOON + timedelta(days=1)))


def everything(records: Records) -> object:
    """All that records can be asked for; attempts of one rep in order, whoever came in between."""
    ids = [rep.id for rep in records.reps()]
    return (
        records.reps(),
        [records.attempts(rep) for rep in ids],
        records.reviews(),
        [(records.decisions(rep), records.intentions(rep), records.head(rep)) for rep in ids],
        records.verify(),
    )


def rows(records: Records) -> tuple[Row, ...]:
    return tuple(records.bundle())


# In, once.


def test_an_empty_place_holds_afterwards_what_the_first_one_held(records: Records) -> None:
    first = lived()
    merged = records.merge(rows(first))
    assert everything(records) == everything(first)
    assert records.verify() == ()
    assert merged.new == {
        "people": 2, "names": 2, "texts": 1, "attempts": 4, "moves": 8, "reviews": 3, "decisions": 1, "goals": 2,
    }  # fmt: skip
    assert merged.known == {}


def test_what_comes_out_again_is_what_went_in_row_by_row(records: Records) -> None:
    records.merge(rows(lived()))
    assert rows(records) == rows(lived())


def test_the_same_again_and_what_is_older_change_nothing(records: Records) -> None:
    first = lived()
    older = rows(first)
    went_on(first)
    records.merge(rows(first))
    before = everything(records)
    for bundle in (rows(first), older):
        merged = records.merge(bundle)
        assert merged.new == {}
        assert sum(merged.known.values()) == len(bundle)
    assert everything(records) == before


def test_only_what_is_new_is_added_to_what_is_here(records: Records) -> None:
    first = lived()
    records.merge(rows(first))
    went_on(first)
    merged = records.merge(rows(first))
    assert merged.new == {"moves": 2, "attempts": 1, "reviews": 1, "decisions": 1, "goals": 1}
    assert everything(records) == everything(first)
    records.add(AttemptId("ana-3"), said(2, key="here"))
    assert records.verify() == ()


def test_one_persons_bundle_holds_them_alone(records: Records) -> None:
    records.merge(rows(lived()))
    other = MemoryRecords()
    other.merge(tuple(records.bundle(ANA.id)))
    assert other.reps() == (ANA,)
    assert other.attempts() == records.attempts(ANA.id)
    assert other.reviews() == records.reviews([AttemptId("ana-1"), AttemptId("ana-2")])
    assert other.head(ANA.id) == records.head(ANA.id)


def test_work_at_the_trainers_and_at_the_reps_comes_together(records: Records) -> None:
    """The rep goes on with a conversation; the trainer reviews an older one meanwhile."""
    rep = lived()
    records.merge(rows(rep))
    reviewed(records, "ana-1", "seen at the trainer's")
    decided(records, KIM, "at the trainer's")
    rep.add(AttemptId("ana-2"), said(3, key="at the rep's"))
    records.merge(rows(rep))
    assert len(records.reviews()) == 4
    assert records.attempts(ANA.id) == rep.attempts(ANA.id)
    assert records.verify() == ()


def test_many_who_bring_the_same_at_once_bring_it_once(records: Records) -> None:
    bundle = rows(lived())
    at_once(8, lambda _: records.merge(bundle))
    assert everything(records) == everything(lived())


# Two histories.


def another_attempt(records: Records) -> None:
    records.begin(attempt("ana-other", of=ANA.id))


def another_move(records: Records) -> None:
    records.add(AttemptId("ana-1"), said(3, choice="explain", key="other"))


def another_review(records: Records) -> None:
    reviewed(records, "ana-1", "something else")


def another_decision(records: Records) -> None:
    decided(records, ANA.id, "something else")


def another_goal(records: Records) -> None:
    records.add_intention(Goal(rep=ANA.id, skill=None, due=date(2027, 5, 1), at=NOON))


@pytest.mark.parametrize("other", [another_attempt, another_move, another_review, another_decision, another_goal])
def test_two_histories_of_one_person_are_refused_whole(records: Records, other: Callable[[Records], None]) -> None:
    first = lived()
    records.merge(rows(first))
    other(records)
    before = everything(records)
    went_on(first)
    ready(first, "zoe").begin(attempt("zoe-1", of="zoe"))
    with pytest.raises(Conflict, match="two histories of Ana Quillfeather"):
        records.merge(rows(first))
    assert everything(records) == before


def test_a_person_who_is_somebody_else_here_is_refused(records: Records) -> None:
    records.add_rep(replace(ANA, name="Bea Lund"))
    with pytest.raises(Conflict, match="r-1f3 is Ana Quillfeather in this bundle and Bea Lund here"):
        records.merge(rows(lived()))
    assert [rep.name for rep in records.reps()] == ["Bea Lund"]


def test_an_attempt_or_key_that_is_somebody_elses_here_is_refused(records: Records) -> None:
    ready(records, "sam").begin(attempt("ana-1", moves=(said(1, key="s-1"),)))
    with pytest.raises(Conflict, match=r"^attempt ana-1 is another one here"):
        records.merge(rows(lived()))
    records.begin(attempt("sam-2", moves=(said(1, key="kim-2-1"),)))
    other = MemoryRecords()
    ready(other, "kim").begin(attempt("kim-2", of="kim", moves=(said(1, key="kim-2-1"),)))
    with pytest.raises(Conflict, match="key kim-2-1 already stands for a move of another attempt"):
        records.merge(rows(other))
    assert [rep.id for rep in records.reps()] == ["sam"]
    assert records.verify() == ()


def without(bundle: Iterable[Row], record: str, number: int) -> tuple[Row, ...]:
    found = [row for row in bundle if row["record"] == record]
    return tuple(row for row in bundle if row is not found[number])


@pytest.mark.parametrize(
    ("record", "number", "said_of_it"),
    [
        ("document", 0, "is not in here before it"),
        ("rep", 0, 'there is no rep "kim" before'),
        ("attempt", 0, "does not stand behind its opening"),
        ("move", 0, "move 1 of attempt ana-1 is missing"),
        ("review", 0, "a review of attempt kim-1 was changed, or one before it removed"),
    ],
)
def test_a_row_that_is_missing_is_noticed_and_nothing_is_added(
    records: Records, record: str, number: int, said_of_it: str
) -> None:
    with pytest.raises(RecordsError, match=said_of_it):
        records.merge(without(rows(lived()), record, number))
    assert everything(records) == everything(MemoryRecords())
    assert records.merge(rows(lived())).known == {}


# Names.


def test_a_handle_that_is_somebody_elses_gets_a_number_and_is_told_once(records: Records) -> None:
    for number in ("", "-2"):
        records.add_rep(Rep(id=RepId(f"r-0{number}"), name="Ana Q.", joined=NOON, handle=f"ana-quillfeather{number}"))
    merged = records.merge(rows(lived()))
    assert merged.handles == (
        NewHandle(rep=ANA.id, name=ANA.name, wanted="ana-quillfeather", given="ana-quillfeather-3"),
    )
    assert records.rep_called("ana-quillfeather-3") == replace(ANA, handle="ana-quillfeather-3")
    assert records.merge(rows(lived())).handles == ()


def test_without_names_nobody_is_named_and_every_chain_holds(records: Records) -> None:
    records.merge(rows(lived()))
    bare = tuple(records.bundle(names=False))
    for trace in ("Quillfeather", "quillfeather", "Marsh", "sat beside", "review 1"):
        assert trace in repr(rows(records))
        assert trace not in repr(bare)
    other = MemoryRecords()
    assert other.merge(bare).new["nameless"] == 2
    assert other.verify() == ()
    assert other.reps() == ()
    assert other.attempts() == records.attempts()
    assert [review.at for review in other.reviews()] == [NOON] * 3
    assert [decision.decided for decision in other.decisions()] == [Decided.READY]


def test_what_came_without_names_adds_nothing_to_what_is_here_with_them(records: Records) -> None:
    first = lived()
    records.merge(rows(first))
    before = everything(records)
    assert records.merge(tuple(first.bundle(names=False))).new == {}
    assert everything(records) == before
    reviewed(first, "ana-1", "later")
    with pytest.raises(Conflict, match="or where names were left out"):
        records.merge(tuple(first.bundle(names=False)))


def test_a_name_can_come_later(records: Records) -> None:
    first = MemoryRecords()
    ready(first, "kim").begin(attempt(of="kim"))
    records.merge(tuple(first.bundle(names=False)))
    assert records.reps() == ()
    assert records.merge(rows(first)).new == {"names": 1}
    assert everything(records) == everything(first)


# Erased people.


def test_somebody_who_was_erased_here_does_not_come_back(records: Records) -> None:
    first = lived()
    records.merge(rows(first))
    records.erase(ANA.id, RepId("r-9"), NOON)
    first.add(AttemptId("ana-2"), said(3, key="later"))
    merged = records.merge(rows(first))
    assert merged.left_out == (LeftOut(rep=ANA.id, here=RepId("r-9")),)
    assert merged.new == {}
    assert [rep.id for rep in records.reps()] == ["kim"]
    assert "Quillfeather" not in repr(rows(records))
    assert records.verify() == ()


def test_somebody_who_was_erased_elsewhere_stays_here_and_is_told(records: Records) -> None:
    first = lived()
    records.merge(rows(first))
    first.erase(ANA.id, RepId("r-9"), NOON)
    merged = records.merge(rows(first))
    assert merged.left_out == (LeftOut(rep=RepId("r-9"), here=ANA.id),)
    assert records.rep(ANA.id) == ANA
    records.erase(ANA.id, RepId("r-10"), NOON)
    assert records.merge(rows(first)).left_out == (LeftOut(rep=RepId("r-9"), here=RepId("r-10")),)


def test_that_somebody_was_erased_goes_along(records: Records) -> None:
    first = lived()
    first.erase(ANA.id, RepId("r-9"), NOON)
    merged = records.merge(rows(first))
    assert rows(records) == rows(first)
    assert "nameless" not in merged.new
    assert records.rep(RepId("r-9")) == Rep(id=RepId("r-9"), name="", joined=NOON)
    assert {"record": "erasure", "rep": "r-9", "at": "2026-03-02T12:00:00.000000Z"} in rows(records)
    named = [{**row, "name": "X", "handle": "x"} if row.get("id") == "r-9" else row for row in rows(first)]
    with pytest.raises(RecordsError, match="r-9 is said to be erased, and is there by name"):
        records.merge(named)
    back = [row for row in named if row["record"] != "erasure"]
    with pytest.raises(Conflict, match="r-9 was erased here, and has a name in this bundle"):
        records.merge(back)


def test_somebody_who_is_here_by_name_was_not_erased(records: Records) -> None:
    records.add_rep(ANA)
    other = MemoryRecords()
    ready(other, "kim").erase(KIM, ANA.id, NOON)
    with pytest.raises(Conflict, match="r-1f3 was erased, by what this bundle says, and is Ana Quillfeather here"):
        records.merge(rows(other))
    assert records.reps() == (ANA,)


# Heads.


def test_a_head_is_the_same_where_the_same_is_recorded_whatever_came_in_between(records: Records) -> None:
    first = lived()
    ready(records, "zoe").begin(attempt("zoe-1", of="zoe"))
    records.merge(rows(first))
    assert records.head(ANA.id) == first.head(ANA.id)
    assert records.head(ANA.id) != records.head(KIM)
    assert records.head(RepId("nobody")) is None
    records.add_rep(Rep(id=RepId("new"), name="New", joined=NOON))
    assert records.head(RepId("new")) is None


def test_a_text_that_was_changed_changes_the_heads_that_stand_on_it() -> None:
    records = lived()
    before = records.head(ANA.id)
    records._kept.documents[DOCUMENT.digest] = replace(DOCUMENT, text="easier")  # pyright: ignore[reportPrivateUsage]
    assert records.head(ANA.id) != before


def test_a_row_that_was_changed_changes_the_head_though_its_link_was_left() -> None:
    records = lived()
    before = records.head(ANA.id)
    steps = records._kept.steps["ana-1"]  # pyright: ignore[reportPrivateUsage]
    steps[1] = steps[1]._replace(choice="explain")
    assert records.head(ANA.id) != before


ADDITIONS: Sequence[Callable[[Records], None]] = (
    another_attempt,
    another_move,
    another_review,
    another_decision,
    another_goal,
)


@pytest.mark.parametrize("add", ADDITIONS)
def test_whatever_is_added_changes_the_head_of_its_person_alone(
    records: Records, add: Callable[[Records], None]
) -> None:
    records.merge(rows(lived()))
    before, kims = records.head(ANA.id), records.head(KIM)
    add(records)
    assert records.head(ANA.id) != before
    assert records.head(KIM) == kims
