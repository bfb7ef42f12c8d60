"""A feeling as a row of boxes: one for each point that it can rise by, so that a point more is a box more."""

from typing import Final

from textual.content import Content

from simulator.tui.text import line

FULL: Final = "▰"
EMPTY: Final = "▱"
LONGEST: Final = 8
"""Boxes at most; on a longer scale a box stands for more than one point."""


def feeling_bar(value: int, low: int, high: int) -> Content:
    """Draw a feeling between the lowest and the highest that it can be."""
    points = high - low
    boxes = min(points, LONGEST)
    full = round((value - low) * boxes / points) if points else 0
    return line((FULL * full, "$customer"), (EMPTY * (boxes - full), "$soft"))
