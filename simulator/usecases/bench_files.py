"""The files that an author sees beside the conversation: all scenarios, and of the open one its walks and rubrics."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from simulator.authoring.library import BAR_FILE, Library
from simulator.usecases.bench import Bench, Count


class FileKind(StrEnum):
    """What a file is."""

    SCENARIO = "scenario"
    WALK = "walk"
    RUBRIC = "rubric"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRow:
    """One file to open."""

    kind: FileKind
    name: str
    """The scenario's id, or the file's name without its ending."""
    file: Path
    count: Count
    """Of a scenario, with all that is in its folder."""
    open: bool
    """Whether it is the scenario on the bench."""


def file_rows(library: Library, bench: Bench) -> tuple[FileRow, ...]:
    """List all scenarios, and below the open one what belongs to it."""
    rows: list[FileRow] = []
    for scenario in library.ids:
        folder = library.root / "scenarios" / scenario
        is_open = bench.open is not None and bench.open.id == scenario
        rows.append(
            FileRow(
                kind=FileKind.SCENARIO,
                name=scenario,
                file=folder / "scenario.yaml",
                count=bench.found.count([folder]),
                open=is_open,
            )
        )
        rows += _belonging(library, bench, folder) if is_open else ()
    return tuple(rows)


def _belonging(library: Library, bench: Bench, folder: Path) -> Iterator[FileRow]:
    walks = sorted((folder / "walks").glob("*.yaml"))
    scenario = bench.preview.scenario if bench.preview else None
    skills = scenario.skills if scenario else ()
    rubrics = [library.root / "rubrics" / f"{skill}.yaml" for skill in skills]
    for kind, files in ((FileKind.WALK, walks), (FileKind.RUBRIC, [*rubrics, library.root / "rubrics" / BAR_FILE])):
        for file in files:
            yield FileRow(kind=kind, name=file.stem, file=file, count=bench.found.count([file]), open=False)
