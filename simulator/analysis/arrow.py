"""What leads on: one choice and one place it comes to, from every state in which it does."""

from collections.abc import Sequence
from typing import NamedTuple

from simulator.conversation.table import Option


class Arrow(NamedTuple):
    """One choice and one place it leads to, from every state in which it does."""

    option: Option
    to: str
    """The turn or ending."""
    sources: Sequence[int]
    """Positions in the states of the turn that it leaves."""
    targets: Sequence[int]
    """Aligned with the sources: positions in the states of the place it comes to."""
