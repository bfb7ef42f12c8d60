"""SIM702: long enough to show something, short enough to be finished."""

from collections.abc import Iterator
from typing import Final

from simulator.analysis.extremes import Way, goes_round, longest, shortest
from simulator.domain.problem import Path, Severity
from simulator.domain.scenario import Difficulty
from simulator.lint.rule import Finding, Rule, example
from simulator.lint.subject import Proven

FEWEST: Final = 8
"""With fewer, there is no room for three moments of each skill between a beginning and an end."""
MOST: Final = 12
"""With more, a conversation takes longer than people have between two others."""

MOST_SHOWN: Final = 40
"""Choices that a path may have to be written out: nobody types more."""


def _check(subject: Proven) -> Iterator[Finding]:
    # Where the space could not be walked exactly, its paths may not be there at all.
    if not subject.space.exact:
        return
    short = shortest(subject.space)
    if short and short.value < FEWEST and subject.scenario.level is not Difficulty.FOUNDATION:
        message = f"this can be over after {_counted(short.value)}; {FEWEST} to {MOST} are the aim"
        yield Finding(message=message, hint=_see(subject, short), path=_last(subject, short))
    if goes_round(subject.space):
        yield from _round(subject)
        return
    long = longest(subject.space)
    if long and long.value > MOST:
        message = f"this can take {_counted(long.value)}; {FEWEST} to {MOST} are the aim"
        yield Finding(message=message, hint=_see(subject, long), path=_last(subject, long))


def _round(subject: Proven) -> Iterator[Finding]:
    first = next(turn for turn in subject.scenario.turns if turn in subject.space.round)
    message = f'from "{first}" the conversation can come back to "{first}", so it need never end'
    hint = "fine where a rep may ask again; else let a fact close the way back"
    yield Finding(message=message, hint=hint, path=("turns", first), at_key=True, severity=Severity.NOTE)


def _counted(number: int) -> str:
    return "one choice" if number == 1 else f"{number} choices"


def _see(subject: Proven, way: Way) -> str:
    if way.value > MOST_SHOWN:
        return "let parts of it be skipped, or make two conversations of it"
    return f"see it: simulator walk {subject.scenario.id} {' '.join(step.choice for step in way.steps)}"


def _last(subject: Proven, way: Way) -> Path:
    """Return where the last choice of a path leads on: there it comes to its end."""
    turn, choice = way.steps[-1]
    number = next(at for at, found in enumerate(subject.scenario.turns[turn].choices) if found.id == choice)
    return ("turns", turn, "choices", number, "to")


DECISIONS: Final = Rule[Proven](
    code="SIM702",
    law="Every path takes 8 to 12 choices; a foundation scenario may be shorter.",
    why="On a path that ends early a rep shows too little to be judged by, and a long one is left unfinished.",
    failing=example("level: core\n"),
    passing=example("level: foundation\n"),
    check=_check,
)
