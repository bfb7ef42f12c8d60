"""A copy of some shipped scenarios with the same mistake made all through them, and what lint says of it."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NotRequired, TypedDict, cast

import yaml

from simulator.authoring.library import open_library
from simulator.domain.problem import Severity
from simulator.usecases.linting import lint

_SHIPPED = Path(__file__).parents[2]


class ChoiceText(TypedDict):
    """A choice as it stands in the file."""

    id: str
    say: str
    to: str
    shows: NotRequired[dict[str, int]]
    when: NotRequired[str]
    critical: NotRequired[str]


class TurnText(TypedDict):
    """A turn as it stands in the file."""

    customer: NotRequired[str]
    calls_for: NotRequired[list[str]]
    choices: NotRequired[list[ChoiceText]]


class ScenarioText(TypedDict):
    """A scenario as it stands in the file."""

    id: str
    skills: list[str]
    purpose: str
    turns: dict[str, TurnText]


@dataclass(frozen=True)
class Found:
    """One problem: its file, the text of its line, and what it says."""

    code: str
    file: str
    line: str
    severity: Severity
    message: str
    hint: str


def copied(folder: Path, *names: str) -> Path:
    """Copy the shipped rubrics and some scenarios."""
    for part in ("rubrics", *(f"scenarios/{name}" for name in names)):
        shutil.copytree(_SHIPPED / part, folder / part)
    return folder


def rework(folder: Path, name: str, change: Callable[[ScenarioText], None]) -> Path:
    """Change a copied scenario all through; return its file."""
    file = folder / "scenarios" / name / "scenario.yaml"
    scenario = cast("ScenarioText", yaml.safe_load(file.read_text(encoding="utf-8")))
    change(scenario)
    file.write_text(yaml.safe_dump(scenario, sort_keys=False, width=10_000), encoding="utf-8")
    return file


def found(folder: Path, code: str, *paths: Path) -> list[Found]:
    """Return what lint finds of one code."""
    return [each for each in _all(folder, paths) if each.code == code]


def contests(scenario: ScenarioText) -> Iterator[tuple[TurnText, list[ChoiceText], list[ChoiceText]]]:
    """Yield the turns that have a best choice and others, with both."""
    for turn in scenario["turns"].values():
        if turn.get("calls_for") and turn.get("choices"):
            choices = turn.get("choices", [])
            top = max(level_of(turn, choice) for choice in choices)
            best = [choice for choice in choices if level_of(turn, choice) == top]
            if len(best) < len(choices):
                yield turn, best, [choice for choice in choices if choice not in best]


def level_of(turn: TurnText, choice: ChoiceText) -> int:
    """Return what a choice shows of the skill that the turn calls for first."""
    first = turn.get("calls_for", [""])[0]
    return next(level for key, level in choice.get("shows", {}).items() if key.split(".")[0] == first)


def _all(folder: Path, paths: tuple[Path, ...]) -> Iterator[Found]:
    for each in lint(open_library(folder, None), paths).problems:
        file = Path(each.file) if Path(each.file).exists() else folder / each.file
        line = file.read_text(encoding="utf-8").splitlines()[each.line - 1].strip()
        place = str(file.relative_to(folder))
        yield Found(each.code, place, line, each.severity, each.message, each.hint)
