"""A library: a folder with `scenarios/` and `rubrics/`. A broken file never hides the good ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

import simulator
from simulator.authoring.files import read_bytes, real
from simulator.authoring.index import Index, digest_of, read_through
from simulator.domain.ids import Digest, ScenarioId, SkillId, is_id
from simulator.domain.near import did_you_mean
from simulator.domain.problem import Placed
from simulator.domain.rubric import Bar, Rubric
from simulator.domain.scenario import Customer, Difficulty, Purpose, Scenario
from simulator.domain.walk import Walk

if TYPE_CHECKING:
    from simulator.authoring.check_files import Examined
    from simulator.authoring.schema import Kind, Value

BAR_FILE: Final = "readiness.yaml"
"""The rubric folder's one file that is no rubric."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What lists show of a scenario."""

    id: ScenarioId
    title: str
    summary: str
    purpose: Purpose
    level: Difficulty
    minutes: int
    teaches: str
    skills: tuple[SkillId, ...]
    customer: Customer
    digest: Digest
    moments: Mapping[SkillId, int]
    """For an assessment: for each skill, the moments that every path gives at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A scenario with the exact text it was read from."""

    scenario: Scenario
    digest: Digest
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A scenario that cannot be opened."""

    id: ScenarioId
    problems: tuple[Placed, ...]


class UnknownScenario(Exception):
    """No scenario of that id is in the library."""


class BrokenScenario(Exception):
    """The scenario's file has mistakes that keep it from being played."""

    def __init__(self, scenario: ScenarioId, problems: tuple[Placed, ...]) -> None:
        listed = "; ".join(map(str, problems[:3]))
        super().__init__(f'"{scenario}" cannot be opened because of mistakes in its file: {listed}')
        self.problems = problems


class BrokenLibrary(Exception):
    """The library lacks what everything else stands on."""


