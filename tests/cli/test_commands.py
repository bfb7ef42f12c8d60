"""Each command with its options: data on standard output, talk on standard error."""

import csv
import io
import json
import re
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from cli.shell import WHOLE_WARM_UP, Shell

from simulator.cli import typed
from simulator.cli.arguments import parser

ASSESSMENT = "usage-fell-by-half"


def played(shell: Shell, *more: str) -> None:
    done = shell("play", "warm-up", "--seed", "7", *more, typed=WHOLE_WARM_UP)
    assert done.code == 0


def test_play_goes_from_the_briefing_to_the_debrief(shell: Shell) -> None:
    done = shell("play", "warm-up", typed=WHOLE_WARM_UP)
    assert done.code == 0
    assert done.out.startswith("Conversation: The neighbour's coffee machine.\n")
    assert "The conversation has ended: " in done.out
    assert done.err == ""


def options(shell: Shell, rep: str, seed: int) -> list[str]:
    out = shell("play", "warm-up", "--as", rep, "--seed", str(seed), typed="\n").out
    return [line for line in out.splitlines() if re.match(r"\d\. ", line)]


def test_the_same_seed_shows_the_choices_in_the_same_order(shell: Shell) -> None:
    assert options(shell, "bo", 1) == options(shell, "chidi", 1)
    assert len({tuple(options(shell, f"rep-{seed}", seed)) for seed in range(6)}) > 1


def test_without_a_command_and_a_terminal_one_sits_down_in_plain_lines(shell: Shell) -> None:
    done = shell(typed="q\n")
    assert done.code == 0
    assert done.out.startswith("ana: Not enough evidence.\n")
    assert done.out.endswith("Everything is saved. Until next time.\n")


def test_progress_says_where_one_stands(shell: Shell) -> None:
    done = shell("progress", "--as", "A Passer-by")
    assert done.out.startswith("A Passer-by: Not enough evidence.\n")
    assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize("command", ["progress", "attempts"])
def test_looking_adds_nobody(command: str, shell: Shell) -> None:
    assert shell(command, "--as", "A Passer-by").code == 0
    assert json.loads(shell("team", "--format", "json").out)["reps"] == []


def test_attempts_lists_what_is_recorded(shell: Shell) -> None:
    played(shell)
    done = shell("attempts")
    assert done.out.count("\n") == 1
    assert "  practice  The neighbour's coffee machine: " in done.out
    assert done.out.endswith(", 3 choices\n")


def test_attempts_as_json_hold_every_move(shell: Shell) -> None:
    played(shell)
    told = json.loads(shell("attempts", "--json").out)
    assert (told["format"], told["rep"]["handle"], told["attempts"][0]["seed"]) == (1, "ana", 7)
    moves = told["attempts"][0]["moves"]
    assert [(move["number"], move["move"]["kind"]) for move in moves] == [(1, "chose"), (2, "chose"), (3, "chose")]
    assert moves[0]["move"]["turn"] == "at-the-door"


def test_json_gives_odd_names_back_unchanged_and_drives_no_terminal(shell: Shell) -> None:
    name = "A\u202ena\u200b 李"
    done = shell("attempts", "--json", "--as", name)
    assert done.out.isascii()
    assert json.loads(done.out)["rep"]["name"] == name


@pytest.mark.parametrize(
    ("form", "begins"), [("html", "<!doctype html>"), ("md", "# "), ("text", "ana: "), ("json", "{"), ("csv", "")]
)
def test_a_report_comes_in_every_format_on_standard_output_and_in_a_file(
    form: str, begins: str, shell: Shell, tmp_path: Path
) -> None:
    played(shell)
    printed = shell("report", "ana", "--format", form)
    ending = {"text": "txt"}.get(form, form)
    written = shell("report", "ana", "-o", f"out.{ending}")
    assert (printed.code, written.code) == (0, 0)
    assert printed.out.lower().startswith(begins.lower())
    assert (printed.err, written.out, written.err) == ("", "", f"Written to out.{ending}.\n")
    assert (tmp_path / f"out.{ending}").stat().st_size > 100


@pytest.mark.parametrize(
    ("words", "mode"),
    [
        (("report", "ana", "-o", "out.txt"), 0o600),
        (("team", "-o", "out.txt"), 0o600),
        (("team", "--brief", "-o", "out.txt"), 0o600),
        (("graph", "warm-up", "-o", "out.txt"), 0o644),
    ],
)
def test_what_names_people_is_for_its_owner_alone_and_nothing_is_replaced_without_force(
    words: tuple[str, ...], mode: int, shell: Shell, tmp_path: Path
) -> None:
    played(shell)
    place = tmp_path / "out.txt"
    assert shell(*words).code == 0
    assert stat.S_IMODE(place.stat().st_mode) == mode
    place.write_text("mine")
    done = shell(*words)
    assert (done.code, done.out) == (2, "")
    assert done.err == "out.txt is there already: add --force to replace it, or name another file with -o.\n"
    assert place.read_text() == "mine"
    assert shell(*words, "--force").err == "Written to out.txt.\n"
    assert len(place.read_text()) > 100


def test_a_link_stays_and_what_it_leads_to_is_written(shell: Shell, tmp_path: Path) -> None:
    played(shell)
    (tmp_path / "out.txt").symlink_to(tmp_path / "kept.txt")
    assert shell("report", "ana", "-o", "out.txt").code == 0
    assert (tmp_path / "out.txt").is_symlink()
    assert (tmp_path / "kept.txt").stat().st_size > 100


def test_a_title_as_reports_say_it_opens_its_conversation(shell: Shell) -> None:
    done = shell("play", "The neighbour's coffee machine", typed=WHOLE_WARM_UP)
    assert done.code == 0
    assert "warm-up" in shell("attempts", "--json").out


