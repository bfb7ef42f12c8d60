"""Keys for the table of actions: ours, and those that people want in their place."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from textual.binding import Binding, BindingType

from simulator.tui.action import EVERYWHERE, Action
from simulator.tui.actions import ACTIONS, actions_of

_KEY: Final = re.compile(r"(ctrl\+|shift\+)*([!-+\--~]|f\d{1,2}|[a-z_]{2,20})")
"""What a key may be called: one character but a comma, or one of Textual's names."""


def bindings_of(*places: str) -> list[BindingType]:
    """Return Textual's bindings for what can be done in some places."""
    return [binding for action in actions_of(*places) for binding in _bindings(action)]


def _bindings(action: Action) -> Iterable[Binding]:
    """Bind every key of an action; where there are several, the method is told which."""
    keys = action.key.split(",")
    if len(keys) == 1:
        yield Binding(action.key, action.does, action.label, id=action.id, priority=action.priority)
        return
    for key in keys:
        yield Binding(key, f"{action.does}({key!r})", action.label, id=f"{action.id}.{key}", priority=action.priority)


def key_names() -> dict[str, str]:
    """Return every name that a person's own keys can use, with the key it has without them."""
    return {binding.id: binding.key for binding in map_bindings() if binding.id is not None}


def map_bindings() -> Iterable[Binding]:
    """Return the bindings of the whole table."""
    return (binding for action in ACTIONS for binding in _bindings(action))


def usable_keys(wanted: Mapping[str, str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """Sort out a person's own keys: those that can be used, and a sentence on each that cannot."""
    usable: dict[str, str] = {}
    refused: list[str] = []
    for name, key in wanted.items():
        problem = _key_problem(name, key, usable)
        if problem:
            refused.append(problem)
        else:
            usable[name] = key
    return usable, tuple(refused)


def _key_problem(name: str, key: str, taken: Mapping[str, str]) -> str:
    """Say why a key cannot be used; nothing where it can."""
    if name not in key_names():
        return f'There is no action called "{name}".'
    if not _KEY.fullmatch(key):
        return f'"{key}" is no key for {name}: name one such as x, f3 or ctrl+t.'
    holder = next((other for other in _rivals(name) if taken.get(other, key_names()[other]) == key), "")
    return f'"{key}" is no key for {name}: {holder} has it.' if holder else ""


def _rivals(name: str) -> Iterable[str]:
    """List the names whose keys would be in the way: those of the same places and those of everywhere."""
    mine = next(action for action in ACTIONS if name in _names(action))
    for action in (each for each in ACTIONS if not each.spare or each is mine):
        shared = set(action.places) & set(mine.places) or EVERYWHERE in (*action.places, *mine.places)
        if shared:
            yield from (other for other in _names(action) if other != name)


def _names(action: Action) -> tuple[str, ...]:
    keys = action.key.split(",")
    return (action.id,) if len(keys) == 1 else tuple(f"{action.id}.{key}" for key in keys)


def cap_of(action: Action, keys: Mapping[str, str]) -> str:
    """Return an action's key as people read it, with their own keys in place of ours."""
    names = _names(action)
    if not any(name in keys for name in names):
        return action.cap
    ours = action.key.split(",")
    return " ".join(keys.get(name, key) for name, key in zip(names, ours, strict=True))
