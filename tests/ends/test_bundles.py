"""Bundles written and read before a terminal: asked before something is replaced, and told how far the reading is."""

from pathlib import Path

import pytest
from ends.terminal import program, terminal
from tui import shelf

from simulator.domain.ids import ScenarioId
from simulator.records.open import open_records
from simulator.usecases.people import join
from simulator.usecases.talk import begin, choose


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A folder in which Ana's talks are recorded."""
    desk = shelf.desk(records=open_records(str(tmp_path / "records.db")))
    talk = begin(desk, join(desk, "Ana"), ScenarioId("late"))
    while not talk.ended:
        talk = choose(desk, talk, f"{talk.trail.position.state.place}-better")
    return tmp_path


def exported(folder: Path, *more: str, answer: str) -> str:
    with terminal(folder, "exec " + program("records", "export", "-o", "out.jsonl", *more)) as at:
        if answer:
            at.wait_for("out.jsonl is there already. Replace it? y or n")
            at.press(answer)
        said = at.read_to_end()
        assert at.child.exitstatus == 0
    return said


def test_a_file_that_is_there_is_replaced_only_with_a_yes_or_with_force(written: Path) -> None:
    place = written / "out.jsonl"
    assert "Written to out.jsonl: 1 person and 1 attempt" in exported(written, answer="")
    place.write_text("mine")
    for no in ("n\n", "q\n", "\x04"):
        assert "Nothing was written." in exported(written, answer=no)
        assert place.read_text() == "mine"
    exported(written, answer="y\n")
    assert place.read_text().startswith('{"record":"header"')
    place.write_text("mine")
    exported(written, "--force", answer="")
    assert place.read_text().startswith('{"record":"header"')


def test_a_report_too_is_replaced_only_with_a_yes(written: Path) -> None:
    place = written / "out.txt"
    for answer, kept in (("n\n", True), ("y\n", False)):
        place.write_text("mine")
        with terminal(written, "exec " + program("report", "ana", "-o", "out.txt")) as at:
            at.wait_for("out.txt is there already. Replace it? y or n")
            at.press(answer)
            assert ("Nothing was written." in at.read_to_end()) is kept
        assert (place.read_text() == "mine") is kept


def test_an_import_shows_how_far_it_is_and_takes_that_away_before_it_says_what_came_of_it(written: Path) -> None:
    exported(written, answer="")
    size = (written / "out.jsonl").stat().st_size
    (written / "records.db").unlink()
    with terminal(written, "exec " + program("records", "import", "none.jsonl", "out.jsonl", "out.jsonl")) as at:
        said = at.read_to_end()
    bar, cleared, told = said.rpartition("\r" + " " * 75 + "\r")
    assert cleared
    assert f"of {4 * size // 1000:,} kB\r" in bar
    assert told.startswith("out.jsonl, exported on ")
    assert "nothing is new" in told
