"""A bar with a mark: how far, and how far it should be."""

from textual.content import Content

from simulator.tui.text import line

FULL, EMPTY, UNKNOWN, CUT = "█", "░", "·", "┃"


def gauge(share: float | None, cut: float, width: int) -> Content:
    """Draw a share (0 to 1; None where nothing is known) and the cut it should reach."""
    filled = 0 if share is None else round(share * width)
    at = min(width - 1, round(cut * width))
    rest = UNKNOWN if share is None else EMPTY
    cells = FULL * filled + rest * (width - filled)
    reached = share is not None and share >= cut
    return line(
        _part(cells[:at], filled, reached=reached),
        (CUT, "bold $ink"),
        _part(cells[at + 1 :], filled - at - 1, reached=reached),
    )


def _part(cells: str, filled: int, *, reached: bool) -> Content:
    filled = max(0, min(filled, len(cells)))
    return line((cells[:filled], "$good" if reached else "$accent-ink"), (cells[filled:], "$line"))
