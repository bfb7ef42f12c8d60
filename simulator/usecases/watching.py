"""What has changed on the disk: told from times, sizes and numbers of files, without reading one."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from simulator.authoring.files import real
from simulator.domain.ids import ScenarioId

Stamp = tuple[int, int, int]
"""When a file was last written, its size, and its number on the disk: a file put in its place has another."""

Stamps = Mapping[Path, Stamp]
"""Every file of a library."""


def stamps(root: Path) -> Stamps:
    """Look at every file that a library can be made of; what goes while we look is left out."""
    found = ((path, _stamp(path)) for path in _files(root))
    return {path: stamp for path, stamp in found if stamp is not None}


def touched(before: Stamps, after: Stamps) -> frozenset[Path]:
    """Name the files that were written, made or taken away."""
    return frozenset(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))


def scenario_of(root: Path, file: Path) -> ScenarioId | None:
    """Name the scenario that a file belongs to; None for rubrics and for files of other libraries."""
    home = real(root) / "scenarios"
    try:
        inside = real(file).relative_to(home).parts
    except ValueError:
        return None
    return ScenarioId(inside[0]) if len(inside) > 1 else None


def _files(root: Path) -> Iterator[Path]:
    yield from _yaml(root / "rubrics")
    for folder in _entries(root / "scenarios"):
        yield folder / "scenario.yaml"
        yield from _yaml(folder / "walks")


def _yaml(folder: Path) -> Iterator[Path]:
    return (path for path in _entries(folder) if path.suffix == ".yaml")


def _entries(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            return [Path(entry.path) for entry in entries if not entry.name.startswith(".")]
    except OSError:
        return []


def _stamp(path: Path) -> Stamp | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
