"""The JSON Schemas that editors use say what the reader says."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol, cast

import pytest
from authoring.sample import SOUND, edited
from jsonschema import Draft202012Validator

from simulator.authoring.library import default_root
from simulator.authoring.schema import Kind, json_schema
from simulator.authoring.source import Source, read_source

ROOT = default_root()
SHIPPED: list[tuple[Kind, Path]] = [
    *(("scenario", path) for path in ROOT.glob("scenarios/*/scenario.yaml")),
    *(("walk", path) for path in ROOT.glob("scenarios/*/walks/*.yaml")),
    *(("rubric", path) for path in ROOT.glob("rubrics/*.yaml") if path.name != "readiness.yaml"),
    ("readiness", ROOT / "rubrics" / "readiness.yaml"),
]


class Checker(Protocol):
    """What is used of a validator: its own types are too loose for ours."""

    def is_valid(self, instance: object) -> bool:
        """Tell whether a tree fits the schema."""
        ...


def fits(kind: Kind, text: str) -> bool:
    source = read_source(text, "x.yaml")
    assert isinstance(source, Source)
    return cast("Checker", Draft202012Validator(dict(json_schema(kind)))).is_valid(source.tree)


@pytest.mark.parametrize("kind", ["scenario", "rubric", "readiness", "walk"])
def test_the_schema_is_one_of_its_draft(kind: Kind) -> None:
    Draft202012Validator.check_schema(dict(json_schema(kind)))
    assert json.loads(json.dumps(json_schema(kind))) == json_schema(kind)


@pytest.mark.parametrize(("kind", "path"), SHIPPED, ids=lambda part: getattr(part, "stem", str(part)))
def test_the_schema_takes_what_is_shipped(kind: Kind, path: Path) -> None:
    assert fits(kind, path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("minutes: 3", "minutes: three"),
        ("title:", "titel:"),
        ("level: core", "level: cor"),
        ("names-stake: 3}", "names-stake: 4}"),
        ("skills: [empathy]", "skills: empathy"),
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(old: str, new: str) -> None:
    assert fits("scenario", SOUND)
    assert not fits("scenario", edited(old, new))


def test_an_editor_shows_what_each_field_is_for() -> None:
    definitions = cast("Mapping[str, Mapping[str, Any]]", json_schema("scenario")["$defs"])
    for name, definition in definitions.items():
        for field, described in definition.get("properties", {}).items():
            meant = definitions.get(described.get("$ref", "").removeprefix("#/$defs/"), {})
            assert described.get("description") or meant.get("description"), f"{name}.{field}"
    assert "attempts are recorded by it" in definitions["Choice"]["properties"]["id"]["description"]
