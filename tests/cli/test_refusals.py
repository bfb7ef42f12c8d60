"""What cannot be done is said with what, where and what next: 2 where the person can mend it, 3 where it is ours."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from cli.shell import PROGRAM, WHOLE_WARM_UP, Shell, apart

from simulator.authoring.library import default_root


def refused(shell: Shell, *words: str) -> str:
    done = shell(*words)
    assert (done.code, done.out) == (2, "")
    assert "Traceback" not in done.err
    return done.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("play warm-upp", f'There is no scenario called "warm-upp" in {default_root()}: did you mean "warm-up"?'),
        ("play ../../etc/passwd", '"../../etc/passwd" in '),
        ("play ../../etc/passwd", ": there are: champion-has-left, "),
        ("walk late-deliver", 'did you mean "late-delivery"?'),
        ("walk warm-up recepit", '"recepit" is not on offer at "at-the-door": on offer there: try-the-filter, '),
        ("schema scenaro", 'There is no kind of file called "scenaro": did you mean "scenario"?'),
        ("report ana", 'There is nobody called "ana" in these records: nobody has practised here yet'),
        ("lint nowhere.yaml", 'There is no file, folder or scenario called "nowhere.yaml".'),
        ("play warm-up --assess", '"warm-up" is a practice conversation: leave out --assess to practise it.'),
        ("--library nowhere team", "nowhere is not a library: it needs the folders scenarios and rubrics."),
        ("--records ftp://x team", "'ftp://x' is no place for records; name a file, "),
        ("--as ... attempts", "A name is needed, with at least one letter or digit"),
    ],
)
def test_what_does_not_exist_is_named_with_what_does(words: str, said: str, shell: Shell) -> None:
    assert said in refused(shell, *words.split())


def test_where_a_scenario_was_looked_for_is_said_and_how_to_name_another_library(shell: Shell) -> None:
    shell("new", "moved-again", "--library", "mine")
    elsewhere = "Another library is named with --library DIR."
    assert elsewhere in refused(shell, "graph", "moved-again")
    there = refused(shell, "graph", "moved-agian", "--library", "mine")
    assert there == 'There is no scenario called "moved-agian" in mine: did you mean "moved-again"?\n'


def test_a_rep_nobody_knows_gets_the_nearest_name(shell: Shell) -> None:
    shell("play", "warm-up", typed=WHOLE_WARM_UP)
    assert 'There is nobody called "anna" in these records: did you mean "ana"?' in refused(shell, "report", "anna")


def test_what_is_named_in_a_refusal_drives_no_terminal(shell: Shell) -> None:
    for words in (["play", "\x1b[2J"], ["report", "\x1b[2J"], ["walk", "warm-up", "\x1b[2J"], ["lint", "\x1b[2J"]):
        assert "<U+001B>[2J" in refused(shell, *words)
    assert "\x1b" not in refused(shell, "--library", "\x1b[2J", "team")


def test_a_library_that_is_a_file_is_none(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "library").write_text("")
    assert "library is not a library" in refused(shell, "--library", "library", "team")


def test_a_library_without_a_bar_says_so(shell: Shell, tmp_path: Path) -> None:
    for folder in ("scenarios", "rubrics"):
        (tmp_path / "library" / folder).mkdir(parents=True)
    assert "the bar cannot be read" in refused(shell, "--library", "library", "team")


def test_a_scenario_with_mistakes_is_not_played_and_its_mistakes_are_listed(shell: Shell, tmp_path: Path) -> None:
    scenario = tmp_path / "library" / "scenarios" / "odd" / "scenario.yaml"
    scenario.parent.mkdir(parents=True)
    (tmp_path / "library" / "rubrics").mkdir()
    scenario.write_text("format: 1\nid: odd\ntitel: Odd\n")
    said = refused(shell, "--library", "library", "play", "odd")
    assert said.startswith("This scenario cannot be opened because of mistakes in its file:\n")
    assert "library/scenarios/odd/scenario.yaml:3:1: " in said


def not_a_database(place: Path) -> None:
    place.write_text("no database, and longer than its header would be " * 20)


def a_folder(place: Path) -> None:
    place.mkdir()


def other_tables(place: Path) -> None:
    with sqlite3.connect(place) as connection:
        connection.execute("CREATE TABLE shopping (item TEXT)")
    connection.close()


def torn(place: Path) -> None:
    with sqlite3.connect(place) as connection:
        connection.execute("CREATE TABLE reps (id TEXT)")
    connection.close()
    place.write_bytes(place.read_bytes()[:100] + b"\xff" * 4000)


@pytest.mark.parametrize("spoil", [not_a_database, a_folder, other_tables, torn])
@pytest.mark.parametrize("words", ["team", "attempts", "progress", "report ana"])
def test_records_that_are_none_are_named_and_left_as_they_are(
    spoil: Callable[[Path], None], words: str, shell: Shell
) -> None:
    place = shell.folder / "records.db"
    spoil(place)
    before = place.read_bytes() if place.is_file() else None
    assert str(place) in refused(shell, *words.split())
    assert (place.read_bytes() if place.is_file() else None) == before


@pytest.mark.parametrize("typed", ["\n1\n", "\n"])
def test_records_that_cannot_be_written_are_named_where_one_plays(typed: str, shell: Shell) -> None:
    not_a_database(shell.folder / "records.db")
    done = shell("play", "warm-up", typed=typed)
    assert done.code == 2
    assert str(shell.folder / "records.db") in done.err
    assert "You: " not in done.out


def test_a_file_that_cannot_be_written_is_named(shell: Shell) -> None:
    said = refused(shell, "team", "-o", str(shell.folder / "nowhere" / "team.html"))
    assert said.endswith("nowhere/team.html cannot be written: no such file or directory. Name another file.\n")


def wrong(*_: object) -> object:
    raise ZeroDivisionError("no such \x1b[2J division")


def test_our_mistake_is_said_as_ours_and_kept_in_a_report_to_send(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("simulator.usecases.report.team", wrong)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "reports"))
    (tmp_path / "reports").mkdir()
    done = shell("team")
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith("Something went wrong, and it is our mistake. What you did is saved. A report is in ")
    assert "Traceback" not in done.err
    (report,) = (tmp_path / "reports").iterdir()
    assert str(report) in done.err
    assert "ZeroDivisionError: no such <U+001B>[2J division" in report.read_text()
    assert report.stat().st_mode & 0o777 == 0o600


def test_our_mistake_is_still_said_where_no_report_can_be_kept(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("simulator.usecases.report.team", wrong)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    done = shell("team")
    assert done.code == 3
    assert done.err.endswith("No report could be written.\n")


@pytest.mark.parametrize("command", ["team", "--help", "schema scenario", "attempts --json"])
def test_a_reader_that_goes_away_is_no_mistake(command: str, shell: Shell) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*PROGRAM, *command.split()],
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        env=apart(shell.folder, {}),
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


def test_an_output_that_is_full_is_said_without_a_traceback(shell: Shell) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*PROGRAM, "team"], stdout=full, stderr=subprocess.PIPE, text=True, check=False, env=apart(shell.folder, {})
        )
    assert done.returncode == 2
    assert done.stderr == "What was to be printed could not be written: no space left on device. Try another place.\n"


AS_NOBODY = """
import contextlib, io, os, sys
from simulator.cli import main
place, scratch, *words = sys.argv[1:]
# Once on other records, because nobody may load what lies in somebody's home.
os.environ["SIMULATOR_RECORDS"] = scratch
typed, sys.stdin = sys.stdin, io.StringIO("\\n1\\n")
with contextlib.redirect_stdout(io.StringIO()):
    main(words)
