"""SIM604: a warm sound does not tell the best choice."""

from typing import Final

from simulator.analysis.bots import courtesy, feeling
from simulator.lint.giveaways.often import Sign, in_one, over_all
from simulator.lint.giveaways.sample import MOMENTS, turns_with
from simulator.lint.rule import Rule
from simulator.lint.subject import Proven, Shelf

_SIGNS: Final = (
    Sign(
        says="only the best choice has words of feeling",
        marked=lambda contest: contest.having(feeling),
        mend="give a poor choice a stock phrase, or name the stake in plain words,",
    ),
    Sign(
        says="the best choice is the politest",
        marked=lambda contest: contest.highest(courtesy),
        mend="let a poor choice be as polite, as decent people are,",
    ),
)
_WARM: Final = (
    "That sounds hard.",
    "I understand how upset you are.",
    "I hear the stress in that.",
    "That must be annoying.",
    "I care about that.",
)

SOUNDS_WARM: Final = Rule[Proven](
    code="SIM604",
    law="The best choice is the only one with words of feeling, or the politest, no more often than luck would allow.",
    why=(
        "Warm words are not empathy: a rep who goes by them takes the same line on a call, and the customer hears a "
        "stock phrase. Poor choices are what a decent person says under pressure, and that is often kind."
    ),
    failing=turns_with(best=[f"{warm} {moment.best}" for moment, warm in zip(MOMENTS, _WARM, strict=True)]),
    passing=turns_with(),
    check=in_one(*_SIGNS),
)

SOUNDS_WARM_IN_ALL: Final[Rule[Shelf]] = over_all(SOUNDS_WARM, *_SIGNS)
"""The same over the whole library."""
