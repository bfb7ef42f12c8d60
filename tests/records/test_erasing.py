"""Erased is erased: on all kinds of records, down to the bytes of the file."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from threading import Thread

import pytest
from records.conftest import NewPlace
from records.examples import NOON, attempt, ready, said

from simulator.domain.attempt import Rep, Review
from simulator.domain.decision import Decided, Decision, Role
from simulator.domain.ids import AttemptId, RepId
from simulator.domain.intention import FreshStart, Goal
from simulator.records import queries
from simulator.records.open import open_records
from simulator.records.postgresql import postgresql_database
from simulator.records.protocol import Conflict, Records, RecordsError

ANA = Rep(id=RepId("r-1f3"), name="Ana Quillfeather", joined=NOON, handle="ana-quillfeather")
GONE = RepId("r-9c2")
MINE = ("ana-1", "ana-2")


def lived(records: Records) -> Records:
    """Ana did and was told things, and looked at what Kim did; Kim looked at hers."""
    ready(records, "kim").add_rep(ANA)
    for name, of in (("ana-1", ANA.id), ("kim-1", RepId("kim")), ("ana-2", ANA.id)):
        records.begin(attempt(name, of=of, moves=(said(1, key=f"{name}-1"), said(2, key=f"{name}-2"))))
        by = "Kim" if of == ANA.id else ANA.name
        for reason in ("Ana Quillfeather promised a date", "and again"):
            records.add_review(Review(attempt=AttemptId(name), reviewer=by, reason=reason, at=NOON))
    for of, by in ((ANA.id, "Kim"), (RepId("kim"), ANA.name), (ANA.id, "Lee")):
        records.add_decision(
            Decision(rep=of, decided=Decided.READY, by=by, role=Role.TRAINER, reason=f"{by} saw it", at=NOON)
        )
    records.add_intention(Goal(rep=ANA.id, skill=None, due=date(2026, 5, 1), at=NOON))
    records.add_intention(FreshStart(rep=ANA.id, up_to=AttemptId("ana-1"), at=NOON))
    assert records.verify() == ()
    return records


def test_nothing_of_the_person_is_left_and_every_chain_holds(records: Records) -> None:
    lived(records).erase(ANA.id, GONE, NOON + timedelta(days=1))
    assert [rep.name for rep in records.reps()] == ["kim"]
    assert records.rep(ANA.id) is None
    assert records.rep_called("ana-quillfeather") is None
    left = repr((records.attempts(), records.reviews(), records.decisions(), records.intentions(), records.rep(GONE)))
    for trace in ("Quillfeather", "quillfeather", ANA.id, "promised a date", "Kim saw it"):
        assert trace not in left
    assert records.verify() == ()


def test_what_they_did_stays_move_by_move(records: Records) -> None:
    before = lived(records).attempts(ANA.id)
    others = records.attempts(RepId("kim"))
    records.erase(ANA.id, GONE, NOON)
    assert records.attempts(GONE) == tuple(replace(each, rep=GONE) for each in before)
    assert records.attempts(RepId("kim")) == others
    assert [each.up_to for each in records.intentions(GONE) if isinstance(each, FreshStart)] == ["ana-1"]
    assert len(records.decisions(GONE)) == 2
    # What Ana wrote of Kim stays; that it was Ana does not.
    (of_kim,) = records.decisions(RepId("kim"))
    assert (of_kim.by, of_kim.decided) == ("(erased)", Decided.READY)
    assert {each.reviewer for each in records.reviews([AttemptId("kim-1")])} == {"(erased)"}
    assert {each.reviewer for each in records.reviews([AttemptId("ana-1")])} == {"Kim"}


def test_records_go_on_afterwards_and_refuse_changes_as_before(records: Records) -> None:
    lived(records).erase(ANA.id, GONE, NOON)
    again = Rep(id=RepId("r-77"), name=ANA.name, joined=NOON, handle=ANA.handle)
    records.add_rep(again)
    records.begin(attempt("ana-3", of=again.id, moves=(said(1, key="new-1"),)))
    records.begin(attempt("kim-2", of="kim", moves=(said(1, key="new-2"),)))
    records.add(AttemptId("ana-2"), said(3, key="late"))
    assert records.verify() == ()
    with pytest.raises(Conflict, match="was erased"):
        records.add_rep(Rep(id=GONE, name="Somebody", joined=NOON))


def test_nobody_and_twice_are_refused(records: Records) -> None:
    lived(records)
    with pytest.raises(RecordsError, match='nobody is recorded as "nobody"'):
        records.erase(RepId("nobody"), GONE, NOON)
    with pytest.raises(Conflict, match="is taken"):
        records.erase(ANA.id, RepId("kim"), NOON)
    records.erase(ANA.id, GONE, NOON)
    for gone in (ANA.id, GONE):
        with pytest.raises(RecordsError):
            records.erase(gone, RepId("r-3"), NOON)
    assert records.verify() == ()


def test_no_byte_of_them_is_left_in_the_file_nor_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "records.db"
    records = lived(open_records(str(path)))
    traces = (b"Quillfeather", b"quillfeather", ANA.id.encode(), b"promised a date", b"Kim saw it")
    assert all(trace in path.read_bytes() for trace in traces)
    records.erase(ANA.id, GONE, NOON)
    records.close()
    for file in tmp_path.iterdir():
        assert not [trace for trace in traces if trace in file.read_bytes()], file
    assert open_records(str(path)).verify() == ()


def test_an_erasure_that_fails_half_way_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from simulator.records import erasing

    records = lived(open_records(str(tmp_path / "records.db")))
    before = (records.attempts(), records.reviews(), records.decisions(), records.intentions(), records.reps())

    def failing(*_: object) -> None:
        raise RecordsError("the disk is full")

    monkeypatch.setattr(erasing, "_reviews", failing)
    with pytest.raises(RecordsError, match="disk is full"):
        records.erase(ANA.id, GONE, NOON)
    assert (
        records.attempts(), records.reviews(), records.decisions(), records.intentions(), records.reps()
    ) == before  # fmt: skip
    assert records.verify() == ()
    with pytest.raises(Exception, match="append-only"):
        records._write(lambda connection: connection.exec_driver_sql("DELETE FROM attempts"))  # type: ignore[attr-defined]


def test_a_short_name_is_taken_out_of_no_other_word(records: Records) -> None:
    ready(records, "kim").add_rep(Rep(id=RepId("r-al"), name="Al", joined=NOON))
    records.begin(attempt("kim-1", of="kim"))
    records.add_review(
        Review(attempt=AttemptId("kim-1"), reviewer="Lee", reason="Also fine, said Al: Alarm off.", at=NOON)
    )
    records.erase(RepId("r-al"), GONE, NOON)
    assert [each.reason for each in records.reviews()] == ["Also fine, said (erased): Alarm off."]
    assert records.verify() == ()


def test_an_erasure_waits_for_whoever_writes_and_they_for_it(new_place: NewPlace, tmp_path: Path) -> None:
    """On a server: a writer who has read an old link must not add to a chain that is made anew meanwhile."""
    place = new_place("postgresql")
    records = lived(open_records(place, tmp_path))
    database = postgresql_database(place)
    erasing = Thread(target=lambda: records.erase(ANA.id, GONE, NOON))
    with database.writing.begin() as connection:
        queries.hold_all(connection, alone=False)
        erasing.start()
        erasing.join(0.5)
        assert erasing.is_alive()
    erasing.join(20)
    assert not erasing.is_alive()
    with database.writing.begin() as connection:
        queries.hold_all(connection, alone=True)
        adding = Thread(target=lambda: records.add(AttemptId("kim-1"), said(3, key="later")))
        adding.start()
        adding.join(0.5)
        assert adding.is_alive()
    adding.join(20)
    database.writing.dispose()
    assert records.verify() == ()
    records.close()
