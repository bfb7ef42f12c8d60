"""`simulator lint`: every mistake at its place, in words for people, for programs and for GitHub."""

import json
import shutil
from pathlib import Path

import pytest
from cli.shell import Shell

ROOT = Path(__file__).parents[2]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with one conversation, in which one arrow leads nowhere."""
    here = tmp_path / "library"
    shutil.copytree(ROOT / "rubrics", here / "rubrics")
    shutil.copytree(ROOT / "scenarios" / "warm-up", here / "scenarios" / "warm-up")
    scenario = here / "scenarios" / "warm-up" / "scenario.yaml"
    scenario.write_text(scenario.read_text().replace("to: tea-for-now", "to: tea-for-know"))
    return here


def test_a_mistake_is_an_error_with_its_place_and_the_nearest_name(shell: Shell, library: Path) -> None:
    done = shell("lint", "--library", "library")
    assert done.code == 1
    first = done.out.splitlines()[0]
    assert first.startswith("library/scenarios/warm-up/scenario.yaml:")
    assert '"tea-for-know"' in first
    assert 'did you mean "tea-for-now"?' in first
    assert done.out.splitlines()[-1].startswith(("1 error", "2 errors"))


def test_for_programs_there_is_json_and_the_sum_is_talk(shell: Shell, library: Path) -> None:
    done = shell("lint", "--library", "library", "--format", "json")
    assert done.code == 1
    problem = json.loads(done.out)["problems"][0]
    assert problem["file"] == "library/scenarios/warm-up/scenario.yaml"
    assert problem["line"] > 100
    assert problem["code"].startswith("SIM")
    assert done.err.startswith(("1 error", "2 errors"))


def test_for_github_each_problem_is_an_annotation(shell: Shell, library: Path) -> None:
    done = shell("lint", "--library", "library", "--format", "github")
    assert done.code == 1
    assert done.out.startswith("::error file=library/scenarios/warm-up/scenario.yaml,line=")


def test_one_file_can_be_checked_alone(shell: Shell, library: Path) -> None:
    assert shell("lint", "--library", "library", "library/scenarios/warm-up/scenario.yaml").code == 1
    assert shell("lint", "--library", "library", "library/rubrics/empathy.yaml").code == 0


def test_hostile_text_in_a_file_is_no_command_to_github_or_to_the_terminal(shell: Shell, library: Path) -> None:
    scenario = library / "scenarios" / "warm-up" / "scenario.yaml"
    scenario.write_text(scenario.read_text().replace("to: tea-for-know", 'to: "a\\n::error::owned\\e[2J%0A\\u202e"'))
    for form in ("text", "json", "github"):
        done = shell("lint", "--library", "library", "--format", form)
        assert done.code == 1
        assert "\x1b" not in done.out + done.err
        assert "\u202e" not in done.out + done.err
        assert not any(line.startswith("::error::") for line in done.out.splitlines())
