"""The laws of reading a file: what YAML may hold here, and which shape each kind of file has."""

from typing import Final

from simulator.lint.rule import Law

LAWS: Final[tuple[Law, ...]] = ()
"""In the order of their codes."""
