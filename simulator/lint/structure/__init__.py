"""What can be reached, offered and left: rules about the ways through a conversation (SIM4xx)."""

from typing import Final

from simulator.lint.rule import Rule
from simulator.lint.structure.always_holds import ALWAYS_HOLDS
from simulator.lint.structure.decided import DECIDED
from simulator.lint.structure.false_choice import FALSE_CHOICE
from simulator.lint.structure.never_come_to import NEVER_COME_TO
from simulator.lint.structure.never_offered import NEVER_OFFERED
from simulator.lint.structure.no_way_out import NO_WAY_OUT
from simulator.lint.structure.nothing_to_say import NOTHING_TO_SAY
from simulator.lint.structure.route_never_taken import ROUTE_NEVER_TAKEN
from simulator.lint.structure.same_words import SAME_WORDS
from simulator.lint.structure.too_large import TOO_LARGE
from simulator.lint.structure.variant_never_shown import VARIANT_NEVER_SHOWN
from simulator.lint.structure.without_effect import WITHOUT_EFFECT
from simulator.lint.subject import Proven

RULES: Final[tuple[Rule[Proven], ...]] = (
    NEVER_COME_TO,
    NOTHING_TO_SAY,
    NO_WAY_OUT,
    NEVER_OFFERED,
    ALWAYS_HOLDS,
    DECIDED,
    ROUTE_NEVER_TAKEN,
    VARIANT_NEVER_SHOWN,
    WITHOUT_EFFECT,
    SAME_WORDS,
    TOO_LARGE,
    FALSE_CHOICE,
)
"""In the order of their codes."""
