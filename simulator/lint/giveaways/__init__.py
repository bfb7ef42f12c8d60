"""What lets the best choice be told without listening: rules about giving the key away (SIM6xx)."""

from typing import Final

from simulator.lint.giveaways.best_is_longest import LONGEST, LONGEST_IN_ALL
from simulator.lint.giveaways.best_is_much_longer import MUCH_LONGER
from simulator.lint.giveaways.best_reads_otherwise import READS_OTHERWISE
from simulator.lint.giveaways.best_repeats_words import REPEATS_WORDS, REPEATS_WORDS_IN_ALL
from simulator.lint.giveaways.best_sounds_warm import SOUNDS_WARM, SOUNDS_WARM_IN_ALL
from simulator.lint.giveaways.best_stands_first import STANDS_FIRST, STANDS_FIRST_IN_ALL
from simulator.lint.giveaways.bot_passes import BOT_PASSES
from simulator.lint.giveaways.poor_sounds_harsh import SOUNDS_HARSH, SOUNDS_HARSH_IN_ALL
from simulator.lint.giveaways.ready_by_guessing import READY_BY_GUESSING
from simulator.lint.rule import Rule
from simulator.lint.subject import Proven, Shelf

RULES: Final[tuple[Rule[Proven], ...]] = (
    MUCH_LONGER,
    LONGEST,
    STANDS_FIRST,
    SOUNDS_WARM,
    SOUNDS_HARSH,
    REPEATS_WORDS,
    READS_OTHERWISE,
    BOT_PASSES,
)
"""In the order of their codes."""

LIBRARY_RULES: Final[tuple[Rule[Shelf], ...]] = (
    LONGEST_IN_ALL,
    STANDS_FIRST_IN_ALL,
    SOUNDS_WARM_IN_ALL,
    SOUNDS_HARSH_IN_ALL,
    REPEATS_WORDS_IN_ALL,
    READY_BY_GUESSING,
)
"""In the order of their codes: each holds the whole library to the law of a rule above."""