class Library:
    """One folder of scenarios and rubrics, read at need and only once."""

    def __init__(self, root: Path, index: Index) -> None:
        self.root = root
        self.index = index
        self._loaded: dict[ScenarioId, Loaded | Broken] = {}

    def summaries(self) -> tuple[Summary, ...]:
        """List the scenarios that can be opened, by id."""
        return self._summaries

    def broken(self) -> tuple[Broken, ...]:
        """List the scenarios that cannot be opened, by id."""
        return tuple(part for part in map(self._load, self.ids) if isinstance(part, Broken))

    def scenario(self, scenario_id: ScenarioId) -> Loaded:
        """Return one scenario; UnknownScenario or BrokenScenario where that cannot be."""
        if not is_id(scenario_id) or scenario_id not in self.ids:
            hint = did_you_mean(scenario_id, self.ids) or f"there are: {', '.join(self.ids) or 'none'}."
            other = " Another library is named with --library DIR." if self.root == default_root() else ""
            raise UnknownScenario(f'There is no scenario called "{scenario_id[:80]}" in {self.root}: {hint}{other}')
        found = self._load(scenario_id)
        if isinstance(found, Broken):
            raise BrokenScenario(scenario_id, found.problems)
        return found

    def bar(self) -> Bar:
        """Return the readiness rule's numbers; BrokenLibrary where the file is missing or wrong."""
        return self._bar

    def rubrics(self) -> Mapping[SkillId, Rubric]:
        """Return the rubrics that can be read, by skill."""
        return self._rubrics

    def walks(self, scenario_id: ScenarioId) -> tuple[tuple[str, Walk], ...]:
        """Return a scenario's walks that can be read, by name."""
        from simulator.authoring.reading import read_file

        files = sorted((self.root / "scenarios" / scenario_id / "walks").glob("*.yaml"))
        read = ((file.stem, read_file("walk", file, self.shown(file)).value) for file in files)
        return tuple((name, walk) for name, walk in read if isinstance(walk, Walk))

    def check(self, paths: Sequence[Path] | None = None) -> tuple[Placed, ...]:
        """Find every mistake of the library, or of the given files and folders."""
        from simulator.authoring.check_files import check

        return check(self, paths)

    def examine(self, paths: Sequence[Path] | None = None) -> "tuple[Examined, ...]":
        """Read every file of the library, or of the given files and folders, each with its mistakes."""
        from simulator.authoring.check_files import examine

        return examine(self, paths)

    def shown(self, path: Path) -> str:
        """Name a file as people would: relative to where they are, if it is below."""
        try:
            return str(real(path).relative_to(Path.cwd()))
        except (ValueError, OSError):
            return str(path)

    @cached_property
    def ids(self) -> tuple[ScenarioId, ...]:
        """The scenarios there are, sound or not."""
        folder = self.root / "scenarios"
        try:
            names = sorted(entry.name for entry in folder.iterdir() if is_id(entry.name))
        except OSError:
            return ()
        home = real(self.root)
        found = (name for name in names if real(folder / name / "scenario.yaml").is_relative_to(home))
        return tuple(ScenarioId(name) for name in found if (folder / name / "scenario.yaml").exists())

    @cached_property
    def _summaries(self) -> tuple[Summary, ...]:
        found = (self._load(scenario) for scenario in self.ids)
        return tuple(_summary(part, self._moments(part)) for part in found if isinstance(part, Loaded))

    def _moments(self, loaded: Loaded) -> Mapping[SkillId, int]:
        if loaded.scenario.purpose is not Purpose.ASSESSMENT:
            return {}
        known = self.index.moments(loaded.digest)
        if known is None:
            from simulator.analysis.moments import least_moments

            known = least_moments(loaded.scenario)
            self.index.put_moments(loaded.digest, known)
        return known

    @cached_property
    def _bar(self) -> Bar:
        file = self.root / "rubrics" / BAR_FILE
        value, problems, _, _ = self._read("readiness", file)
        if not isinstance(value, Bar):
            said = "\n".join(map(str, problems[:5]))
            raise BrokenLibrary(f"The library {self.root} cannot be used, because the bar cannot be read:\n{said}")
        return value

    @cached_property
    def _rubrics(self) -> Mapping[SkillId, Rubric]:
        files = sorted(file for file in (self.root / "rubrics").glob("*.yaml") if file.name != BAR_FILE)
        read = ((file.stem, self._read("rubric", file)[0]) for file in files)
        return {SkillId(name): rubric for name, rubric in read if isinstance(rubric, Rubric) and rubric.id == name}

    def _load(self, scenario_id: ScenarioId) -> Loaded | Broken:
        if scenario_id not in self._loaded:
            self._loaded[scenario_id] = self._loading(scenario_id)
        return self._loaded[scenario_id]

    def _loading(self, scenario_id: ScenarioId) -> Loaded | Broken:
        file = self.root / "scenarios" / scenario_id / "scenario.yaml"
        value, problems, digest, text = self._read("scenario", file)
        if not isinstance(value, Scenario):
            return Broken(id=scenario_id, problems=problems)
        if value.id != scenario_id:
            message, hint = f'the id is "{value.id[:60]}", but the folder is "{scenario_id}"', "make them the same"
            wrong = Placed(file=self.shown(file), line=1, column=1, code="SIM201", message=message, hint=hint)
            return Broken(id=scenario_id, problems=(wrong,))
        return Loaded(scenario=value, digest=digest, text=text)

    def _read(self, kind: "Kind", file: Path) -> "tuple[Value | None, tuple[Placed, ...], Digest, str]":
        """Read a file through the index: value, problems, digest, text."""
        content = read_bytes(file, self.shown(file))
        if isinstance(content, Placed):
            return None, (content,), Digest(""), ""
        value, problems = read_through(self.index, kind, content, self.shown(file))
        return value, problems, digest_of(content), content.decode("utf-8", errors="replace")


def scenario_from(text: str, index: Index) -> Scenario:
    """Read a scenario from its recorded text; BrokenScenario where this version cannot read it any more."""
    value, problems = read_through(index, "scenario", text.encode("utf-8", errors="surrogatepass"), "recorded text")
    if not isinstance(value, Scenario):
        raise BrokenScenario(ScenarioId("recorded"), problems)
    return value


def open_library(root: Path, cache: Path | None) -> Library:
    """Open a folder as a library; BrokenLibrary where it is none."""
    if not (root / "scenarios").is_dir() or not (root / "rubrics").is_dir():
        raise BrokenLibrary(f"{root} is not a library: it needs the folders scenarios and rubrics.")
    return Library(root, Index(cache))


def default_root() -> Path:
    """Return the library that comes with the program: inside an installed package, or beside it in a clone."""
    package = Path(simulator.__file__).parent
    inside = package / "library"
    return inside if inside.is_dir() else package.parent


def installed(root: Path) -> bool:
    """Tell whether a library is the one inside the installed package, which the next version replaces."""
    return real(root).is_relative_to(real(Path(simulator.__file__).parent))


def _summary(loaded: Loaded, moments: Mapping[SkillId, int]) -> Summary:
    scenario = loaded.scenario
    return Summary(
        id=scenario.id,
        title=scenario.title,
        summary=scenario.summary,
        purpose=scenario.purpose,
        level=scenario.level,
        minutes=scenario.minutes,
        teaches=scenario.teaches,
        skills=scenario.skills,
        customer=scenario.customer,
        digest=loaded.digest,
        moments=moments,
    )
