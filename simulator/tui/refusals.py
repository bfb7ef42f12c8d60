"""Which problems a person is told about, and in what words; all others are our mistakes."""

from collections.abc import Callable
from typing import Final

from simulator.authoring.library import BrokenLibrary, BrokenScenario, UnknownScenario
from simulator.conversation.replay import DoesNotReplay
from simulator.records.protocol import Conflict, RecordsError, Unavailable
from simulator.usecases.refusal import Refused

SAFE: Final = "What you did before is safe, and nothing was said: try again once this is mended."
DOES_NOT_FIT: Final = "What is recorded of it does not fit its text:"
FOR_AUTHORS: Final = "For its author: simulator lint shows where."


def said_of(problem: Exception) -> tuple[str, str] | None:
    """Return a heading and what to say; None where it is our own mistake."""
    return next((words(problem) for kind, words in WORDS if isinstance(problem, kind)), None)


WORDS: Final[tuple[tuple[type[Exception], Callable[[Exception], tuple[str, str]]], ...]] = (
    (Conflict, lambda problem: ("This went on in another window", f"{problem}\n\nNothing is lost: open it again.")),
    (Unavailable, lambda problem: ("The records do not answer", f"{problem}\n\n{SAFE}")),
    (RecordsError, lambda problem: ("The records cannot do that", str(problem))),
    (Refused, lambda problem: ("Not now", str(problem))),
    (DoesNotReplay, lambda problem: ("This attempt cannot be opened", f"{DOES_NOT_FIT} {problem}")),
    (BrokenScenario, lambda problem: ("This conversation cannot be opened", f"{problem}\n\n{FOR_AUTHORS}")),
    (UnknownScenario, lambda problem: ("This conversation cannot be opened", str(problem))),
    (BrokenLibrary, lambda problem: ("The library cannot be used", str(problem))),
)
"""Kinds of problems, the special before the general, and what is said of each."""
