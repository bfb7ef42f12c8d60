"""How a conversation is written: rules about lengths, endings, coaching and speech (SIM7xx)."""

from typing import Final

from simulator.lint.rule import Rule
from simulator.lint.subject import Proven

RULES: Final[tuple[Rule[Proven], ...]] = ()
"""In the order of their codes."""
