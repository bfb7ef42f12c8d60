"""SIM601: length does not tell the best choice of a turn."""

from collections.abc import Iterator
from statistics import median
from typing import Final

from simulator.lint.giveaways.contest import Contest, contests
from simulator.lint.rule import Finding, Rule
from simulator.lint.subject import Proven
from simulator.lint.talk import good, poor, talk

_MOST: Final = 1.25
"""How long the best choice may be, as a multiple of the median of the others."""


def _check(proven: Proven) -> Iterator[Finding]:
    for contest in contests(proven):
        yield from _too_long(contest)


def _too_long(contest: Contest) -> Iterator[Finding]:
    lengths = [len(choice.say) for choice in contest.turn.choices]
    usual = median(length for at, length in enumerate(lengths) if at not in contest.best)
    for at in sorted(contest.best):
        if lengths[at] > _MOST * usual:
            message = f"the best choice has {lengths[at]} characters, and the others about {usual:.0f}"
            hint = f"keep it to {int(_MOST * usual)}, or let the others say more"
            yield Finding(message=message, hint=hint, path=(*contest.path, "choices", at, "say"))


_OTHERS: Final = (
    poor("Let me see what happened there. Have you got the number of the ticket?"),
    poor("We had a rush on this week. It is with the team, and they will ring you."),
)

MUCH_LONGER: Final = Rule[Proven](
    code="SIM601",
    law="The best choice of a turn is at most a quarter longer than the others commonly are.",
    why=(
        "The one that took most care to write stands out before it is read, and a rep learns to pick what is long. "
        "Measured against the median of the others, in characters, because that is what the eye sees."
    ),
    failing=talk(
        (
            "You again? I have rung twice about that line.",
            (
                *_OTHERS,
                good(
                    "Two calls, and the line is still down. That has cost you both of your mornings, and you had to "
                    "explain it to everyone."
                ),
            ),
        )
    ),
    passing=talk(
        (
            "You again? I have rung twice about that line.",
            (*_OTHERS, good("Two calls, and the line is still down. That has cost you both of your mornings.")),
        )
    ),
    check=_check,
)
