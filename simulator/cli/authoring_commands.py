"""The commands of those who write conversations."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from simulator.cli.printing import as_json, print_lines, print_text
from simulator.cli.typed import desk_of
from simulator.cli.writing import write_report
from simulator.domain.ids import ScenarioId

_ENDINGS: Final[Mapping[str, str]] = {
    ".txt": "text",
    ".mmd": "mermaid",
    ".mermaid": "mermaid",
    ".dot": "dot",
    ".gv": "dot",
    ".svg": "svg",
}
"""Which form of a graph a file's ending asks for."""


def lint(typed: Namespace) -> int:
    """Check a library or some files of it."""
    from simulator.cli.printing import print_problems
    from simulator.usecases.linting import begun_of, places
    from simulator.usecases.linting import lint as check

    desk = desk_of(typed)
    paths = places(desk, typed.paths)
    begun = begun_of(desk) if typed.notes else None
    return print_problems(check(desk.library, paths, begun), typed.format, notes=typed.notes)


def graph(typed: Namespace) -> int:
    """Draw a conversation."""
    from simulator.usecases.graph import drawn
    from simulator.usecases.graph import graph as gather

    view = gather(desk_of(typed), ScenarioId(typed.scenario))
    return write_report(typed, lambda form: drawn(view, form), _ENDINGS, private=False)


def overview(typed: Namespace) -> int:
    """Describe every conversation of the library."""
    from simulator.cli.overview import lines_of, markdown_of
    from simulator.usecases.overview import overview as gather

    desk = desk_of(typed)
    rows = gather(desk)
    if typed.json:
        print_text(as_json(rows))
    elif typed.markdown:
        # A table goes on into a document: its rows are never broken.
        print_text("\n".join(markdown_of(rows)))
    else:
        print_lines(lines_of(rows))
    described = {row.id for row in rows}
    missing = [each for each in desk.library.ids if each not in described]
    if missing:
        print_lines([f"Left out, for mistakes that simulator lint names: {', '.join(missing)}"], sys.stderr)
    return 0


def blind(typed: Namespace) -> int:
    """Ask for the best lines without the customer's, or mark the answers."""
    from simulator.cli.blind import lines_of, lines_of_marked
    from simulator.usecases.blind import mark, quiz

    asked = quiz(desk_of(typed), ScenarioId(typed.scenario), typed.seed)
    asking = lines_of(asked, typed.seed, getattr(typed, "library", None), heard=typed.heard)
    print_lines(asking if typed.picks is None else lines_of_marked(mark(asked, typed.picks)))
    return 0


def items(typed: Namespace) -> int:
    """Say what everybody's answers tell of each moment and choice."""
    from simulator.cli.items import lines_of
    from simulator.usecases.items import item_analysis

    view = item_analysis(desk_of(typed))
    if typed.json:
        print_text(as_json(view))
    else:
        print_lines(lines_of(view))
    return 0


def walk(typed: Namespace) -> int:
    """Follow named choices, or keep paths as walks."""
    unheard = _unheard(typed)
    if unheard:
        print_lines([unheard], sys.stderr)
        return 2
    if typed.cover:
        return _cover(typed)
    if typed.save is not None:
        return _save(typed)
    from simulator.cli.printing import print_walk
    from simulator.usecases.walking import walk as follow

    view = follow(desk_of(typed), ScenarioId(typed.scenario), typed.choices)
    if typed.json:
        print_text(as_json(view))
    else:
        print_walk(view)
    return 0


def new(typed: Namespace) -> int:
    """Begin a conversation from one that works."""
    from simulator.authoring.library import default_root
    from simulator.cli.beginning import lines_of
    from simulator.usecases.beginning import begin

    named = getattr(typed, "library", None) or os.environ.get("SIMULATOR_LIBRARY")
    root = Path(named) if named else default_root()
    begun = begin(root, typed.id, title=typed.title, purpose=typed.purpose, customer=typed.customer)
    print_lines(lines_of(begun, named=bool(named)))
    return 0


AUTHORING: Mapping[str, Callable[[Namespace], int]] = {
    "lint": lint,
    "graph": graph,
    "blind": blind,
    "items": items,
    "overview": overview,
    "walk": walk,
    "new": new,
}
"""What each word after `simulator` does."""


def _unheard(typed: Namespace) -> str:
    """Say which options would do nothing together; nothing where all are heard."""
    if typed.cover and typed.choices:
        return f"--cover finds its own paths: leave out {' '.join(typed.choices)}"
    if typed.about is not None and typed.save is None:
        return "--about says what a kept walk is about: add --save NAME"
    if typed.force and typed.save is None and not typed.cover:
        return "--force replaces walks that were kept: add --save NAME or --cover"
    if typed.json and (typed.cover or typed.save is not None):
        return "--json prints a path and keeps nothing: leave it out"
    return ""


def _save(typed: Namespace) -> int:
    from simulator.cli.walks import lines_of_saved
    from simulator.usecases.saving import save_walk

    saved = save_walk(
        desk_of(typed),
        ScenarioId(typed.scenario),
        typed.save,
        typed.choices,
        about=typed.about or "",
        force=typed.force,
    )
    print_lines(lines_of_saved(saved))
    return 0


def _cover(typed: Namespace) -> int:
    from simulator.cli.walks import lines_of_covered
    from simulator.usecases.covering import cover_walks

    print_lines(lines_of_covered(cover_walks(desk_of(typed), ScenarioId(typed.scenario), force=typed.force)))
    return 0
