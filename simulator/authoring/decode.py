"""JSON → frozen values, for trees that were validated before: no YAML, no pydantic, no checks."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
Decoder = Callable[[Any], Any]


def decode(wanted: type[T], tree: object) -> T:
    """Read a tree that was validated as this type; KeyError, TypeError or ValueError where it was not."""
    of: Callable[[object], Decoder] = _decoder
    return cast("T", of(wanted)(tree))


@cache
def _decoder(wanted: Any) -> Decoder:
    wanted = getattr(wanted, "__supertype__", wanted)
    origin, parts = get_origin(wanted), get_args(wanted)
    if origin is not None:
        return _container(origin, parts)
    if isinstance(wanted, type) and is_dataclass(wanted):
        return _dataclass(wanted)
    if isinstance(wanted, type) and issubclass(wanted, (Enum, float)):
        return wanted
    return _same


def _container(origin: Any, parts: tuple[Any, ...]) -> Decoder:
    """Decode a tuple of one kind, a map, a literal, or a value that may be missing."""
    if origin is tuple:
        part = _decoder(parts[0])
        return lambda tree: tuple(part(value) for value in tree)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        part = _decoder(parts[1])
        return lambda tree: {key: part(value) for key, value in tree.items()}
    if origin in {Union, UnionType}:
        part = _decoder(next(kind for kind in parts if kind is not NoneType))
        return lambda tree: None if tree is None else part(tree)
    return _same


def _dataclass(wanted: type) -> Decoder:
    hints = get_type_hints(wanted)
    decoders = {item.name: _decoder(hints[item.name]) for item in fields(wanted)}
    return lambda tree: wanted(**{key: decoders[key](value) for key, value in tree.items()})


def _same(tree: Any) -> Any:
    return tree
