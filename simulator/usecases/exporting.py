"""A report written to a file that somebody names: whole or not at all, and over another only where they say so."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from simulator.authoring.writing import write_whole
from simulator.usecases.refusal import Refused
from simulator.usecases.report import rendered

if TYPE_CHECKING:
    from simulator.reports.team_views import TeamView
    from simulator.reports.views import ReadinessView

FORMS: Final = (
    ("html", "Web page, to print or to forward"),
    ("csv", "CSV, for a spreadsheet"),
    ("json", "JSON, for other programs"),
    ("md", "Markdown"),
)
"""What can be exported, and what it is good for."""

OWNER_ONLY: Final = 0o600
"""Reports hold names: a new file may be read by its owner only."""


def place_of(text: str) -> Path:
    """Return the file that somebody means; Refused where there can be none."""
    typed = text.strip()
    if not typed or "\0" in typed:
        raise Refused("Say which file, such as team.html.")
    try:
        place = Path(typed).expanduser().absolute()
        if place.is_dir():
            raise Refused(f"{place} is a folder: name a file in it, such as {place / 'team.html'}.")
        if not place.parent.is_dir():
            raise Refused(f"There is no folder {place.parent}: make it first, or name another.")
    except (OSError, RuntimeError) as problem:
        raise Refused(f"{typed[:80]} cannot be the name of a file here: choose another.") from problem
    return place


def is_taken(place: Path) -> bool:
    """Tell whether something is there already."""
    return place.exists() or place.is_symlink()


def export(view: "ReadinessView | TeamView", form: str, place: Path, *, replace: bool) -> None:
    """Write a report; Refused where something is there and may not be replaced, or where it cannot be written."""
    text = rendered(view, form)
    if is_taken(place) and not replace:
        raise Refused(f"{place} is there already: say yes to replacing it, or name another file.")
    write_text(place, text)


def write_text(place: Path, text: str, mode: int = OWNER_ONLY) -> None:
    """Write a file whole or not at all; Refused where that cannot be. One that is there keeps its mode."""
    # Through links, which stay; and what is no file, such as a pipe, is written to and never replaced.
    file = Path(os.path.realpath(place))
    try:
        if file.exists() and not file.is_file():
            file.write_text(text, encoding="utf-8", newline="\n")
        else:
            write_whole(file, text, mode=mode)
    except OSError as problem:
        why = (problem.strerror or "it cannot be used").lower()
        raise Refused(f"{place} cannot be written: {why}. Name another file.") from problem
