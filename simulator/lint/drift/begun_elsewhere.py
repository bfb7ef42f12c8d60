"""SIM303: attempts go on with the text they began with."""

from collections.abc import Iterator
from typing import Final

from simulator.domain.problem import Severity
from simulator.lint.rule import SCENARIO_FILE, Example, Finding, Rule
from simulator.lint.subject import Proven


def _check(proven: Proven) -> Iterator[Finding]:
    number = proven.begun_elsewhere
    if number:
        attempts, go = ("one attempt is", "it goes") if number == 1 else (f"{number:,} attempts are", "they go")
        yield Finding(
            message=f"{attempts} still open on another text of this conversation: {go} on with that one",
            hint="nothing need be done; what is changed here reaches whoever begins from now on",
            path=("id",),
            at_key=True,
        )


_REWORDED: Final = "title: The same fault again\n"
_AS_IT_WAS: Final = "title: A sample\n"

BEGUN_ELSEWHERE: Final = Rule[Proven](
    code="SIM303",
    law="Open attempts stand on the present text.",
    why="A rep who is under way goes on with the text they began with, so that nothing changes under their hands: what "
    "was mended here does not reach them before their next attempt.",
    failing=Example(files={SCENARIO_FILE: _REWORDED}, begun_on=_AS_IT_WAS),
    passing=Example(files={SCENARIO_FILE: _AS_IT_WAS}, begun_on=_AS_IT_WAS),
    severity=Severity.NOTE,
    check=_check,
)
