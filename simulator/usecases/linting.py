"""Everything that is wrong or doubtful in a library, with its place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.authoring.check_files import Examined
from simulator.authoring.collecting import collecting_paused
from simulator.authoring.files import real
from simulator.authoring.library import Library
from simulator.domain.ids import Digest, ScenarioId, is_id
from simulator.domain.near import did_you_mean
from simulator.domain.problem import Placed, Problem, Severity
from simulator.domain.rubric import Bar
from simulator.domain.scenario import Scenario
from simulator.domain.walk import Walk
from simulator.lint.rules import OF_LIBRARIES, OF_SCENARIOS
from simulator.lint.silence import heard
from simulator.lint.subject import Proven, Shelf
from simulator.usecases.evidence import gather
from simulator.usecases.refusal import Refused
from simulator.usecases.shelf import named

if TYPE_CHECKING:
    from simulator.usecases.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Linted:
    """What came of it."""

    files: int
    """Files that were looked at."""
    problems: tuple[Placed, ...]
    """Sorted by place; notes among them."""

    def of(self, severity: Severity) -> int:
        """Count the problems of one severity."""
        return sum(problem.severity is severity for problem in self.problems)

    @property
    def summary(self) -> str:
        """What came of it, in one line."""
        if not self.files:
            return "Nothing of ours here: no scenario.yaml, and no rubrics/ or walks/ with .yaml files."
        grave = (severity for severity in Severity if severity is not Severity.NOTE)
        counted = [_count(self.of(severity), severity) for severity in grave if self.of(severity)]
        found = ", ".join(counted) if counted else "No problems found"
        notes = self.of(Severity.NOTE)
        return f"{found} in {_count(self.files, 'file')}{f', and {_count(notes, Severity.NOTE)}' if notes else ''}."

    @property
    def summary_without_notes(self) -> str:
        """The same where notes are only counted: how to see them is said too."""
        noted = self.of(Severity.NOTE)
        return f"{self.summary[:-1]} (--notes shows {'it' if noted == 1 else 'them'})." if noted else self.summary


def places(desk: "Desk", typed: Sequence[str]) -> tuple[Path, ...]:
    """Return the files and folders that are meant; Refused names what is neither one nor a scenario's id or title."""
    found = {words: _place(desk, words) for words in typed}
    unknown = [_unknown(desk, words) for words, place in found.items() if place is None]
    if unknown:
        raise Refused("\n".join(unknown))
    return tuple(place for place in found.values() if place is not None)


Begun = Mapping[ScenarioId, Sequence[Digest]]
"""For each scenario, the versions on which attempts are still open."""


@collecting_paused()
def lint(library: Library, paths: Sequence[Path] = (), begun: Begun | None = None) -> Linted:
    """Look at files, or at the whole library: everything at once, sorted by place.

    Of a scenario or walk that is asked for, the whole folder is read, because they are judged together; rules over
    the whole library are asked only where all of it is looked at, and no scenario is left out for its mistakes.
    """
    round_about = _with_their_folders(paths)
    examined = _Examined({real(part.file): part for part in library.examine(round_about or None)}, library)
    proven = tuple(_proven(examined, begun or {}))
    for subject in proven:
        examined.note(subject.file, (found for rule in OF_SCENARIOS for found in rule.findings(subject)))
    if not paths and examined.scenarios_sound:
        examined.unasked = frozenset()
        shelf = Shelf(scenarios=proven, rubrics=library.rubrics(), bar=examined.bar)
        examined.note("", (found for rule in OF_LIBRARIES for found in rule.findings(shelf)))
    wanted = {real(path) for path in paths}
    problems = [found for file in examined.files if _within(file, wanted) for found in examined.heard(file)]
    return Linted(files=sum(_within(file, wanted) for file in examined.files), problems=tuple(sorted(set(problems))))


def begun_of(desk: "Desk") -> Begun:
    """Return the versions on which attempts of anybody are still open."""
    begun: dict[ScenarioId, list[Digest]] = {}
    for rep in desk.records.reps():
        gathered = gather(desk, rep.id)
        content = {attempt.id: attempt.content for attempt in gathered.attempts}
        for shown in gathered.evidence:
            if shown.ending is None:
                begun.setdefault(shown.scenario, []).append(content[shown.attempt])
    return begun


@dataclass(slots=True)
class _Examined:
    """All files that were read, and what is said of each."""

    files: Mapping[Path, Examined]
    library: Library
    said: dict[Path, list[Problem]] = field(default_factory=dict[Path, list[Problem]])
    unasked: frozenset[str] = frozenset(rule.code for rule in OF_LIBRARIES)
    """Codes of rules that have not been asked, or not all that they ask."""

    @property
    def scenarios_sound(self) -> bool:
        """Whether every scenario can be looked at by the rules."""
        return all(part.sound for file, part in self.files.items() if file.name == "scenario.yaml")

    @property
    def bar(self) -> Bar | None:
        """The bar, where it can be read."""
        return next((part.read.value for part in self.files.values() if isinstance(part.read.value, Bar)), None)

    def note(self, file: str, found: Iterable[tuple[str, Problem]]) -> None:
        """Note what rules have found, by file."""
        places: dict[str, list[Problem]] = {}
        for other, problem in found:
            places.setdefault(other or file, []).append(problem)
        for name, problems in places.items():
            self.said.setdefault(real(self.library.root / name), []).extend(problems)

    def heard(self, file: Path) -> tuple[Placed, ...]:
        """Return all that is said of a file, but for what its comments let stand."""
        part = self.files[file]
        said = (*part.problems, *part.placed(self.said.get(file, ())))
        if part.read.source is None:
            return said
        source = part.read.source
        return heard(source.text, said, source.file, complete=part.sound, unasked=self.unasked, texts=source.spans)


def _proven(examined: _Examined, begun: Begun) -> Iterator[Proven]:
    for file, part in examined.files.items():
        if isinstance(part.read.value, Scenario) and part.sound:
            scenario = part.read.value
            beside = ((other.stem, other, found) for other, found in examined.files.items())
            walks = tuple(
                (name, found.read.value)
                for name, other, found in beside
                if isinstance(found.read.value, Walk) and other.parent.parent == file.parent and found.sound
            )
            elsewhere = sum(digest != part.digest for digest in begun.get(scenario.id, ()))
            yield Proven(scenario=scenario, walks=walks, begun_elsewhere=elsewhere)


def _place(desk: "Desk", typed: str) -> Path | None:
    path = Path(typed)
    if path.exists() or path.is_symlink():
        return path
    name = named(desk, typed)
    folder = desk.library.root / "scenarios" / name
    return folder if is_id(name) and folder.is_dir() else None


def _unknown(desk: "Desk", typed: str) -> str:
    near = did_you_mean(typed, desk.library.ids)
    said = f'There is no file, folder or scenario called "{typed[:200]}"'
    return f"{said}: {near}" if near else f"{said}."


def _with_their_folders(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return the paths, with the folder of each scenario that they touch."""
    folders = [_scenario_folder(path) for path in paths]
    return tuple(dict.fromkeys((*paths, *(folder for folder in folders if folder is not None))))


def _scenario_folder(path: Path) -> Path | None:
    for folder in (path, path.parent, path.parent.parent):
        if (folder / "scenario.yaml").exists():
            return folder
    return None


def _within(file: Path, wanted: set[Path]) -> bool:
    return not wanted or any(file == path or path in file.parents for path in wanted)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
