"""The demo line by line: as whom one likes, and nothing is kept."""

from pathlib import Path

import pytest
from plain.seat import spoken

from simulator.plain.demo import HELP, try_out
from simulator.usecases.demo import demo_desk
from simulator.usecases.desk import open_desk


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo")


def tried(folder: Path, *answers: str) -> str:
    place = folder / "own.db"
    desk, people = demo_desk(open_desk(None, str(place)))
    raw = spoken(answers, lambda voice: try_out(desk, voice, people, folder / "settings.json"))
    assert not place.exists()
    return raw


def test_it_opens_the_board_and_a_home_and_comes_back_from_both(folder: Path) -> None:
    raw = tried(folder, "t", "dora", "v", "Kim", "Talked it through", "y", "b", "q", "2", "p", "q", "q")
    assert raw.startswith("These are example people; nothing here is kept.")
    assert "Team board: 4 people" in raw
    assert "Recorded. Dora (example) needs" in raw
    assert "Bilal (example): Not yet." in raw
    assert raw.count("Type t for the team's board, a number for that person's home") == 3
    assert raw.count("That was an example.") == 2
    assert "Everything is saved" not in raw
    assert raw.endswith("Nothing of the examples was kept.\n")


@pytest.mark.parametrize("typed", ["?", "", "9", "board"])
def test_anything_else_says_what_can_be_typed(folder: Path, typed: str) -> None:
    raw = tried(folder, typed)
    assert all(line in raw for line in HELP)