sys.stdin = typed
os.environ["SIMULATOR_RECORDS"] = place
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
sys.exit(main(words))
"""
"""Root may write anywhere, so where root runs the tests somebody else has to try."""


def test_read_only_records_can_be_read_and_are_named_where_one_plays(shell: Shell) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        place = folder / "records.db"
        shell.patch.setenv("SIMULATOR_CACHE", str(folder / "cache"))
        assert shell("play", "warm-up", "--records", str(place), typed="\n1\n").code == 0
        (folder / "cache").chmod(0o755)
        for kept in (folder / "cache").rglob("*"):
            kept.chmod(0o755)
        place.chmod(0o444)
        folder.chmod(0o555)

        def done(*words: str) -> subprocess.CompletedProcess[str]:
            return subprocess.run(
                [sys.executable, "-c", AS_NOBODY, str(place), str(shell.folder / "scratch.db"), *words],
                input="\n1\n",
                capture_output=True,
                text=True,
                check=False,
                env=apart(folder, {}),
            )

        read, played = done("attempts"), done("play", "warm-up", "--as", "bo")
        folder.chmod(0o755)
    assert (read.returncode, read.stdout.count("in progress, 1 choice")) == (0, 1)
    assert played.returncode == 2
    assert f"the records file {place} could not be used" in played.stderr
    assert "read-only" in played.stderr
    assert "You: " not in played.stdout
