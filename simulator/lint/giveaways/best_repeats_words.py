"""SIM606: repeated words do not tell the best choice."""

from typing import Final

from simulator.analysis.bots import echo
from simulator.lint.giveaways.often import Sign, in_one, over_all
from simulator.lint.giveaways.sample import turns_with
from simulator.lint.rule import Rule
from simulator.lint.subject import Proven, Shelf

_SIGN: Final = Sign(
    says="the best choice repeats most of the customer's words",
    marked=lambda contest: contest.highest(echo),
    mend="say it in other words, or let a poor choice pick up a word of theirs,",
)

REPEATS_WORDS: Final = Rule[Proven](
    code="SIM606",
    law="The best choice repeats most of what the customer has just said no more often than luck would allow.",
    why=(
        "Matching words is not listening: a rep who compares the lines finds the key without taking in what either "
        "means. The words of the turn's variants count as well; small words that any line may have do not."
    ),
    failing=turns_with(
        best=[
            "So you rang twice about the line. What did it cost you?",
            "It cost the whole morning, then.",
            "So you need it up before the auditors are in on Friday.",
            "She said she would ring you. For how long did you wait?",
            "What happens now is a call from me at four.",
        ]
    ),
    passing=turns_with(),
    check=in_one(_SIGN),
)

REPEATS_WORDS_IN_ALL: Final[Rule[Shelf]] = over_all(REPEATS_WORDS, _SIGN)
"""The same over the whole library."""
