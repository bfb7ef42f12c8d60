"""The shape of each kind of file, read off the domain's own dataclasses.

Pydantic finds every mistake in one pass; its phrases are translated, so that a trainer reads ours.
Validation is strict and starts from JSON: in its lax mode pydantic takes "2" and true for numbers.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from types import GenericAlias
from typing import TYPE_CHECKING, Any, Final, Literal, cast

from simulator.authoring.building import Tree
from simulator.authoring.source import MAX_MISTAKES, Source
from simulator.domain.near import did_you_mean
from simulator.domain.problem import Path, Problem
from simulator.domain.rubric import Bar, Rubric
from simulator.domain.scenario import Scenario
from simulator.domain.walk import Walk

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

Kind = Literal["scenario", "rubric", "readiness", "walk"]
"""The kinds of file that trainers write."""

Value = Scenario | Rubric | Bar | Walk
"""What a sound file becomes."""

TYPES: Final[Mapping[Kind, type[Value]]] = {"scenario": Scenario, "rubric": Rubric, "readiness": Bar, "walk": Walk}
"""What each kind of file becomes."""

_WANTED: Final = {
    "string_type": "a text",
    "int_type": "a whole number",
    "float_type": "a number",
    "dict_type": "named values",
    "mapping_type": "named values",
    "dataclass_type": "named values",
    "tuple_type": "a list",
}


def validate(kind: Kind, source: Source) -> Value | tuple[Problem, ...]:
    """Give a tree its type, or say every way in which it has another shape."""
    from pydantic import ValidationError

    switches = [path for path, value in _leaves(source.tree) if isinstance(value, bool)]
    try:
        value: Value = _adapter(kind).validate_json(json.dumps([source.tree]))[0]
    except ValidationError as mistakes:
        errors = mistakes.errors(include_url=False)[: MAX_MISTAKES + 1]
        found = [_problem(kind, error) for error in errors]
        known = {problem.path for problem in found}
        return (*found, *(_switch(path) for path in switches[: MAX_MISTAKES + 1] if path not in known))
    # No field is a truth value, but pydantic takes true for the number 1 where it looks for a level.
    return tuple(_switch(path) for path in switches[: MAX_MISTAKES + 1]) or value


@cache
def json_schema(kind: Kind) -> Mapping[str, object]:
    """Return the JSON Schema (draft 2020-12) of one kind of file, for editors."""
    made = _adapter(kind).json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": kind.capitalize(),
        "$ref": f"#/$defs/{TYPES[kind].__name__}",
        "$defs": {name: _without_titles(part) for name, part in made["$defs"].items()},
    }


@cache
def _adapter(kind: Kind) -> "TypeAdapter[tuple[Any]]":
    from pydantic import ConfigDict, TypeAdapter

    # Within a tuple, because pydantic refuses settings for a bare dataclass, and the domain knows no pydantic.
    shape: Any = GenericAlias(tuple, (TYPES[kind],))
    return TypeAdapter(shape, config=ConfigDict(extra="forbid", strict=True, use_attribute_docstrings=True))


def _without_titles(part: object) -> object:
    """Drop the titles that pydantic derives from names: they only repeat them."""
    if isinstance(part, dict):
        kept = cast("dict[str, object]", part).items()
        return {key: _without_titles(value) for key, value in kept if key != "title" or not isinstance(value, str)}
    if isinstance(part, list):
        return [_without_titles(value) for value in cast("list[object]", part)]
    return part


def _leaves(tree: Tree, path: Path = ()) -> Iterator[tuple[Path, Tree]]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from _leaves(value, (*path, key))
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from _leaves(value, (*path, index))
    else:
        yield path, tree


def _switch(path: Path) -> Problem:
    message = "true and false have no meaning here"
    return Problem(code="SIM012", message=message, hint="put quotes around it if it is a word", path=path)


def _problem(kind: Kind, error: "ErrorDetails") -> Problem:
    """Say one mistake in a trainer's words."""
    path = error["loc"][1:]
    name, given = (path[-1] if path else ""), error["input"]
    match error["type"]:
        case "missing":
            return Problem(code="SIM010", message=f'"{name}" is missing', hint=_about(kind, path), path=path[:-1])
        case "unexpected_keyword_argument":
            hint = did_you_mean(str(name), _fields(kind, path)) or f"known: {', '.join(_fields(kind, path))}"
            message = f'"{str(name)[:60]}" is not known here'
            return Problem(code="SIM011", message=message, hint=hint, path=path, at_key=True)
        case "enum" | "literal_error":
            return _not_one_of(path, given, _allowed(error))
        case other:
            return _wrong_kind(path, given, _WANTED.get(other, "something else"))


