"""Whether evidence can be won here, and enough of it: rules about judging (SIM5xx)."""

from typing import Final

from simulator.lint.rule import Rule
from simulator.lint.subject import Proven, Shelf

RULES: Final[tuple[Rule[Proven], ...]] = ()
"""In the order of their codes."""

LIBRARY_RULES: Final[tuple[Rule[Shelf], ...]] = ()
"""In the order of their codes."""
