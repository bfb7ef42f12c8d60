"""SIM404: every choice can be offered."""

from collections.abc import Iterator
from typing import Final

from simulator.lint.asked import seen
from simulator.lint.rule import Finding, Rule
from simulator.lint.structure.shown import PROMISE, SUM_UP, turns
from simulator.lint.subject import Proven


def _check(proven: Proven) -> Iterator[Finding]:
    for found in proven.asked:
        if found.part == "choices" and found.never and proven.certain.whole(found.when) is None:
            choice = proven.scenario.turns[found.turn].choices[found.index]
            yield Finding(
                message=f'"{choice.id}" can never be said: at "{found.turn}", {seen(proven.space, found)}',
                hint="widen its when, or delete it",
                path=(*found.path, "when"),
            )


NEVER_OFFERED: Final = Rule[Proven](
    code="SIM404",
    law="Every choice can be on offer.",
    why="Words that can never be said were written for nothing, and often the condition meant something else.",
    failing=turns(SUM_UP, "{when: trust >= 4, " + PROMISE[1:]),
    passing=turns(SUM_UP, "{when: trust >= 3, " + PROMISE[1:]),
    check=_check,
)
