"""Which problems a person is told about, and in what words; all others are our mistakes."""

from simulator.authoring.library import BrokenLibrary, BrokenScenario, UnknownScenario
from simulator.conversation.replay import DoesNotReplay
from simulator.records.protocol import Conflict, RecordsError, Unavailable
from simulator.usecases.refusal import Refused


def said_of(problem: Exception) -> tuple[str, str] | None:
    """Return a heading and what to say; None where it is our own mistake."""
    match problem:
        case Conflict():
            return "This went on in another window", f"{problem} Nothing is lost: open it again to go on."
        case Unavailable():
            return "Not saved yet", f"{problem}\n\nWhat you did before is safe, and you are still at the same turn."
        case RecordsError():
            return "The records cannot do that", str(problem)
        case Refused():
            return "Not now", str(problem)
        case DoesNotReplay():
            return "This attempt cannot be opened", f"What is recorded does not fit its text: {problem}"
        case BrokenScenario() | UnknownScenario():
            return "This conversation cannot be opened", f"{problem}\n\nFor its author: simulator lint"
        case BrokenLibrary():
            return "The library cannot be used", str(problem)
        case _:
            return None
