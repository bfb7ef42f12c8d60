"""`simulator records export` and `import`: carried in a file, told in words."""

import json
from pathlib import Path

import pytest
from cli.front import Front

from simulator.records.open import open_records


@pytest.fixture
def peopled(office: Front, monkeypatch: pytest.MonkeyPatch) -> Front:
    """Ana was assessed and decided upon, Kim was assessed."""
    monkeypatch.setenv("SIMULATOR_RECORDS", office.place)
    office.takes("Ana Quillfeather", 1, "better worse better")
    office.takes("Kim", 2)
    office("decide", "ana-quillfeather", "not-yet", "--by", "Lee", "--role", "trainer", "--reason", "Not her day.")
    return office


def emptied(office: Front) -> Path:
    """From now on, the office works in a new place; the old one is returned."""
    old = Path(office.place)
    office.place = str(old.with_name("new.db"))
    return old


def test_all_that_is_recorded_goes_to_another_place_and_twice_is_once(peopled: Front, tmp_path: Path) -> None:
    file = str(tmp_path / "team.jsonl")
    done = peopled("records", "export", "-o", file, "--names")
    assert (done.code, done.out, done.err) == (0, "", f"Written to {file}: 2 people and 2 attempts.\n")
    old = emptied(peopled)
    first, again = peopled("records", "import", file), peopled("records", "import", file)
    assert first.out == (
        f"{file}, exported on 2026-03-06 09:12 UTC: "
        "new: 2 people, 2 names, 2 attempts, 6 moves, 1 decision and 2 scenario texts.\n"
    )
    assert again.out == (
        f"{file}, exported on 2026-03-06 09:12 UTC: nothing is new; "
        "known: 2 people, 2 attempts, 6 moves, 1 decision and 2 scenario texts.\n"
    )
    assert (first.code, again.code, first.err, again.err) == (0, 0, "", "")
    assert open_records(peopled.place).attempts() == open_records(str(old)).attempts()


def test_without_o_it_is_printed_line_by_line(peopled: Front) -> None:
    done = peopled("records", "export", "Ana Quillfeather")
    lines = [json.loads(line) for line in done.out.splitlines()]
    assert [line["record"] for line in lines if line["record"] != "move"] == [
        "header", "document", "rep", "attempt", "decision", "end",
    ]  # fmt: skip
    assert lines[2]["name"] == "Ana Quillfeather"
    assert lines[-1]["lines"] == len(lines) - 1
    assert done.err == ""


def test_names_are_left_out_unless_asked_for(peopled: Front, tmp_path: Path) -> None:
    bare = peopled("records", "export").out
    named = peopled("records", "export", "--names").out
    for word in ("Quillfeather", "quillfeather", "Lee", "Not her day"):
        assert word not in bare
        assert word in named
    file = tmp_path / "bare.jsonl"
    assert peopled("records", "export", "-o", str(file)).err.endswith("2 people and 2 attempts, without names.\n")
    emptied(peopled)
    done = peopled("records", "import", str(file))
    assert "2 people came without a name." in done.out
    assert "to see them in reports, export with --names." in done.out


def test_each_file_is_taken_or_refused_by_itself(peopled: Front, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.jsonl", tmp_path / "bad.jsonl"
    peopled("records", "export", "ana-quillfeather", "-o", str(good))
    bad.write_text(good.read_text().replace('"choice":"second-worse"', '"choice":"second-better"'))
    emptied(peopled)
    done = peopled("records", "import", str(bad), str(tmp_path / "none.jsonl"), str(good))
    assert done.code == 1
    refused, missing = done.err.splitlines()
    assert refused.startswith(f"{bad}:6: move 2 of attempt ")
    assert refused.endswith(" was changed after it was recorded. Nothing of this file was added.")
    assert missing == f"{tmp_path / 'none.jsonl'} cannot be read: no such file or directory. Check its name."
    assert done.out.startswith(f"{good}, exported on ")
    assert len(open_records(peopled.place).attempts()) == 1


def test_a_handle_that_is_somebody_elses_here_is_told(peopled: Front, tmp_path: Path) -> None:
    file = str(tmp_path / "ana.jsonl")
    peopled("records", "export", "ana-quillfeather", "-o", file)
    emptied(peopled)
    peopled.takes("Ana Quillfeather", 3)
    done = peopled("records", "import", file)
    assert done.out.splitlines()[1].startswith(
        "Ana Quillfeather: ana-quillfeather is what somebody else is called here, so type ana-quillfeather-2 for them."
    )
    records = open_records(peopled.place)
    second = records.rep_called("ana-quillfeather-2")
    assert second is not None
    assert [attempt.scenario for attempt in records.attempts(second.id)] == ["call-1"]


def test_verify_prints_what_each_persons_records_come_to(peopled: Front, tmp_path: Path) -> None:
    heads = peopled("records", "verify").out.splitlines()
    records = open_records(peopled.place)
    expected = {rep.typed: records.head(rep.id) for rep in records.reps()}
    assert heads[0] == "Every attempt is as it was recorded."
    assert dict(line.split(": head ") for line in heads[1:]) == expected
    file = str(tmp_path / "team.jsonl")
    peopled("records", "export", "--names", "-o", file)
    emptied(peopled)
    peopled("records", "import", file)
    assert peopled("records", "verify").out.splitlines() == heads


def test_what_cannot_be_done_as_typed_is_said(peopled: Front) -> None:
    for words, told in (
        (("export", "ana", "kim"), "Name one person, or nobody for all: simulator records export [REP] [-o FILE]\n"),
        (("import",), "Say which files: simulator records import FILE ...\n"),
        (("export", "bob"), 'There is nobody called "bob" in these records: known: ana-quillfeather, kim\n'),
    ):
        done = peopled("records", *words)
        assert (done.code, done.err, done.out) == (2, told, "")
