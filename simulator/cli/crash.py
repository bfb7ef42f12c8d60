"""What a person sees when something went wrong: a sentence, never a traceback."""

import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from tempfile import gettempdir

from simulator import __version__
from simulator.cli.printing import print_lines
from simulator.domain.sinks import for_log


def answer(problem: Exception) -> int:
    """Say what went wrong; 2 where the person can mend it, 3 where it is our mistake."""
    text = _expected(problem)
    if text is not None:
        print_lines(text.split("\n"), sys.stderr)
        return 2
    place = _keep(problem)
    kept = f"A report is in {place}: please send it to us." if place else "No report could be written."
    print_lines([f"Something went wrong, and it is our mistake. What you did is saved. {kept}"], sys.stderr)
    return 3


def _expected(problem: Exception) -> str | None:
    """Return the message of a problem made for people; None for our own mistakes."""
    from simulator.authoring.library import BrokenLibrary, BrokenScenario, UnknownScenario
    from simulator.records.protocol import RecordsError
    from simulator.usecases.refusal import Refused

    if isinstance(problem, BrokenScenario):
        listed = "\n".join(str(placed) for placed in problem.problems)
        return f"This scenario cannot be opened because of mistakes in its file:\n{listed}"
    if isinstance(problem, (Refused, RecordsError, UnknownScenario, BrokenLibrary)):
        return str(problem)
    if isinstance(problem, OSError):
        place = problem.filename or "What was to be printed could not be written"
        return f"{place}: {(problem.strerror or 'it cannot be used').lower()}. Try another place."
    return None


def _keep(problem: Exception) -> Path | None:
    """Write the traceback where the person can find it; None where nothing can be written."""
    stamp = datetime.now(tz=UTC)
    place = Path(gettempdir()) / f"simulator-report-{stamp:%Y%m%d-%H%M%S-%f}.txt"
    lines = "".join(traceback.format_exception(problem)).splitlines()
    try:
        place.touch(mode=0o600)
        place.write_text(
            "\n".join((f"simulator {__version__}, {stamp:%Y-%m-%d %H:%M} UTC", *map(for_log, lines), "")), "utf-8"
        )
    except OSError:
        return None
    return place