def test_a_file_whose_ending_says_no_format_is_not_written(shell: Shell, tmp_path: Path) -> None:
    played(shell)
    done = shell("team", "-o", "board.pdf")
    assert (done.code, done.out) == (2, "")
    assert done.err == '"board.pdf" does not say a format: end it in .html, .md, .txt, .json or .csv.\n'
    assert not (tmp_path / "board.pdf").exists()


def test_the_team_has_everyone_in_it(shell: Shell) -> None:
    played(shell)
    shell("play", ASSESSMENT, "--as", "Bo", typed="\n1\n")
    assert [rep["id"] for rep in json.loads(shell("team", "--format", "json").out)["reps"]] == ["ana", "bo"]
    rows = list(csv.reader(io.StringIO(shell("team", "--format", "csv").out)))
    assert len(rows) == 3
    assert shell("team").out.startswith("Team readiness\n")


def test_sound_records_are_said_to_be_as_they_were_recorded(shell: Shell) -> None:
    played(shell)
    done = shell("records", "verify")
    first, head = done.out.splitlines()
    assert (done.code, first) == (0, "Every attempt is as it was recorded.")
    assert re.fullmatch("ana: head [0-9a-f]{64}", head)


def test_a_changed_record_is_named_with_its_attempt_and_move(shell: Shell) -> None:
    played(shell)
    with closing(sqlite3.connect(shell.folder / "records.db")) as file:
        for (trigger,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            file.execute(f"DROP TRIGGER {trigger}")
        file.execute("UPDATE moves SET at = '2020-01-01T00:00:00.000000+00:00' WHERE number = 2")
        file.commit()
    done = shell("records", "verify")
    assert done.code == 1
    assert re.match(r"ana, attempt \w+, move 2: ", done.out)


@pytest.mark.parametrize(
    ("words", "variable", "kept", "plain"),
    [
        ((), None, False, False),
        ((), None, True, True),
        (("--app",), None, True, False),
        (("--plain",), "0", False, True),
        ((), "0", True, False),
        ((), "1", False, True),
        (("--app",), "1", False, False),
    ],
)
def test_what_is_typed_comes_before_the_variable_and_that_before_what_is_kept(
    words: tuple[str, ...],
    variable: str | None,
    kept: bool,  # noqa: FBT001 - a table
    plain: bool,  # noqa: FBT001 - a table
    shell: Shell,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (shell.folder / "settings.json").write_text(json.dumps({"plain": kept}))
    if variable is not None:
        monkeypatch.setenv("SIMULATOR_PLAIN", variable)
    monkeypatch.setattr(typed, "can_draw", lambda: True)
    assert typed.wants_lines(parser().parse_args(words)) is plain


def test_lint_finds_no_error_in_what_ships(shell: Shell) -> None:
    assert shell("lint").code == 0


@pytest.mark.parametrize("kind", ["scenario", "rubric", "readiness", "walk"])
def test_a_schema_is_printed_for_each_kind_of_file(kind: str, shell: Shell) -> None:
    assert json.loads(shell("schema", kind).out)["$schema"].startswith("https://json-schema.org/")


def test_all_paths_of_a_conversation_are_summed_up(shell: Shell) -> None:
    out = shell("paths", "warm-up").out
    for line in ("Paths: 27", "Choices on a path: 3 at least, 3 at most", "   66.7%  coffee-at-four"):
        assert line in out.splitlines()
    told = json.loads(shell("paths", "warm-up", "--json").out)
    assert told["paths"] == 27
    # One moment of each skill, with one good answer of three and one harmful or missed one beside it.
    assert [skill["moments"] for skill in told["skills"]] == [{"1": 1.0}] * 3
    assert all(sum(skill["levels"].values()) == pytest.approx(1) for skill in told["skills"])


def test_the_chances_of_any_blind_way_of_choosing_can_be_asked_for(shell: Shell) -> None:
    out = shell("paths", "usage-fell-by-half", "--chooser", "longest").out
    assert "Endings, for somebody who says the longest line" in out
    told = json.loads(shell("paths", "usage-fell-by-half", "--chooser", "longest", "--json").out)
    for skill in told["skills"]:
        assert skill["share"] == told["bots"]["longest"][skill["skill"]]
        assert sum(skill["handled"].values()) == pytest.approx(1)
    refused = shell("paths", "warm-up", "--chooser", "polite")
    assert (refused.code, 'did you mean "politest"?' in refused.err) == (2, True)


def test_a_walk_shows_each_turn_and_where_it_leads(shell: Shell) -> None:
    done = shell("walk", "warm-up", "what-will-you-pour", "in-that-order", "eco-standby")
    assert done.code == 0
    assert "Ended: stalled." in done.out
    told = json.loads(shell("walk", "warm-up", "what-will-you-pour", "--json").out)
    assert (told["place"], told["facts"], told["feelings"]) == ("blue-light", ["knows_sister"], {"trust": 3})
    assert set(told["offered"]) == {"in-that-order", "receipt", "what-else-changed"}


def test_the_demo_shows_the_board_a_report_and_a_debrief_and_keeps_nothing(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    done = shell("demo", "--plain")
    assert done.code == 0
    assert done.out.startswith("These are example people; nothing here is kept.\n")
    assert "The report of Ana (example):" in done.out
    assert "A critical error waits for review: Dora (example)" in done.out
    assert "The conversation has ended: " in done.out
    pages = [Path(line.removeprefix("Example report: ")) for line in done.out.splitlines() if "Example report" in line]
    assert len(pages) == 5
    assert all("example" in page.read_text() for page in pages)
    assert not (tmp_path / "records.db").exists()