def _allowed(error: "ErrorDetails") -> list[str]:
    expected = str(error.get("ctx", {}).get("expected", ""))
    return [word.strip().strip("'") for word in expected.replace(" or ", ", ").split(",")]


def _not_one_of(path: Path, given: object, allowed: list[str]) -> Problem:
    numbers, hint = allowed[0].isdigit(), f"use one of: {', '.join(allowed)}"
    if numbers and isinstance(given, str):
        return _wrong_kind(path, given, "a whole number")
    if given is None or isinstance(given, (bool, list, dict)):
        return replace(_wrong_kind(path, cast("object", given), "a whole number" if numbers else "a text"), hint=hint)
    near = did_you_mean(str(given), allowed) if isinstance(given, str) else ""
    message = f"{_name(path)} cannot be {_said(given)}"
    return Problem(code="SIM013", message=message, hint=near or hint, path=path)


def _wrong_kind(path: Path, given: object, wanted: str) -> Problem:
    if given is None:
        return Problem(code="SIM014", message=f"{_name(path)} has no value", hint=f"write {wanted}", path=path)
    message = f"{_name(path)} should be {wanted}, but this is {_kind_of(given)}"
    hint = ""
    if wanted == "a text" and isinstance(given, (int, float)):
        hint = f'put quotes around it: "{_said(given)}"'
    elif wanted == "a list":
        hint = "write it in brackets: [one, two]"
    elif isinstance(given, str) and "number" in wanted and given.lstrip("+-").isdigit():
        hint = "leave the zeros in front out" if given.lstrip("+-").startswith("0") else "leave the quotes out"
    elif isinstance(given, str) or wanted == "a whole number":
        hint = f"write {wanted}"
    return Problem(code="SIM012", message=message, hint=hint, path=path)


def _name(path: Path) -> str:
    """Name the thing at a path: a list's parts go by their list."""
    names = [part for part in path if isinstance(part, str)]
    if not names:
        return "this file"
    return f'"{names[-1]}"' if isinstance(path[-1], str) else f'an entry of "{names[-1]}"'


def _said(given: object) -> str:
    if isinstance(given, bool):
        return str(given).lower()
    return f'"{given[:60]}"' if isinstance(given, str) else str(given)[:60]


def _kind_of(given: object) -> str:
    match given:
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case str():
            return "a text"
        case list():
            return "a list"
        case _:
            return "a group of named values"


def _about(kind: Kind, path: Path) -> str:
    """Say what a missing field is, in the words of the schema."""
    described = _definition(kind, path[:-1]).get(str(path[-1]), {})
    return str(described.get("description", "")).rstrip(".").split("\n")[0]


def _fields(kind: Kind, path: Path) -> list[str]:
    return list(_definition(kind, path[:-1]))


def _definition(kind: Kind, path: Path) -> Mapping[str, Mapping[str, object]]:
    """Return the fields known at a path of the file, from its schema."""
    definitions: Any = json_schema(kind)["$defs"]
    here: Any = definitions[TYPES[kind].__name__]
    for part in path:
        here = here.get("properties", {}).get(part) or here.get("additionalProperties") or here.get("items") or {}
        while "$ref" in here or "anyOf" in here:
            here = here["anyOf"][0] if "anyOf" in here else definitions[here["$ref"].rpartition("/")[2]]
    fields: Mapping[str, Mapping[str, object]] = here.get("properties", {})
    return fields
