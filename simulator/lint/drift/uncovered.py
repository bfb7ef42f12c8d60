"""SIM302: every choice is made by some walk."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from simulator.analysis.extremes import Step
from simulator.domain.problem import Severity
from simulator.lint.coverage import coverage
from simulator.lint.phrases import listed, way_there
from simulator.lint.rule import Example, Finding, Rule
from simulator.lint.subject import Proven


def _check(proven: Proven) -> Iterator[Finding]:
    if not proven.walks:
        message = "no walk goes through this conversation yet"
        hint = f"find a good way with simulator walk {proven.scenario.id}, and keep it in walks/"
        yield Finding(message=message, hint=hint, path=("turns",), at_key=True)
        return
    for turn, steps in groupby(coverage(proven).uncovered, key=lambda step: step.turn):
        yield _finding(proven, turn, tuple(steps))


def _finding(proven: Proven, turn: str, steps: tuple[Step, ...]) -> Finding:
    names = listed([step.choice for step in steps])
    return Finding(
        message=f'no walk says {names} at "{turn}"',
        hint=_hint(proven, turn, steps[0].choice),
        path=("turns", turn, "choices"),
        at_key=True,
    )


def _hint(proven: Proven, turn: str, choice: str) -> str:
    # Where conditions were not followed, it is not known which way there can be gone.
    if not proven.space.exact:
        return "keep a walk that does in walks/"
    arrows = (arrow for arrow in proven.space.arrows[turn] if arrow.option.choice.id == choice)
    states = (state for arrow in arrows for state in arrow.sources)
    return f"keep a walk that does in walks/; the way there: {way_there(proven, turn, states, choice)}"


_COLD: Final = "format: 1\nchoices: [ask-number, {}]\nending: {}\n"
_GONE: Final = "scenarios/sample/walks/gone.yaml"
_OWN: Final = "scenarios/sample/walks/own.yaml"

UNCOVERED: Final = Rule[Proven](
    code="SIM302",
    law="Every choice is made by some walk.",
    why="What no walk goes through can be broken by the next change without anybody being told.",
    failing=Example(files={_GONE: _COLD.format("promise", "gone")}),
    passing=Example(files={_GONE: _COLD.format("promise", "gone"), _OWN: _COLD.format("own-it", "calm")}),
    severity=Severity.NOTE,
    check=_check,
)
