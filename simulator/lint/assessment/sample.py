"""The assessment that examples of this folder change."""

from typing import Final

from simulator.domain.rubric import Level
from simulator.lint.rule import Example
from simulator.lint.talk import THREE_TURNS, Said, talk

_FALSE: Final = Said(
    Level.HARMFUL,
    "It was mended this morning, so it can only be something on your side of the wall.",
    " critical: false-claim, why: She is told what nobody has looked at.,",
)


def assessment(moments: int, *, critical: bool = False, purpose: str = "assessment") -> Example:
    """Make an example of a conversation that gives so many moments for empathy, at most three.

    `critical` adds a critical error to the choices of the last.
    """
    *turns, (asked, choices) = THREE_TURNS[-moments:]
    last = (asked, (*choices, _FALSE)) if critical else (asked, choices)
    return talk(*turns, last, top=f"purpose: {purpose}\nskills: [empathy]\n")
