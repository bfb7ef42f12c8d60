"""Every mistake of a library, or of some of its files: what `simulator lint` reads out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.authoring.files import read_bytes, real
from simulator.authoring.index import digest_of
from simulator.authoring.missing import SCENARIO_FILE, is_missing, missing, missing_below, scenario_folders
from simulator.authoring.reading import Read, asked, bounded, placed, read_content, read_file
from simulator.authoring.schema import Kind
from simulator.authoring.source import MAX_MISTAKES
from simulator.domain.ids import Digest
from simulator.domain.problem import Placed, Problem, Severity
from simulator.domain.rubric import Bar
from simulator.domain.scenario import Scenario
from simulator.domain.walk import Walk
from simulator.lint import across
from simulator.lint.across.filed import Filed

if TYPE_CHECKING:
    from simulator.authoring.library import Library

BAR_FILE = "readiness.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """One file, read, with every mistake that keeps it from being what it should be."""

    file: Path
    read: Read
    problems: tuple[Placed, ...]
    digest: Digest | None
    """The digest of its bytes; None where they cannot be read."""

    @property
    def sound(self) -> bool:
        """Whether it can be used as it is."""
        return self.read.value is not None and not any(part.severity is Severity.ERROR for part in self.problems)

    def placed(self, problems: Sequence[Problem]) -> tuple[Placed, ...]:
        """Give problems found later their places in this file."""
        return bounded(placed(self.read.source, problems)) if self.read.source else ()


def check(library: "Library", paths: Sequence[Path] | None) -> tuple[Placed, ...]:
    """Find every mistake of the library, or of the given files and folders, in the order of files and lines."""
    return tuple(sorted(problem for part in examine(library, paths) for problem in part.problems))


def examine(library: "Library", paths: Sequence[Path] | None) -> tuple[Examined, ...]:
    """Read every file of the library, or of the given files and folders."""
    files = (
        set(_files(library.root)) if paths is None else {file for path in paths for file in _below(library.root, path)}
    )
    if paths is None:
        files.add(library.root / "rubrics" / BAR_FILE)
    around = _Around(library)
    return tuple(_examined(around, file) for file in sorted(files))


def _files(root: Path) -> Iterator[Path]:
    yield from (root / "rubrics").glob("*.yaml")
    # A folder without its scenario.yaml is a mistake as well: perhaps the file ends in .yml.
    yield from (folder / SCENARIO_FILE for folder in scenario_folders(root))
    yield from (root / "scenarios").glob("*/walks/*.yaml")


def _below(root: Path, path: Path) -> Iterator[Path]:
    """Yield a file itself, or the files of a library or scenario below a folder, those that it lacks among them."""
    if not path.is_dir():
        yield path
        return
    yield from (file for file in path.rglob("*.yaml") if _kind(file) is not None)
    yield from missing_below(root, path)


def _examined(around: "_Around", file: Path) -> Examined:
    shown = around.library.shown(file)
    kind = _kind(file)
    if kind is None:
        return Examined(file=file, read=Read(None, None, ()), problems=tuple(_unknown_kind(file, shown)), digest=None)
    lacking = kind == "scenario" and is_missing(file)
    content = missing(file, shown) if lacking else read_bytes(file, shown)
    if isinstance(content, Placed):
        return Examined(file=file, read=Read(None, None, ()), problems=(content,), digest=None)
    read = read_content(kind, content, shown)
    filed = around.filed(read, file)
    found = tuple(islice(asked(across.RULES, filed), MAX_MISTAKES + 1)) if filed is not None else ()
    more = bounded(placed(read.source, found)) if read.source is not None else ()
    return Examined(file=file, read=read, problems=(*read.problems, *more), digest=digest_of(content))


def _kind(file: Path) -> Kind | None:
    """Tell the kind of a file by its place."""
    if file.name == BAR_FILE:
        return "readiness"
    if file.name == SCENARIO_FILE:
        return "scenario"
    by_folder: dict[str, Kind] = {"walks": "walk", "rubrics": "rubric"}
    return by_folder.get(real(file).parent.name)


def _unknown_kind(file: Path, shown: str) -> Iterator[Placed]:
    content = read_bytes(file, shown)
    if isinstance(content, Placed):
        yield content
        return
    message = "it cannot be told what kind of file this is"
    hint = "call it scenario.yaml or readiness.yaml, or put it into walks/ or rubrics/"
    yield Placed(file=shown, line=1, column=1, code="SIM202", message=message, hint=hint)


@dataclass(frozen=True)
class _Around:
    """What a library has for all of its files to use, looked up at the first question, and once."""

    library: "Library"

    def filed(self, read: Read, file: Path) -> Filed | None:
        """Put a file's value in its place among the others; None where nothing holds between them."""
        value = read.meant
        if value is None or isinstance(value, Walk):
            return None
        return Filed(
            value=value,
            name=real(file).parent.name if isinstance(value, Scenario) else file.stem,
            rubrics=self.library.rubrics(),
            rubric_files=self._rubric_files,
            critical_errors=self._critical_errors,
        )

    @cached_property
    def _rubric_files(self) -> frozenset[str]:
        return frozenset(file.stem for file in (self.library.root / "rubrics").glob("*.yaml") if file.is_file())

    @cached_property
    def _critical_errors(self) -> tuple[str, ...] | None:
        read = read_file("readiness", self.library.root / "rubrics" / BAR_FILE, BAR_FILE)
        return tuple(read.value.critical_errors) if isinstance(read.value, Bar) else None
