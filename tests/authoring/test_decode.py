"""What comes back from the index is what was validated."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given
from strategies import scenarios

from simulator.authoring.decode import decode
from simulator.authoring.library import default_root
from simulator.authoring.reading import read_file
from simulator.authoring.schema import TYPES, Kind
from simulator.domain.scenario import Scenario

ROOT = default_root()
SHIPPED: list[tuple[Kind, Path]] = [
    *(("scenario", path) for path in ROOT.glob("scenarios/*/scenario.yaml")),
    *(("walk", path) for path in ROOT.glob("scenarios/*/walks/best.yaml")),
    ("rubric", ROOT / "rubrics" / "empathy.yaml"),
    ("readiness", ROOT / "rubrics" / "readiness.yaml"),
]


@pytest.mark.parametrize(("kind", "path"), SHIPPED, ids=lambda part: str(part)[-40:])
def test_a_shipped_file_comes_back_as_it_was_validated(kind: Kind, path: Path) -> None:
    read = read_file(kind, path, "x.yaml")
    assert read.source is not None
    assert decode(TYPES[kind], json.loads(json.dumps(read.source.tree))) == read.value


@given(scenario=scenarios())
def test_any_scenario_comes_back(scenario: Scenario) -> None:
    assert decode(Scenario, json.loads(json.dumps(asdict(scenario)))) == scenario
