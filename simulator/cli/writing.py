"""Files that commands write with -o: for their owner's eyes, and over another only with a yes or --force."""

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from simulator.cli.deciding import can_ask
from simulator.cli.printing import print_lines, print_report
from simulator.usecases.refusal import Refused

ENDINGS: Final[Mapping[str, str]] = {
    ".html": "html",
    ".htm": "html",
    ".md": "md",
    ".txt": "text",
    ".json": "json",
    ".csv": "csv",
}
"""Which format a file's ending asks for."""


def write_report(
    typed: Namespace, write: Callable[[str], str], endings: Mapping[str, str] = ENDINGS, *, private: bool = True
) -> int:
    """Print a report, or write it to a file whose ending picks the format.

    A file is asked about before `write` is called, which may take long. A `private` one is new for its owner alone.
    """
    place = Path(typed.output) if typed.output else None
    chosen = typed.format or (endings.get(place.suffix.lower(), "") if place else "text")
    if not chosen:
        forms = list(endings.values())
        usual = [ending for number, ending in enumerate(endings) if endings[ending] not in forms[:number]]
        listed = f"{', '.join(usual[:-1])} or {usual[-1]}"
        print_lines([f'"{typed.output}" does not say a format: end it in {listed}.'], sys.stderr)
        return 2
    if place is None:
        print_report(write(chosen))
        return 0
    if not may_write(place, force=typed.force):
        return 0
    from simulator.usecases.exporting import OWNER_ONLY, write_text

    write_text(place, write(chosen), mode=OWNER_ONLY if private else 0o644)
    print_lines([f"Written to {place}."], sys.stderr)
    return 0


def may_write(place: Path, *, force: bool) -> bool:
    """Tell whether a file may be written: asked where it is there and somebody can answer; Refused where nobody can."""
    from simulator.plain.reviewing import confirmed
    from simulator.plain.voice import Quit, standard_voice

    if force or not place.is_file():
        return True
    if not can_ask():
        # What somebody was given may be all that is left of it.
        raise Refused(f"{place} is there already: add --force to replace it, or name another file with -o.")
    try:
        yes = confirmed(
            standard_voice(), f"{place} is there already. Replace it? y or n", "y: replace it. n: leave it."
        )
    except Quit:
        yes = False
    if not yes:
        print_lines(["Nothing was written."])
    return yes
