"""`simulator items` on real records: numbers with their places, or that there are too few."""

import json
import shutil
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from random import Random

import pytest

from simulator.authoring.library import open_library
from simulator.cli.items import lines_of
from simulator.domain.attempt import Rep
from simulator.domain.ids import RepId, ScenarioId
from simulator.records.memory import MemoryRecords
from simulator.usecases.desk import Desk
from simulator.usecases.items import ItemsView, item_analysis
from simulator.usecases.talk import begin, choose

ROOT = Path(__file__).parents[2]
USAGE = ScenarioId("usage-fell-by-half")


def taken(root: Path, reps: int, pick: str) -> Desk:
    """A desk at which so many people have taken one assessment: at random, or whatever stands first."""
    shutil.copytree(ROOT / "rubrics", root / "rubrics")
    shutil.copytree(ROOT / "scenarios" / USAGE, root / "scenarios" / USAGE)
    records, ids, draw = MemoryRecords(), count(), Random(9)
    desk = Desk(
        library=open_library(root, None),
        open_records=lambda: records,
        now=lambda: datetime(2026, 3, 2, 9, tzinfo=UTC),
        fresh_id=lambda: f"id{next(ids)}",
    )
    for number in range(reps):
        rep = Rep(id=RepId(f"rep{number}"), name=f"Rep {number}", joined=desk.now())
        records.add_rep(rep)
        talk = begin(desk, rep, USAGE, seed=draw.randrange(2**32))
        while not talk.ended:
            offered = talk.conversation.offered(talk.trail.position, talk.attempt.seed)
            talk = choose(desk, talk, (offered[0] if pick == "first" else draw.choice(offered)).id)
    return desk


@pytest.fixture(scope="module")
def at_random(tmp_path_factory: pytest.TempPathFactory) -> tuple[Desk, ItemsView]:
    desk = taken(tmp_path_factory.mktemp("random"), 60, "random")
    return desk, item_analysis(desk)


def test_every_answered_moment_stands_with_its_line_and_all_of_its_choices(at_random: tuple[Desk, ItemsView]) -> None:
    desk, view = at_random
    opening = next(each for each in view.items if each.item.turn == "opening")
    assert (opening.item.answers, opening.exposure) == (60, 1.0)
    scenario = desk.library.scenario(USAGE).scenario
    assert {chosen.choice for chosen in opening.item.choices} == {each.id for each in scenario.turns["opening"].choices}
    file, _, line = opening.place.rpartition(":")
    assert Path(file).read_text().splitlines()[int(line) - 1] == "  opening:"


def test_who_chooses_at_random_brings_out_no_cue(at_random: tuple[Desk, ItemsView]) -> None:
    _, view = at_random
    said = [flag for each in view.items for flag in each.flags if "more than luck" in flag or "more often" in flag]
    # Some sixty looks at one in a hundred each.
    assert len(said) <= 4
    assert view.rho is None


def test_who_takes_what_stands_first_is_noticed(tmp_path: Path) -> None:
    view = item_analysis(taken(tmp_path, 25, "first"))
    opening = next(each for each in view.items if each.item.turn == "opening")
    assert "what stands first on the screen is said 25 of 25 times: more than luck would have it" in opening.flags


def test_few_answers_give_no_number_but_are_counted(tmp_path: Path) -> None:
    view = item_analysis(taken(tmp_path, 3, "random"))
    lines = list(lines_of(view))
    assert "  3 of 20 answers: too few" in lines
    assert not any("%" in line for line in lines)
    assert view.reps == 3


def test_answers_on_another_version_are_left_out_and_counted(tmp_path: Path) -> None:
    desk = taken(tmp_path, 2, "random")
    file = tmp_path / "scenarios" / USAGE / "scenario.yaml"
    file.write_text(file.read_text() + "\n# reworded\n")
    later = Desk(library=open_library(tmp_path, None), open_records=desk.open_records)
    view = item_analysis(later)
    assert (view.answers, view.items) == (0, ())
    assert view.other_versions > 10
    assert any("other versions" in line for line in lines_of(view))


def test_it_is_data_too(at_random: tuple[Desk, ItemsView]) -> None:
    from simulator.cli.printing import as_json

    told = json.loads(as_json(at_random[1]))
    assert told["reps"] == 60
    assert {"difficulty", "interval", "discrimination", "choices"} <= told["items"][0]["item"].keys()
