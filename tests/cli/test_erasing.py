"""`simulator records erase`: asked first, and nothing of the person is left."""

from datetime import timedelta
from pathlib import Path

import pytest
from cli.front import Front

from simulator.records.open import open_records
from simulator.usecases.settings import Settings, load_settings, save_settings


@pytest.fixture
def peopled(office: Front, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Front:
    """Ana was assessed, reviewed and decided upon; the settings are hers."""
    monkeypatch.setenv("SIMULATOR_RECORDS", office.place)
    office.takes("Ana Quillfeather", 1, "better worse better")
    office("review", "ana-quillfeather", "1", "--by", "Kim", "--reason", "Ana Quillfeather promised.")
    office("decide", "ana-quillfeather", "not-yet", "--by", "Kim", "--role", "trainer", "--reason", "Not her day.")
    save_settings(tmp_path / "settings.json", Settings(rep="ana-quillfeather", goal="stay calm", theme="light"))
    return office


def test_without_a_yes_nothing_is_erased(peopled: Front) -> None:
    done = peopled("records", "erase", "Ana Quillfeather")
    assert done.code == 0
    assert "It cannot be taken back. Files that were exported, sent or received before still hold them." in done.out
    assert done.out.splitlines()[-1] == "To do it: simulator records erase ana-quillfeather --yes"
    assert len(open_records(peopled.place).reps()) == 1


def test_afterwards_nobody_knows_them_and_the_statistics_stay(peopled: Front, tmp_path: Path) -> None:
    before = peopled("items", "--records", peopled.place, "--json").out
    Path(f"{peopled.place}.before-migrating-0001").write_bytes(b"an old copy")
    done = peopled("records", "erase", "ana-quillfeather", "--yes")
    assert done.out.startswith("Ana Quillfeather is erased, and every chain of records still holds.\n")
    assert f"  {peopled.place}.before-migrating-0001" in done.out
    assert done.out.splitlines()[-1].startswith("Files that `simulator records export` wrote, and reports that were")
    records = open_records(peopled.place)
    assert records.reps() == ()
    assert len(records.attempts()) == 1
    assert records.verify() == ()
    assert peopled("items", "--records", peopled.place, "--json").out == before
    assert load_settings(tmp_path / "settings.json")[0] == Settings(theme="light")
    for word in (b"Quillfeather", b"quillfeather", b"promised", b"Not her day"):
        assert word not in Path(peopled.place).read_bytes()
    assert "There is nobody called" in peopled("report", "ana-quillfeather", "--records", peopled.place).err


def test_it_must_be_said_whom(peopled: Front) -> None:
    done = peopled("records", "erase")
    assert (done.code, done.err) == (2, "Say who: simulator records erase REP\n")
    assert 'There is nobody called "bob"' in peopled("records", "erase", "bob", "--yes").err


def test_records_are_kept_for_a_time_and_no_longer(office: Front, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIMULATOR_RECORDS", office.place)
    office.takes("Ana", 1)
    office.takes("Bo", 1)
    office.today += timedelta(days=400)
    office.takes("Bo", 2)
    office.rep("Cy")
    listed = office("records", "erase", "--inactive", "365")
    assert listed.out == "Ana (ana)\nTo erase them for good, add --yes; it cannot be taken back.\n"
    assert len(open_records(office.place).reps()) == 3
    assert office("records", "erase", "--inactive", "365", "--yes").out.startswith("Ana is erased")
    assert sorted(rep.name for rep in open_records(office.place).reps()) == ["Bo", "Cy"]
    assert office("records", "erase", "--inactive", "365").out.endswith("nobody to erase.\n")
    assert open_records(office.place).verify() == ()
    assert office("records", "erase", "--inactive", "0").code == 2
    assert office("records", "erase", "ana", "--inactive", "9").code == 2
