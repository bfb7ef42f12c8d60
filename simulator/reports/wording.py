"""Numbers, dates and lists as people read them."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from simulator.assessment.chances import CLOSE
from simulator.assessment.mastery import Stood
from simulator.domain.rubric import Level
from simulator.domain.sinks import for_terminal
from simulator.domain.verdict import Mastery, Standing
from simulator.reports.views import When

LEVEL_WORDS: Final = {
    Level.HARMFUL: "Harmful",
    Level.MISSED: "Missed",
    Level.EFFECTIVE: "Effective",
    Level.EXEMPLARY: "Exemplary",
}

STANDING_WORDS: Final = ("Ready", "Close", "Building", "Not yet", "Not seen")
"""What a skill's standing can be called, the surest first."""


def when(at: datetime) -> When:
    """Write a moment in UTC; ValueError where its zone is unknown."""
    if at.tzinfo is None:
        raise ValueError(f"{at} has no time zone")
    utc = at.astimezone(UTC)
    return When(
        day=f"{utc:%Y-%m-%d}",
        text=f"{utc:%Y-%m-%d %H:%M} UTC",
        iso=utc.isoformat(timespec="seconds")[:-6] + "Z",
    )


def on_one_line(text: str) -> str:
    """Show any text on one line of its own, control and direction characters by name: not yet escaped."""
    return for_terminal(re.sub(r"[ \t\r\n]+", " ", text)).strip(" ")


def counted(number: int, thing: str, things: str = "") -> str:
    """Write how many there are: 1 moment, 2 moments."""
    return f"{number} {thing if number == 1 else things or thing + 's'}"


def listed(items: Sequence[str]) -> str:
    """Join with commas, and a last `and`."""
    return " and ".join(part for part in (", ".join(items[:-1]), *items[-1:]) if part)


def level_word(level: Level | None) -> str:
    """Name a level; a moment without an answer is not level 0."""
    return "Not answered" if level is None else LEVEL_WORDS[level]


def standing_word(mastery: Mastery | Stood) -> str:
    """Put a skill's standing in one word or two: Ready, Close, Building, Not yet, Not seen."""
    return word_of(mastery.standing, close=mastery.chance >= CLOSE)


def word_of(standing: Standing, *, close: bool) -> str:
    """Put a standing in that word; `close` tells whether the bar is more likely reached than not."""
    match standing:
        case Standing.MET:
            return "Ready"
        case Standing.GAP:
            return "Not yet"
        case Standing.UNSEEN:
            return "Not seen"
        case Standing.UNCERTAIN:
            return "Close" if close else "Building"


def tone_of(word: str) -> str:
    """Turn a word of the report's own into the name of its style."""
    return word.lower().replace(" ", "-")
