"""Every mistake of a library, or of some of its files: what `simulator lint` reads out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.authoring.files import read_bytes, real
from simulator.authoring.index import digest_of
from simulator.authoring.reading import Read, bounded, placed, read_content, read_file
from simulator.authoring.schema import Kind
from simulator.authoring.source import MAX_MISTAKES
from simulator.domain.ids import Digest, SkillId, is_id
from simulator.domain.near import or_known
from simulator.domain.problem import Placed, Problem, Severity
from simulator.domain.rubric import Bar, Rubric
from simulator.domain.scenario import Scenario

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
    files = set(_files(library.root)) if paths is None else {file for path in paths for file in _below(path)}
    if paths is None:
        files.add(library.root / "rubrics" / BAR_FILE)
    return tuple(_examined(library, file) for file in sorted(files))


def _files(root: Path) -> Iterator[Path]:
    yield from (root / "rubrics").glob("*.yaml")
    # A folder without its scenario.yaml is a mistake as well: perhaps the file ends in .yml.
    yield from (entry / "scenario.yaml" for entry in (root / "scenarios").glob("[!.]*") if entry.is_dir())
    yield from (root / "scenarios").glob("*/walks/*.yaml")


def _below(path: Path) -> Iterator[Path]:
    """Yield a file itself, or the files of a library or scenario below a folder."""
    if not path.is_dir():
        yield path
        return
    yield from (file for file in path.rglob("*.yaml") if _kind(file) is not None)


def _examined(library: "Library", file: Path) -> Examined:
    shown = library.shown(file)
    kind = _kind(file)
    if kind is None:
        return Examined(file=file, read=Read(None, None, ()), problems=tuple(_unknown_kind(file, shown)), digest=None)
    content = read_bytes(file, shown)
    if isinstance(content, Placed):
        return Examined(file=file, read=Read(None, None, ()), problems=(content,), digest=None)
    read = read_content(kind, content, shown)
    across = tuple(islice(_across(library, read, file), MAX_MISTAKES + 1))
    more = bounded(placed(read.source, across)) if read.source is not None else ()
    return Examined(file=file, read=read, problems=(*read.problems, *more), digest=digest_of(content))


def _kind(file: Path) -> Kind | None:
    """Tell the kind of a file by its place."""
    if file.name == BAR_FILE:
        return "readiness"
    if file.name == "scenario.yaml":
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


def _across(library: "Library", read: Read, file: Path) -> Iterator[Problem]:
    """Yield what is wrong between this file and the rest of the library."""
    match read.value:
        case Scenario() as scenario:
            yield from _folder(scenario, real(file).parent.name)
            yield from _skills(library, scenario.skills)
            yield from _tags(library, scenario)
        case Rubric() as rubric if rubric.id != file.stem:
            yield _named(("id",), f'the id is "{rubric.id[:60]}", but the file is "{file.stem[:60]}"')
        case Bar() as bar:
            yield from _skills(library, bar.skills)
        case _:
            pass


def _folder(scenario: Scenario, folder: str) -> Iterator[Problem]:
    if scenario.id != folder:
        yield _named(("id",), f'the id is "{scenario.id[:60]}", but the folder is "{folder[:60]}"')
    if not is_id(folder):
        message, hint = f'the folder "{folder[:60]}" cannot be used as an id', "use small letters, digits and -"
        yield Problem(code="SIM201", message=message, hint=hint, path=("id",))


def _skills(library: "Library", skills: Sequence[SkillId]) -> Iterator[Problem]:
    rubrics = library.rubrics()
    for index, skill in enumerate(skills):
        if skill not in rubrics:
            hint = or_known(skill, rubrics, "write its rubric")
            if (library.root / "rubrics" / f"{skill[:60]}.yaml").is_file():
                hint = f"mend rubrics/{skill[:60]}.yaml first"
            yield Problem(code="SIM203", message=f'no rubric defines "{skill[:60]}"', hint=hint, path=("skills", index))


def _tags(library: "Library", scenario: Scenario) -> Iterator[Problem]:
    """Yield indicators and critical errors that nobody has defined."""
    errors = _critical_errors(library)
    for turn_id, turn in scenario.turns.items():
        for number, choice in enumerate(turn.choices):
            path = ("turns", turn_id, "choices", number)
            for key in choice.shows:
                yield from _indicator(library, key, (*path, "shows", key))
            if errors is not None and choice.critical is not None and choice.critical not in errors:
                hint = or_known(choice.critical, errors, f"declare it in rubrics/{BAR_FILE}")
                message = f'no critical error is called "{choice.critical[:60]}"'
                yield Problem(code="SIM205", message=message, hint=hint, path=(*path, "critical"))


def _indicator(library: "Library", key: str, path: tuple[str | int, ...]) -> Iterator[Problem]:
    skill, _, indicator = key.partition(".")
    rubric = library.rubrics().get(SkillId(skill))
    if rubric is not None and indicator not in rubric.indicators:
        hint = or_known(indicator, rubric.indicators, "add it to the rubric")
        message = f'"{skill}" has no indicator called "{indicator[:60]}"'
        yield Problem(code="SIM204", message=message, hint=hint, path=path, at_key=True)


def _critical_errors(library: "Library") -> tuple[str, ...] | None:
    """Return the declared critical errors; None where the bar cannot be read, which is a mistake of its own."""
    read = read_file("readiness", library.root / "rubrics" / BAR_FILE, BAR_FILE)
    return tuple(read.value.critical_errors) if isinstance(read.value, Bar) else None


def _named(path: tuple[str, ...], message: str) -> Problem:
    return Problem(code="SIM201", message=message, hint="make them the same", path=path)
