"""What is exported is all that reports stand on, and a file is whole or not there."""

import os
import stat
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from office import Office
from records.examples import NOON

from simulator.domain.decision import Decided, Decision, Role
from simulator.domain.ids import RepId
from simulator.records.memory import MemoryRecords
from simulator.records.open import open_records
from simulator.records.protocol import Records, Row
from simulator.usecases import bundles
from simulator.usecases.bundles import export, export_to, import_from
from simulator.usecases.desk import Desk
from simulator.usecases.refusal import Refused
from simulator.usecases.report import Formats, rendered, report, team
from simulator.usecases.reviewing import pick, record

FORMATS = Formats().report
LATER = datetime(2026, 3, 20, tzinfo=UTC)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Ana was assessed, blocked, reviewed and decided upon; Kim has begun."""
    here = Office(str(tmp_path / "team.db"))
    for number in range(1, 6):
        here.takes("Ana", number)
    here.takes("Ana", 6, "better worse better")
    desk, ana = here.desk(), here.rep("Ana")
    record(desk, pick(desk, ana, "1"), "Lee Marsh", "Talked it through.")
    desk.records.add_decision(
        Decision(rep=ana.id, decided=Decided.READY, by="Lee Marsh", role=Role.TRAINER, reason="Sat by.", at=here.now())
    )
    here.takes("Kim", 1, "worse better")
    return here


def elsewhere(office: Office, records: Records) -> Desk:
    """The same library and clock, on other records; the clock stands still."""
    return replace(office.desk(), open_records=lambda: records, now=lambda: LATER)


def reports(desk: Desk) -> list[str]:
    people = [rendered(report(desk, rep), form) for rep in desk.records.reps() for form in FORMATS]
    return [*people, *(rendered(team(desk), form) for form in FORMATS)]


def test_reports_come_from_the_exported_records_alone_byte_for_byte(office: Office, tmp_path: Path) -> None:
    here = elsewhere(office, open_records(office.place))
    export_to(here, None, tmp_path / "team.jsonl", names=True)
    there = elsewhere(office, open_records(str(tmp_path / "other.db")))
    assert not import_from(there, tmp_path / "team.jsonl").refused
    assert reports(there) == reports(here)
    assert len(reports(here)) == 15


def test_one_persons_file_gives_their_report_byte_for_byte(office: Office, tmp_path: Path) -> None:
    here = elsewhere(office, open_records(office.place))
    ana = office.rep("Ana")
    export_to(here, ana, tmp_path / "ana.jsonl")
    there = elsewhere(office, MemoryRecords())
    import_from(there, tmp_path / "ana.jsonl")
    assert there.records.reps() == (ana,)
    for form in FORMATS:
        assert rendered(report(there, ana), form) == rendered(report(here, ana), form)


def test_the_report_prints_the_head_of_the_records_behind_it(office: Office) -> None:
    head = office.desk().records.head(office.rep().id)
    assert head is not None
    for form in ("text", "md", "html"):
        assert f"All that is recorded of this rep comes to {head}." in office.report(form)
    assert f'"record_head": "{head}"' in office.report("json")
    office.takes("Ana", 7, "better")
    assert str(head) not in office.report()


def test_a_file_can_be_read_by_its_owner_alone_and_is_replaced_whole(office: Office, tmp_path: Path) -> None:
    place = tmp_path / "out.jsonl"
    place.write_text("older")
    place.chmod(0o644)
    with pytest.raises(Refused, match=r"out\.jsonl is there already: add --force to replace it"):
        export_to(office.desk(), None, place)
    assert place.read_text() == "older"
    export_to(office.desk(), None, place, replace=True)
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert place.read_bytes().startswith(b'{"record":"header","format":1,')
    assert sorted(file.name for file in tmp_path.iterdir()) == ["out.jsonl", "team.db"]


class Breaking(MemoryRecords):
    """Records that fail after some rows."""

    def bundle(self, rep: RepId | None = None, *, names: bool = True) -> Iterator[Row]:
        yield from list(super().bundle(rep, names=names))[:3]
        raise OSError(28, "No space left on device")


def test_an_export_that_fails_leaves_the_older_file(office: Office, tmp_path: Path) -> None:
    records = Breaking()
    records.merge(open_records(office.place).bundle())
    place = tmp_path / "out.jsonl"
    place.write_text("older")
    with pytest.raises(Refused, match=r"out\.jsonl cannot be written: no space left on device\. Name another place"):
        export_to(elsewhere(office, records), None, place, replace=True)
    assert place.read_text() == "older"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["out.jsonl", "team.db"]


def test_what_is_no_file_is_neither_written_nor_read(office: Office, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for place in (pipe, tmp_path):
        with pytest.raises(Refused, match="is not a file"):
            export_to(office.desk(), None, place)
    assert import_from(office.desk(), pipe).lines == (f"{pipe} cannot be read: it is not a file. Check its name.",)
    assert "cannot be read: is a directory" in import_from(office.desk(), tmp_path).lines[0]
    with pytest.raises(Refused, match="cannot be written: no such file or directory"):
        export_to(office.desk(), None, tmp_path / "no" / "such.jsonl")


def test_records_that_were_changed_by_hand_are_exported_and_that_is_told(office: Office) -> None:
    records = MemoryRecords()
    records.merge(open_records(office.place).bundle())
    steps = next(iter(records._kept.steps.values()))  # pyright: ignore[reportPrivateUsage]
    steps[1] = steps[1]._replace(choice="second-worse")
    written: list[bytes] = []
    done = export(elsewhere(office, records), None, written.append)
    assert done.flaw is not None
    assert done.flaw.startswith("move 2 of attempt ")
    assert len(written) > 20


def test_somebody_erased_here_is_left_out_and_it_is_said(office: Office, tmp_path: Path) -> None:
    desk = office.desk()
    export_to(desk, None, tmp_path / "before.jsonl", names=True)
    desk.records.erase(office.rep().id, RepId("r-9"), NOON)
    done = import_from(desk, tmp_path / "before.jsonl")
    assert not done.refused
    assert done.lines[1].endswith(
        "was erased here, so nothing of theirs was added. Erase them where the file comes from too."
    )
    export_to(desk, None, tmp_path / "after.jsonl", names=True)
    other = elsewhere(office, MemoryRecords())
    import_from(other, tmp_path / "before.jsonl")
    assert import_from(other, tmp_path / "after.jsonl").lines[1] == (
        "Ana was erased where the file comes from, so nothing of theirs was added. To erase them here too: "
        "simulator records erase ana"
    )


def test_an_import_tells_of_what_it_reads_as_often_as_it_reads_it(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundles, "OFTEN", 1)
    place, heard = tmp_path / "out.jsonl", list[int]()
    export_to(office.desk(), None, place)
    import_from(elsewhere(office, MemoryRecords()), place, heard.append)
    assert sum(heard) == bundles.READINGS * place.stat().st_size
    assert max(heard) < place.stat().st_size
