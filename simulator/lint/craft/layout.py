"""How much the conversation shows at 80 columns and 24 lines, the smallest window that it is made for.

The screen itself is two floors up; a test holds these numbers to it.
"""

import textwrap
from typing import Final

from simulator.domain.scenario import Customer, Feeling

SPOKEN_WIDTH: Final = 66
"""Columns for what is said, beside the speaker's name."""
CHOICE_WIDTH: Final = 73
"""Columns for a choice, beside its number."""
LINES: Final = 21
"""Lines for what was said and the choices: 24 without the title, the keys and the rule between the two."""
CHOICE_LINES: Final = 16
"""Lines for the choices; with more, they begin to scroll."""
ENDING_LINES: Final = 17
"""Lines for what was said once the conversation has ended: below it stands how it came out."""
BAR_WIDTH: Final = 78
"""Columns of the title bar."""
MOST_BOXES: Final = 8
"""Boxes that show a feeling, at most: one for each point up to so many."""
SUMMARY_LENGTH: Final = 140
"""Characters that take two lines of the list of conversations."""

_REP: Final = "Maximiliane"
"""Stands for the rep, whose name nobody knows yet: a long one."""


def lines_of(text: str, width: int, customer: Customer) -> int:
    """Count the lines that a text takes at a width, with names in place of its placeholders; none where it is empty."""
    named = text.replace("{customer}", customer.name).replace("{company}", customer.company).replace("{rep}", _REP)
    words = [len(word) for word in named.split(" ")]
    if not min(words) or max(words) > width or not named.isprintable():
        return len(textwrap.wrap(named, width, break_on_hyphens=False))
    # As textwrap would break it, in a tenth of the time: a long conversation has thousands of lines.
    lines, left = 0, -1
    for word in words:
        if word > left:
            lines, left = lines + 1, width
        left -= word + 1
    return lines


def title_room(purpose: str, level: str, minutes: int) -> int:
    """Return how many characters of a title the briefing shows beside what it says at the right."""
    return BAR_WIDTH - len(f"▍{purpose} · {level} · about {minutes} minutes") - 2


def mood_room(name: str, feeling: Feeling | None) -> int:
    """Return how many characters of a mood the title bar shows beside the customer's whole name."""
    return BAR_WIDTH - len(f"▍{name}…") - 2 - (0 if feeling is None else len(_feeling(feeling)))


def _feeling(feeling: Feeling) -> str:
    boxes = "▰" * min(feeling.max - feeling.min, MOST_BOXES)
    return f"  {boxes} {feeling.label} {feeling.max} of {feeling.max} ▲+1"
