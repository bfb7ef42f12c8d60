"""What an action of the app is: one thing to do, and how it is asked for."""

from dataclasses import dataclass
from typing import Final

EVERYWHERE: Final = "everywhere"
"""The place of actions that every screen has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing to do, and how it is asked for."""

    id: str
    """Its name in the settings' `keys`."""
    key: str
    """The key, or keys with commas between, as Textual names them."""
    cap: str
    """The key as people read it."""
    label: str
    """What the footer says."""
    sentence: str
    """What the help says."""
    places: tuple[str, ...]
    """The screens that have it."""
    does: str
    """The method behind it."""
    footer: bool = True
    palette: bool = True
    """Whether the palette offers it; moving a cursor from there makes no sense."""
    spare: bool = False
    """Whether its key only repeats another's, and gives way where a person wants it for something else."""
    priority: bool = False
    """Whether it comes before what a text field does with the key."""
