"""A file as it was meant: what is wrong in one place must not hide what is wrong in another.

No level that there is not can be counted with, so such a file cannot be used. Yet everything else in it can be looked
at: no law of reading asks how high a level is.
"""

from collections.abc import Sequence
from dataclasses import replace

from simulator.authoring.building import Tree
from simulator.authoring.schema import Kind, Value, validate
from simulator.authoring.source import Source
from simulator.domain.problem import Path, Problem
from simulator.domain.rubric import Level


def as_meant(kind: Kind, source: Source, problems: Sequence[Problem]) -> Value | None:
    """Return what a file of another shape would be with its levels mended; None where that would not do."""
    places = [problem.path for problem in problems]
    if kind != "scenario" or not all(map(_is_level, places)):
        return None
    tree = source.tree
    for path in places:
        tree = _with_level(tree, path)
    value = validate(kind, replace(source, tree=tree))
    return None if isinstance(value, tuple) else value


def _is_level(path: Path) -> bool:
    """Tell whether the level that a choice shows stands at a path."""
    match path:
        case ("turns", _, "choices", _, "shows", _):
            return True
        case _:
            return False


def _with_level(tree: Tree, path: Path) -> Tree:
    """Return a tree with some level at that path, sharing all else with the one before."""
    if not path:
        return int(Level.EFFECTIVE)
    part, *below = path
    if isinstance(tree, dict) and isinstance(part, str):
        return {**tree, part: _with_level(tree[part], tuple(below))}
    if isinstance(tree, list) and isinstance(part, int):
        return [*tree[:part], _with_level(tree[part], tuple(below)), *tree[part + 1 :]]
    return tree
