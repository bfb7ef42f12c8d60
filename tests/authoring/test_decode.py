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
from simulator.authoring.schema import TYPES, Kind, validate
from simulator.authoring.source import Source, read_source
from simulator.domain.scenario import Scenario

ROOT = default_root()
SHIPPED: list[tuple[Kind, Path]] = [
    *(("scenario", path) for path in ROOT.glob("scenarios/*/scenario.yaml")),
    *(("walk", path) for path in ROOT.glob("scenarios/*/walks/*.yaml")),
    *(("rubric", path) for path in ROOT.glob("rubrics/*.yaml") if path.name != "readiness.yaml"),
    ("readiness", ROOT / "rubrics" / "readiness.yaml"),
]


@pytest.mark.parametrize(("kind", "path"), SHIPPED, ids=lambda part: str(part)[-40:])
def test_a_shipped_file_comes_back_as_it_was_validated(kind: Kind, path: Path) -> None:
    read = read_file(kind, path, "x.yaml")
    assert read.source is not None
    kept = decode(TYPES[kind], json.loads(json.dumps(read.source.tree)))
    assert kept == read.value
    # A level equals its number and a purpose its word: only what they are called tells them apart.
    assert repr(kept) == repr(read.value)


@given(scenario=scenarios(most_turns=3))
def test_any_scenario_is_read_from_its_text_and_comes_back_from_the_index_alike(scenario: Scenario) -> None:
    """JSON is YAML: a generated scenario's JSON is a file that somebody could have written."""
    text = json.dumps(asdict(scenario))
    assert decode(Scenario, json.loads(text)) == scenario
    source = read_source(text, "x.yaml")
    assert isinstance(source, Source)
    assert validate("scenario", source) == decode(Scenario, json.loads(json.dumps(source.tree))) == scenario


@pytest.mark.parametrize(
    "tree",
    [None, [], "text", 3, {}, {"format": 1}, {"titel": "x"}, {"turns": 3}, {"purpose": "play"}, {"skills": None}],
)
def test_what_was_never_validated_is_refused_with_a_known_mistake(tree: object) -> None:
    with pytest.raises((KeyError, TypeError, ValueError, AttributeError)):
        decode(Scenario, tree)
