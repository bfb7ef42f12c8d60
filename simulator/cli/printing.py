"""How commands print: data on standard output, talk on standard error."""

import dataclasses
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, TextIO, cast

from simulator.domain.attempt import Move
from simulator.domain.problem import Placed, Severity
from simulator.domain.sinks import for_terminal
from simulator.plain.fitting import columns_of, fitted

if TYPE_CHECKING:
    from simulator.usecases.linting import Linted
    from simulator.usecases.walking import WalkView


def print_lines(lines: Iterable[str], to: TextIO | None = None) -> None:
    """Print lines with nothing in them that could drive a terminal; on one, long ones are broken between words."""
    sink = to or sys.stdout
    columns = columns_of(sink)
    for line in lines:
        sink.write(fitted(for_terminal(line), columns) + "\n")


def print_text(text: str) -> None:
    """Print a text of several lines."""
    sys.stdout.write(for_terminal(text, lines=True).rstrip("\n") + "\n")


def print_report(text: str) -> None:
    """Print a report as it was written: each form has taken out by itself what could drive a terminal."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")


def as_json(value: object) -> str:
    """Write a frozen value as JSON.

    All but plain ASCII is written as an escape: so no terminal is driven by it and no parser reads other words.
    """
    return json.dumps(_plain(value), ensure_ascii=True, indent=2)


def print_problems(linted: "Linted", form: str, *, notes: bool) -> int:
    """Print problems, then one line that sums up; 1 where any is an error."""
    problems = [problem for problem in linted.problems if notes or problem.severity is not Severity.NOTE]
    if form == "json":
        print_text(as_json({"format": 1, "files": linted.files, "problems": problems}))
    else:
        # What other programs read is never broken: GitHub takes a line for an annotation.
        write = print_text if form == "github" else _print_line
        for problem in problems:
            write(_github(problem) if form == "github" else str(problem))
    summary = linted.summary if notes else linted.summary_without_notes
    print_lines([summary], sys.stderr if form == "json" else sys.stdout)
    return 1 if linted.of(Severity.ERROR) else 0


def _print_line(line: str) -> None:
    print_lines([line])


def print_walk(view: "WalkView") -> None:
    """Print a path turn by turn, then where it stands."""
    for turn in view.turns:
        shown = ", ".join(f"{key} {level:d}" for key, level in turn.shows.items())
        reaction = [f"  {turn.reaction}"] if turn.reaction else []
        print_lines([_heard(turn.turn, turn.mood, turn.customer), f"> {turn.choice}: {turn.say}", *reaction])
        feelings = ", ".join(f"{name} {value}" for name, value in turn.feelings.items())
        print_lines([f"  {'; '.join(part for part in (shown, feelings) if part)}"])
    print_lines([_heard(view.place, view.mood, view.customer)])
    for name, words in view.offered.items():
        print_lines([f"  {name}: {words}"])
    if view.outcome is not None:
        print_lines([f"Ended: {view.outcome}."])
    for skill, levels in view.levels.items():
        print_lines([f"{skill}: {', '.join(str(int(level)) for level in levels)}"])
    if view.critical:
        print_lines([f"critical errors: {', '.join(view.critical)}"])


def _github(problem: Placed) -> str:
    """Write an annotation as GitHub's workflow commands want it, with its own escapes."""
    kind = "notice" if problem.severity is Severity.NOTE else problem.severity
    text = problem.message + (f" - {problem.hint}" if problem.hint else "")
    body = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    place = problem.file.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    return f"::{kind} file={place},line={problem.line},col={problem.column},title={problem.code}::{body}"


def _heard(place: str, mood: str, words: str) -> str:
    return f"[{place}] ({mood}) {words}" if mood else f"[{place}] {words}"


def _plain(value: object) -> object:
    """Turn frozen values into what JSON has."""
    match value:
        case datetime():
            return value.isoformat()
        case Enum():
            return cast("object", value.value)
        case Mapping():
            return {str(key): _plain(part) for key, part in cast("Mapping[object, object]", value).items()}
        case tuple() | list():
            return [_plain(part) for part in cast("Sequence[object]", value)]
        case _ if dataclasses.is_dataclass(value):
            named = {item.name: _plain(getattr(value, item.name)) for item in dataclasses.fields(value)}
            # Moves differ by their kind alone.
            return {"kind": type(value).__name__.lower()} | named if isinstance(value, Move) else named
        case _:
            return value
