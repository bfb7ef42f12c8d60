"""How a conversation is written: rules about lengths, endings, coaching and speech (SIM7xx)."""

from typing import Final

from simulator.lint.craft.coaching import COACHING
from simulator.lint.craft.decisions import DECISIONS
from simulator.lint.craft.hint import HINT
from simulator.lint.craft.left_over import LEFT_OVER
from simulator.lint.craft.lesson import LESSON
from simulator.lint.craft.name import NAME
from simulator.lint.craft.number_of_choices import NUMBER_OF_CHOICES
from simulator.lint.craft.plain_words import PLAIN_WORDS
from simulator.lint.craft.room import ROOM
from simulator.lint.craft.several_endings import SEVERAL_ENDINGS
from simulator.lint.craft.speakable import SPEAKABLE
from simulator.lint.craft.spoken_length import SPOKEN_LENGTH
from simulator.lint.rule import Rule
from simulator.lint.subject import Proven

RULES: Final[tuple[Rule[Proven], ...]] = (
    SPOKEN_LENGTH,
    DECISIONS,
    SEVERAL_ENDINGS,
    COACHING,
    HINT,
    NUMBER_OF_CHOICES,
    ROOM,
    SPEAKABLE,
    PLAIN_WORDS,
    LEFT_OVER,
    NAME,
    LESSON,
)
"""In the order of their codes."""
