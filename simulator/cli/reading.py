"""How far the reading of some files is, shown while it lasts to whoever sits at a terminal."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from simulator.cli.progress import progress_bar
from simulator.usecases.bundles import READINGS

_UNIT: Final = 1000


class Reading:
    """Some files on their way in; elsewhere than on a terminal it says nothing."""

    def __init__(self, places: Iterable[Path]) -> None:
        self._whole = max(1, sum(map(_to_read, places)) // _UNIT)
        self._before = self._read = 0
        self._bar = progress_bar(sys.stderr, " kB")

    def hear(self, more: int) -> None:
        """Show that so many bytes more have been read."""
        self._read += more
        self._bar(min(self._whole, self._read // _UNIT), self._whole)

    def finish(self, place: Path) -> None:
        """Count a file as read, however far that came, and take the line away: what came of it is said now."""
        self._before += _to_read(place)
        self._read = self._before
        self._bar(self._whole, self._whole)


def _to_read(place: Path) -> int:
    return READINGS * place.stat().st_size if place.is_file() else 0
