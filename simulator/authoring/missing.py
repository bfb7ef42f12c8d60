"""Folders whose scenario.yaml is not there: which file beside it was meant, so that nothing passes in silence."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from simulator.authoring.files import real
from simulator.domain.problem import Placed

SCENARIO_FILE: Final = "scenario.yaml"
"""What the file of a conversation is called, in small letters: most systems tell these from capitals."""

_ENDINGS: Final = (".yaml", ".yml")
_MISNAMED: Final = "[sS][cC][eE][nN][aA][rR][iI][oO].[yY]*"


def scenario_folders(root: Path) -> Iterator[Path]:
    """Yield the folders of a library that should hold a conversation."""
    return (entry for entry in (root / "scenarios").glob("[!.]*") if entry.is_dir())


def missing_below(root: Path, path: Path) -> tuple[Path, ...]:
    """Return each scenario.yaml that should be in a folder or below it and is not."""
    here = real(path)
    wanted = [folder for folder in scenario_folders(root) if real(folder).is_relative_to(here)]
    misnamed = [file.parent for file in path.rglob(_MISNAMED) if file.suffix.lower() in _ENDINGS]
    folders = {real(folder): folder for folder in (*wanted, *misnamed)}
    return tuple(folder / SCENARIO_FILE for folder in folders.values() if is_missing(folder / SCENARIO_FILE))


def is_missing(file: Path) -> bool:
    """Tell whether nothing of that name is there; a link that leads nowhere is something."""
    return not os.path.lexists(file)


def missing(file: Path, shown: str) -> Placed:
    """Say that a scenario.yaml is not there, and which file looks like it."""
    meant = _meant(file.parent)
    hint = f"rename {meant[:60]} to {SCENARIO_FILE}" if meant else "write one, or move this folder somewhere else"
    message = f"there is no {SCENARIO_FILE} in this folder"
    return Placed(file=shown, line=1, column=1, code="SIM001", message=message, hint=hint)


def _meant(folder: Path) -> str:
    """Return the file that looks like the conversation; nothing where none does, or several do."""
    try:
        names = sorted(entry.name for entry in folder.iterdir() if entry.is_file())
    except OSError:
        return ""
    ours = [name for name in names if name.lower().endswith(_ENDINGS)]
    called = [name for name in (*ours, *names) if name.lower().startswith("scenario")]
    return called[0] if called else ours[0] if len(ours) == 1 else ""
