"""A library of files: a broken one never hides the good ones, and nothing outside the folder is read."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from authoring.sample import SOUND

from simulator.authoring.library import (
    BrokenLibrary,
    BrokenScenario,
    UnknownScenario,
    default_root,
    open_library,
)
from simulator.domain.ids import ScenarioId

SAMPLE = ScenarioId("sample")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A library with the shipped rubrics and one small scenario."""
    shutil.copytree(default_root() / "rubrics", tmp_path / "rubrics")
    put(tmp_path, "sample", SOUND)
    return tmp_path


def put(root: Path, name: str, text: str) -> Path:
    file = root / "scenarios" / name / "scenario.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def found(root: Path) -> list[str]:
    return [str(problem).replace(f"{root}/", "") for problem in open_library(root, None).check()]


def test_the_shipped_library_has_no_problems() -> None:
    assert found(default_root()) == []


def test_a_broken_scenario_never_hides_the_good_ones(root: Path) -> None:
    put(root, "broken", "title: [")
    library = open_library(root, None)
    assert [summary.id for summary in library.summaries()] == [SAMPLE]
    assert [broken.id for broken in library.broken()] == ["broken"]
    with pytest.raises(BrokenScenario, match="broken"):
        library.scenario(ScenarioId("broken"))


def test_an_unknown_scenario_is_told_the_nearest(root: Path) -> None:
    with pytest.raises(UnknownScenario, match='did you mean "sample"'):
        open_library(root, None).scenario(ScenarioId("simple"))


@pytest.mark.parametrize("name", ["../sample", "/etc", "a/b", "", ".", "..", "sample\0", "SAMPLE", "x" * 65])
def test_an_id_stays_in_its_folder(root: Path, name: str) -> None:
    with pytest.raises(UnknownScenario):
        open_library(root / ".." / root.name, None).scenario(ScenarioId(name))


def test_a_link_out_of_the_library_is_not_followed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    put(outside, "secret", SOUND.replace("id: sample", "id: secret"))
    (root / "scenarios" / "secret").symlink_to(outside / "scenarios" / "secret")
    assert open_library(root, None).ids == (SAMPLE,)


def test_a_folder_without_scenarios_is_no_library(tmp_path: Path) -> None:
    with pytest.raises(BrokenLibrary, match="needs the folders scenarios and rubrics"):
        open_library(tmp_path, None)


@pytest.mark.parametrize("text", [None, "cut: 75", "cut: ["])
def test_a_missing_or_broken_bar_is_said_with_its_file(root: Path, text: str | None) -> None:
    bar = root / "rubrics" / "readiness.yaml"
    bar.unlink() if text is None else bar.write_text(text, encoding="utf-8")
    with pytest.raises(BrokenLibrary, match=r"readiness\.yaml:[12]:\d"):
        open_library(root, None).bar()
    assert any("readiness.yaml" in line for line in found(root))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("id: sample", "id: other", '2:5: SIM201 the id is "other", but the folder is "sample" — make them the same'),
        (
            "skills: [empathy]",
            "skills: [empathy, empaty]",
            '8:19: SIM203 no rubric defines "empaty" — did you mean "empathy"?',
        ),
        (
            "empathy.names-stake: 1",
            "empathy.names-stak: 1",
            '36:17: SIM204 "empathy" has no indicator called "names-stak" — did you mean "names-stake"?',
        ),
        (
            "why: Names it.",
            "why: Names it.\n        critical: insul",
            '30:19: SIM205 no critical error is called "insul" — did you mean "insult"?',
        ),
    ],
)
def test_what_does_not_fit_the_rest_of_the_library_is_said(root: Path, old: str, new: str, expected: str) -> None:
    put(root, "sample", SOUND.replace(old, new, 1))
    assert found(root) == [f"scenarios/sample/scenario.yaml:{expected}"]


def test_a_rubric_is_named_like_its_file(root: Path) -> None:
    (root / "rubrics" / "empathy.yaml").rename(root / "rubrics" / "warmth.yaml")
    assert any('SIM201 the id is "empathy", but the file is "warmth"' in line for line in found(root))


def test_what_was_read_once_needs_neither_yaml_nor_pydantic(root: Path, tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from simulator.authoring.library import open_library\n"
        "library = open_library(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "assert [summary.title for summary in library.summaries()] == ['A sample'], library.broken()\n"
        "library.rubrics(), library.bar()\n"
        "print(sorted({'yaml', 'pydantic'} & set(sys.modules)))\n"
    )
    command = [sys.executable, "-c", script, str(root), str(tmp_path / "cache")]
    ran = [subprocess.run(command, capture_output=True, text=True, check=True) for _ in range(2)]
    assert [run.stdout.strip() for run in ran] == ["['pydantic', 'yaml']", "[]"]


def test_a_changed_file_is_read_anew(root: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    open_library(root, cache).summaries()
    put(root, "sample", SOUND.replace("A sample", "Another"))
    assert [summary.title for summary in open_library(root, cache).summaries()] == ["Another"]


@pytest.mark.parametrize(
    "spoiled", [b"", b"[", b"null", b"[]", b'{"id": 3}', b"\xff", b'{"format": 1}', b"[" * 100_000]
)
def test_a_spoiled_index_costs_only_time(root: Path, tmp_path: Path, spoiled: bytes) -> None:
    cache = tmp_path / "cache"
    open_library(root, cache).summaries()
    for file in cache.rglob("*.json"):
        file.write_bytes(spoiled)
    library = open_library(root, cache)
    assert [summary.title for summary in library.summaries()] == ["A sample"]
    assert library.bar().cut == 75


def test_an_index_that_cannot_be_written_costs_only_time(root: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be", encoding="utf-8")
    assert open_library(root, tmp_path / "cache").summaries()
