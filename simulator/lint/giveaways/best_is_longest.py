"""SIM602: length does not tell the best choice, all turns together."""

from typing import Final

from simulator.analysis.bots import brevity, length
from simulator.lint.giveaways.often import Sign, in_one, over_all
from simulator.lint.giveaways.sample import MOMENTS, turns_with
from simulator.lint.rule import Rule
from simulator.lint.subject import Proven, Shelf

_SIGNS: Final = (
    Sign(
        says="the best choice is the longest",
        marked=lambda contest: contest.highest(length),
        mend="shorten it, or let a poor choice run longer,",
    ),
    Sign(
        says="the best choice is the shortest",
        marked=lambda contest: contest.highest(brevity),
        mend="let it run longer, or shorten a poor choice,",
    ),
)
_MORE: Final = (
    "And what did you have to tell the people who came?",
    "Who was waiting for you all that while?",
    "Is there anyone who would have to hear it from you before?",
    "And what would you have done with the day if she had?",
    "And if there is no news, you will hear that from me too.",
)

LONGEST: Final = Rule[Proven](
    code="SIM602",
    law="The best choice is the longest, or the shortest, no more often than luck would allow.",
    why=(
        "A rep who has noticed it can look ready without listening. Luck is allowed a lot: this speaks up only where "
        "so many come by chance at most once in a hundred conversations."
    ),
    failing=turns_with(
        best=[f"{moment.best} {more}" for moment, more in zip(MOMENTS, _MORE, strict=True)],
    ),
    passing=turns_with(),
    check=in_one(*_SIGNS),
)

LONGEST_IN_ALL: Final[Rule[Shelf]] = over_all(LONGEST, *_SIGNS)
"""The same over the whole library."""
