"""What lies on an author's bench: the open scenario with its walks, what lint says of it, and of the files around it.

Everything is read afresh from the disk each time: these functions are called after a file was saved.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from simulator.authoring.files import real
from simulator.authoring.library import BrokenScenario, Library, UnknownScenario
from simulator.authoring.reading import read_file
from simulator.conversation.machine import conversation_of
from simulator.domain.ids import ScenarioId
from simulator.domain.problem import Placed, Severity
from simulator.domain.scenario import Scenario
from simulator.domain.walk import Walk
from simulator.lint.coverage import Coverage, coverage
from simulator.lint.rules import OF_LIBRARIES
from simulator.lint.subject import Proven
from simulator.usecases.linting import lint
from simulator.usecases.preview import Preview, begin, renewed
from simulator.usecases.watching import scenario_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """One scenario as it is on the disk now."""

    id: ScenarioId
    scenario: Scenario | None
    """None where its mistakes keep it from being played."""
    why_not: str
    """Why it cannot be played; empty where it can."""
    walks: tuple[tuple[str, Walk], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many problems there are."""

    errors: int
    warnings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """All that lint has said, by the file it is said of."""

    by_file: Mapping[Path, tuple[Placed, ...]]

    def count(self, files: Iterable[Path]) -> Count:
        """Count the problems of some files, or of the files in some folders."""
        below = [real(path) for path in files]
        said = [
            problem.severity
            for file, problems in self.by_file.items()
            if any(file == path or path in file.parents for path in below)
            for problem in problems
        ]
        return Count(errors=said.count(Severity.ERROR), warnings=said.count(Severity.WARNING))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """All that lies on the bench."""

    open: Opened | None = None
    """None before a scenario was opened."""
    preview: Preview | None = None
    """The conversation in the last version that could be played; None where there was none yet."""
    found: Found = Found(by_file={})
    coverage: Coverage | None = None
    """None before the walks were gone, and where the scenario cannot be played."""

    def after_reading(self, now: Opened) -> "tuple[Bench, str]":
        """Put what was read on the bench; the same choices are made again, and what came out differently is said."""
        same = self.open is not None and self.open.id == now.id
        kept, note = self.preview if same else None, ""
        if now.scenario is not None:
            kept, note = renewed(kept, now.scenario) if kept else (begin(now.scenario), "")
        return replace(self, open=now, preview=kept, coverage=self.coverage if same else None), note

    def with_preview(self, preview: Preview) -> "Bench":
        """Stand elsewhere in the conversation."""
        return replace(self, preview=preview)

    def with_found(self, found: Found) -> "Bench":
        """Put on it what lint has said."""
        return replace(self, found=found)

    def with_coverage(self, coverage: Coverage | None) -> "Bench":
        """Put on it what the walks make."""
        return replace(self, coverage=coverage)


def fresh(library: Library) -> Library:
    """Return the library as it is on the disk now: a library reads every file only once."""
    return Library(library.root, library.index)


def opened(library: Library, scenario_id: ScenarioId) -> Opened:
    """Read one scenario and its walks."""
    now = fresh(library)
    try:
        scenario = now.scenario(scenario_id).scenario
    except (BrokenScenario, UnknownScenario) as problem:
        return Opened(id=scenario_id, scenario=None, why_not=str(problem), walks=now.walks(scenario_id))
    # Built here, where it may take its time, and kept for whoever asks for it next.
    conversation_of(scenario)
    return Opened(id=scenario_id, scenario=scenario, why_not="", walks=now.walks(scenario_id))


def covered(now: Opened) -> Coverage | None:
    """Go all its walks; None where it cannot be played."""
    if now.scenario is None:
        return None
    # A copy has a machine of its own: this may be asked beside a thread that uses the other.
    return coverage(Proven(scenario=replace(now.scenario), walks=now.walks))


def checked(library: Library, before: Found, scenario_id: ScenarioId) -> Found:
    """Look again at one scenario; what is said of other files, or told by all together, stays as it was."""
    folder = library.root / "scenarios" / scenario_id
    said = _by_file(lint(fresh(library), (folder,)).problems)
    together = {rule.code for rule in OF_LIBRARIES}
    kept = {
        file: tuple(
            problem
            for problem in problems
            if problem.code in together or scenario_of(library.root, file) != scenario_id
        )
        for file, problems in before.by_file.items()
    }
    return Found(by_file={file: (*said.get(file, ()), *kept.get(file, ())) for file in said.keys() | kept.keys()})


def all_checked(library: Library) -> Found:
    """Look at the whole library."""
    return Found(by_file=_by_file(lint(fresh(library)).problems))


def listed(library: Library, found: Found, scenario_id: ScenarioId | None, *, notes: bool) -> tuple[Placed, ...]:
    """List the problems of one scenario, the gravest first, then those of all other files."""
    said = (
        (_rank(library, scenario_id, file, problem), problem)
        for file, problems in found.by_file.items()
        for problem in problems
        if notes or problem.severity is not Severity.NOTE
    )
    return tuple(problem for _, problem in sorted(said))


def _rank(library: Library, scenario_id: ScenarioId | None, file: Path, problem: Placed) -> tuple[int, int]:
    elsewhere = scenario_of(library.root, file) != scenario_id
    return int(elsewhere), 0 if elsewhere else list(Severity).index(problem.severity)


def line_of(library: Library, scenario_id: ScenarioId, place: str) -> int:
    """Return the line on which a turn or ending stands in its file now; 1 where it cannot be told."""
    file = library.root / "scenarios" / scenario_id / "scenario.yaml"
    source = read_file("scenario", file, library.shown(file)).source
    paths = [(kind, place) for kind in ("turns", "endings")]
    return next((source.keys[path][0] for path in paths if source and path in source.keys), 1)


def scenario_file(library: Library, scenario_id: ScenarioId) -> str:
    """Name the file of a scenario as people would."""
    return library.shown(library.root / "scenarios" / scenario_id / "scenario.yaml")


def _by_file(problems: Iterable[Placed]) -> Mapping[Path, tuple[Placed, ...]]:
    found: dict[Path, list[Placed]] = {}
    for problem in problems:
        found.setdefault(real(Path(problem.file)), []).append(problem)
    return {file: tuple(said) for file, said in found.items()}
