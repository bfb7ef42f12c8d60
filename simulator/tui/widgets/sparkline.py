"""An estimate over time in one line of blocks."""

from collections.abc import Sequence

from textual.content import Content

from simulator.tui.text import line

BLOCKS = "▁▂▃▄▅▆▇█"


def sparkline(shares: Sequence[float], cut: float) -> Content:
    """Draw shares (0 to 1), oldest first; those at or above the cut in another colour than those below."""
    return line(*((_block(share), "$good" if share >= cut else "$accent-ink") for share in shares))


def _block(share: float) -> str:
    return BLOCKS[max(0, min(len(BLOCKS) - 1, int(share * len(BLOCKS))))]
