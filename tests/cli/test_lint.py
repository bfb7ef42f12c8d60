"""`simulator lint`: every mistake at its place, in words for people, for programs and for GitHub."""

import json
import shutil
from pathlib import Path

import pytest
from cli.shell import Shell

from simulator.domain.problem import Placed, Severity
from simulator.usecases.linting import Linted

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


def test_a_scenario_is_meant_by_its_id_or_title_as_well_as_by_its_folder(shell: Shell, library: Path) -> None:
    by_folder = shell("lint", "--library", "library", "library/scenarios/warm-up")
    assert by_folder.code == 1
    assert shell("lint", "--library", "library", "warm-up") == by_folder
    sound = library / "scenarios" / "warm-up" / "scenario.yaml"
    sound.write_text(sound.read_text().replace("to: tea-for-know", "to: tea-for-now"))
    title = next(line for line in sound.read_text().splitlines() if line.startswith("title: ")).partition(": ")[2]
    by_title = shell("lint", "--library", "library", title)
    assert by_title.code == 0
    assert by_title == shell("lint", "--library", "library", "library/scenarios/warm-up")


def test_an_id_whose_scenario_file_is_misnamed_is_looked_at_as_its_folder(shell: Shell, library: Path) -> None:
    folder = library / "scenarios" / "warm-up"
    (folder / "scenario.yaml").rename(folder / "Scenario.yml")
    done = shell("lint", "--library", "library", "warm-up")
    assert done.code == 1
    assert "library/scenarios/warm-up/scenario.yaml:1:1: SIM001" in done.out
    assert "rename Scenario.yml to scenario.yaml" in done.out


def test_a_file_or_folder_here_comes_before_a_scenario_of_that_name(shell: Shell, library: Path) -> None:
    (library.parent / "warm-up").mkdir()
    assert shell("lint", "--library", "library", "warm-up").out.startswith("Nothing of ours here")


@pytest.mark.parametrize("typed", ["../rubrics", "scenarios/none", "Something else"])
def test_what_is_neither_a_file_nor_a_scenario_is_refused(shell: Shell, library: Path, typed: str) -> None:
    assert library.is_dir()
    done = shell("lint", "--library", "library", typed, "warm-upp")
    assert done.code == 2
    assert done.err.splitlines() == [
        f'There is no file, folder or scenario called "{typed}".',
        'There is no file, folder or scenario called "warm-upp": did you mean "warm-up"?',
    ]


def test_notes_that_are_not_told_are_counted_with_how_to_see_them(shell: Shell) -> None:
    assert shell("lint", "warm-up").out.endswith(" notes (--notes shows them).\n")
    assert shell("lint", "warm-up", "--format", "json").err.endswith(" notes (--notes shows them).\n")
    assert shell("lint", "warm-up", "--notes").out.endswith(" notes.\n")


def test_a_sum_without_notes_says_nothing_of_them_and_one_note_is_one() -> None:
    note = Placed(file="x.yaml", line=1, column=1, code="SIM701", message="m", severity=Severity.NOTE)
    assert Linted(files=1, problems=()).summary_without_notes == "No problems found in 1 file."
    assert Linted(files=1, problems=(note,)).summary_without_notes.endswith(", and 1 note (--notes shows it).")
