"""SIM201: a scenario and its folder, a rubric and its file have one name."""

from collections.abc import Iterator
from typing import Final

from simulator.domain.ids import is_id
from simulator.domain.problem import Severity
from simulator.domain.rubric import Rubric
from simulator.domain.scenario import Scenario
from simulator.lint.across.filed import Filed
from simulator.lint.rule import Finding, Rule, example


def _check(filed: Filed) -> Iterator[Finding]:
    match filed.value:
        case Scenario(id=given):
            yield from _alike(given, filed.name, "folder")
            if not is_id(filed.name):
                message = f'the folder "{filed.name[:60]}" cannot be used as an id'
                yield Finding(message=message, hint="use small letters, digits and -", path=("id",))
        # An id that is none is told as that.
        case Rubric(id=given) if is_id(given):
            yield from _alike(given, filed.name, "file")
        case _:
            pass


def _alike(given: str, name: str, what: str) -> Iterator[Finding]:
    if given != name:
        message = f'the id is "{given[:60]}", but the {what} is "{name[:60]}"'
        yield Finding(message=message, hint="make them the same", path=("id",))


NAMED_ALIKE: Final = Rule[Filed](
    code="SIM201",
    law="A scenario is called like its folder, and a rubric like its file.",
    why="People look for it under one name, and records under the other.",
    failing=example("id: simple\n"),
    passing=example("id: sample\n"),
    severity=Severity.ERROR,
    check=_check,
)
