"""`simulator preview` where nobody can draw: what lint says, once."""

from pathlib import Path

from cli.shell import Shell
from usecases.workshop import FILE, changed, library_in, write


def test_without_a_terminal_it_looks_once(shell: Shell, tmp_path: Path) -> None:
    library_in(tmp_path / "library")
    done = shell("preview", "line", "--library", str(tmp_path / "library"))
    assert done.code == 0
    assert done.out.splitlines()[-1].endswith((" in 2 files.", " notes."))
    assert done.err == ""


def test_an_error_is_told_and_ends_with_1(shell: Shell, tmp_path: Path) -> None:
    library_in(tmp_path / "library")
    write(tmp_path / "library", FILE, changed("to: sorting", "to: sortign"))
    done = shell("preview", "line", "--plain", "--library", str(tmp_path / "library"))
    assert done.code == 1
    assert 'no turn or ending is called "sortign"' in done.out


def test_without_a_scenario_the_whole_library_is_looked_at(shell: Shell, tmp_path: Path) -> None:
    library_in(tmp_path / "library", other="Another line")
    assert (
        shell("preview", "--library", str(tmp_path / "library"))
        .out.splitlines()[-1]
        .endswith((" in 5 files.", " notes."))
    )


def test_a_scenario_that_is_not_there_is_answered_with_one_that_is(shell: Shell, tmp_path: Path) -> None:
    library_in(tmp_path / "library")
    done = shell("preview", "lien", "--library", str(tmp_path / "library"))
    assert done.code == 2
    assert f'There is no scenario called "lien" in {tmp_path / "library"}: did you mean "line"?' in done.err


def test_it_records_nothing(shell: Shell, tmp_path: Path) -> None:
    library_in(tmp_path / "library")
    shell("preview", "line", "--library", str(tmp_path / "library"))
    assert not (tmp_path / "records.db").exists()
