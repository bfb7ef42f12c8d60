"""SIM703: what a rep says makes a difference to how it ends."""

from collections.abc import Iterator
from typing import Final

from simulator.domain.scenario import Difficulty
from simulator.lint.rule import Finding, Rule, example
from simulator.lint.subject import Proven

FEWEST: Final = 4
"""Won, saved at a cost, a polite stall, lost: with fewer, two of these end alike."""
FEWEST_AT_FIRST: Final = 2
"""First steps need only show that it can go either way."""
MOST: Final = 6
"""With more, nobody can tell them apart any more, and each needs a debrief of its own."""


def _check(subject: Proven) -> Iterator[Finding]:
    scenario = subject.scenario
    count, fewest = len(scenario.endings), FEWEST
    if scenario.level is Difficulty.FOUNDATION:
        fewest = FEWEST_AT_FIRST
    if not fewest <= count <= MOST:
        message = f"there {'is one ending' if count == 1 else f'are {count} endings'}; {fewest} to {MOST} are the aim"
        hint = "give what goes differently its own ending" if count < fewest else "put together those that end alike"
        yield Finding(message=message, hint=hint, path=("endings",), at_key=True)
    outcomes = {ending.outcome for ending in scenario.endings.values()}
    if len(outcomes) == 1:
        message = f"whatever is said, the outcome is {next(iter(outcomes))}"
        yield Finding(message=message, hint="let what the rep says decide", path=("endings",), at_key=True)


SEVERAL_ENDINGS: Final = Rule[Proven](
    code="SIM703",
    law="There are four to six endings, two at least in a foundation scenario, and they do not all come out alike.",
    why="Where every way ends alike, nobody learns what their words did.",
    failing=example(
        'endings:\n  calm: {outcome: saved, customer: "Until eight, then.", debrief: You heard her.}\n'
        '  gone: {outcome: saved, customer: "Goodbye.", debrief: She was not heard.}\n'
    ),
    passing=example(
        'endings:\n  calm: {outcome: saved, customer: "Until eight, then.", debrief: You heard her.}\n'
        '  gone: {outcome: lost, customer: "Goodbye.", debrief: She was not heard.}\n'
    ),
    check=_check,
)
