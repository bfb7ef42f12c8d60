"""What can be reached, offered and left: rules about the ways through a conversation (SIM4xx)."""

from typing import Final

from simulator.lint.rule import Rule
from simulator.lint.subject import Proven

RULES: Final[tuple[Rule[Proven], ...]] = ()
"""In the order of their codes."""
