"""A walk that is kept holds, whole, and is read back as it was written."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.authoring.library import default_root, open_library
from simulator.authoring.reading import read_content
from simulator.authoring.walk_text import walk_text
from simulator.authoring.writing import write_whole
from simulator.domain.ids import ScenarioId, SkillId
from simulator.domain.rubric import Level
from simulator.domain.sinks import for_terminal
from simulator.domain.walk import Walk

LIBRARY = open_library(default_root(), None)
WALKS = [(scenario, name, walk) for scenario in LIBRARY.ids for name, walk in LIBRARY.walks(scenario)]
BEST = Walk(
    format=1,
    about="The best way through.",
    choices=("name-it", "sum-up"),
    ending="calm",
    shows={SkillId("empathy"): (Level(3),)},
    feelings={"trust": 3},
    facts=("knows_why",),
    critical=(),
)


def read_back(walk: Walk) -> object:
    return read_content("walk", walk_text(walk).encode(), "walks/x.yaml").value


@pytest.mark.parametrize(("scenario", "name", "walk"), WALKS)
def test_every_shipped_walk_is_read_back_as_it_is_written(scenario: ScenarioId, name: str, walk: Walk) -> None:
    assert read_back(walk) == walk


def test_it_is_written_as_the_shipped_ones_are() -> None:
    assert walk_text(BEST) == (
        "format: 1\nabout: The best way through.\nchoices:\n  - name-it\n  - sum-up\nending: calm\n"
        "shows:\n  empathy: [3]\nfeelings: {trust: 3}\nfacts: [knows_why]\ncritical: []\n"
    )


@given(st.text(min_size=1).map(for_terminal).filter(str.strip))
def test_whatever_it_is_about_is_read_back(about: str) -> None:
    assert read_back(replace(BEST, about=about)) == replace(BEST, about=about)


@pytest.mark.parametrize("name", ["no", "true", "null", "12", "0x1f", "1e3", "2026-01-01", "on", "-", "a: b"])
def test_names_that_yaml_takes_for_values_stay_names(name: str) -> None:
    walk = replace(BEST, choices=(name, "a"), ending=name, facts=(name,), critical=(name,))
    assert read_back(walk) == walk


def test_a_file_that_cannot_be_finished_leaves_the_old_one(tmp_path: Path) -> None:
    file = tmp_path / "best.yaml"
    write_whole(file, "old")
    with pytest.raises(UnicodeEncodeError):
        write_whole(file, "new \ud800")
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_keeps_its_rights_when_it_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "best.yaml"
    file.write_text("old")
    file.chmod(0o640)
    write_whole(file, "new")
    assert (file.read_text(), file.stat().st_mode & 0o777) == ("new", 0o640)
