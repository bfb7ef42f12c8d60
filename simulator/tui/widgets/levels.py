"""Levels as signs beside their words."""

from collections.abc import Sequence

from textual.content import Content

from simulator.domain.rubric import Level
from simulator.tui.text import line

SIGNS = {Level.HARMFUL: "✕", Level.MISSED: "○", Level.EFFECTIVE: "●", Level.EXEMPLARY: "★"}
"""A sign for each level; each is explained where it is used."""

LEGEND = "★ exemplary  ● effective  ○ missed  ✕ harmful"


def level_style(level: Level) -> str:
    """Return the style of a level's word."""
    return "$good" if level.handled_well else "$bad"


def levels(shown_levels: Sequence[Level]) -> Content:
    """Show levels in the order of their moments."""
    return line(*((f"{SIGNS[level]} ", level_style(level)) for level in shown_levels))


def worst_sign(shown_levels: Sequence[Level]) -> str:
    """Return the sign of the lowest level; a dot where nothing counts."""
    return SIGNS[min(shown_levels)] if shown_levels else "·"
