"""`simulator validate`: the same seed gives the same numbers, however many processes work on it."""

import json
import shutil
from pathlib import Path

import pytest

from simulator.authoring.library import open_library
from simulator.records.memory import MemoryRecords
from simulator.usecases.desk import Desk
from simulator.usecases.error_rates import FILE, known, save
from simulator.usecases.refusal import Refused
from simulator.usecases.validating import validate

ROOT = Path(__file__).parents[2]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A library with two assessments that can be written to."""
    shutil.copytree(ROOT / "rubrics", tmp_path / "rubrics", ignore=shutil.ignore_patterns(FILE))
    for name in ("warm-up", "usage-fell-by-half", "launch-in-nine-days"):
        shutil.copytree(ROOT / "scenarios" / name, tmp_path / "scenarios" / name)
    return Desk(library=open_library(tmp_path, None), open_records=MemoryRecords)


def test_processes_share_the_work_and_change_no_number(desk: Desk) -> None:
    told: list[tuple[int, int]] = []
    alone = validate(desk, reps=30, seed=7, processes=1, progress=lambda done, of: told.append((done, of)))
    assert validate(desk, reps=30, seed=7, processes=2) == alone
    assert validate(desk, reps=30, seed=8, processes=1) != alone
    assert told[-1] == (30, 30)
    assert alone.assessments == 2
    # Reps of the first kind also take them in a fixed order: as many as there are of it.
    assert alone.fixed_order.ready.of == 2


def test_two_assessments_are_too_few_for_anybody_to_be_ready(desk: Desk) -> None:
    found = validate(desk, reps=70, processes=1)
    assert all(kind.rates.ready.count == 0 for kind in found.kinds)
    assert {kind.name for kind in found.kinds if kind.truly_ready} >= {"90 % in every skill", "at the bar"}


def test_what_cannot_be_simulated_is_refused(desk: Desk) -> None:
    with pytest.raises(Refused, match='did you mean "uneven"'):
        validate(desk, world="unevn")
    with pytest.raises(Refused, match="from 1 to"):
        validate(desk, reps=0)
    for name in ("usage-fell-by-half", "launch-in-nine-days"):
        shutil.rmtree(desk.library.root / "scenarios" / name)
    with pytest.raises(Refused, match="no assessment"):
        validate(Desk(library=open_library(desk.library.root, None), open_records=MemoryRecords))


def test_kept_rates_are_told_until_the_bar_or_an_assessment_changes(desk: Desk) -> None:
    root = desk.library.root
    assert known(open_library(root, None)) is None
    save(desk, validate(desk, reps=15, processes=1))
    kept = known(open_library(root, None))
    assert kept is not None
    assert (kept.reps, kept.assessments) == (15, 2)
    for file in (root / "rubrics" / "readiness.yaml", root / "scenarios" / "usage-fell-by-half" / "scenario.yaml"):
        before = file.read_text()
        file.write_text(before + "\n")
        assert known(open_library(root, None)) is None
        file.write_text(before)
    assert known(open_library(root, None)) == kept


@pytest.mark.parametrize("file", ["rubrics/readiness.yaml", "scenarios/usage-fell-by-half/scenario.yaml"])
def test_rates_of_what_was_changed_meanwhile_are_not_kept(file: str, desk: Desk) -> None:
    found = validate(desk, reps=15, processes=1)
    place = desk.library.root / file
    place.write_text(place.read_text() + "\n")
    with pytest.raises(Refused, match="has changed since"):
        save(desk, found)
    assert not (desk.library.root / "rubrics" / FILE).exists()


@pytest.mark.parametrize("written", ["abc", None, [1], 7])
def test_rates_that_are_no_shares_are_no_rates(written: object, desk: Desk) -> None:
    file = save(desk, validate(desk, reps=15, processes=1))
    kept = json.loads(file.read_text())
    kept["kinds"][3]["ready"] = written
    file.write_text(json.dumps(kept))
    assert known(desk.library) is None


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 1, "of": 3}', "\x00"])
def test_a_broken_file_of_rates_is_no_rates(text: str, desk: Desk) -> None:
    (desk.library.root / "rubrics" / FILE).write_text(text)
    assert known(desk.library) is None
