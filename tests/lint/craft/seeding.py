"""A mistake made by hand in a copy of a shipped scenario, and what lint says of it."""

import shutil
from pathlib import Path

from simulator.authoring.library import open_library
from simulator.usecases.linting import lint

_SHIPPED = Path(__file__).parents[3]


def found(folder: Path, code: str, name: str, *changes: tuple[str, str]) -> list[tuple[str, str]]:
    """Return, for each finding of a code, the line of the file where it stands and what it says.

    Each change must be of a text that stands in the file exactly once.
    """
    for part in ("rubrics", f"scenarios/{name}"):
        shutil.copytree(_SHIPPED / part, folder / part)
    file = folder / "scenarios" / name / "scenario.yaml"
    text = file.read_text(encoding="utf-8")
    for before, after in changes:
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    file.write_text(text, encoding="utf-8")
    lines = text.splitlines()
    problems = lint(open_library(folder, None), [file]).problems
    return [(lines[each.line - 1].strip(), each.message) for each in problems if each.code == code]
