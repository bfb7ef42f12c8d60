"""Names for things, so that one kind of name is never taken for another."""

import re
from typing import Final, NewType

RepId = NewType("RepId", str)
"""A rep, as records know them; never their display name."""

ScenarioId = NewType("ScenarioId", str)
"""A scenario: the name of its folder."""

SkillId = NewType("SkillId", str)
"""A skill: the name of its rubric file."""

AttemptId = NewType("AttemptId", str)
"""One rep's run of one scenario."""

Digest = NewType("Digest", str)
"""The SHA-256 of a text's UTF-8 bytes, as 64 lower-case hexadecimal digits."""

ID_PATTERN: Final = r"[a-z0-9][a-z0-9_-]{0,63}"
"""What an id may look like: safe as a file name on every system."""

NAME_PATTERN: Final = r"[a-z][a-z0-9_]{0,63}"
"""What a feeling or fact may be called: a word the condition language can read."""

_ID: Final = re.compile(ID_PATTERN)


def is_id(text: str) -> bool:
    """Tell whether the text can serve as an id, and so as a file name."""
    return _ID.fullmatch(text) is not None


def id_meant(text: str) -> str:
    """Return the id that a name in words or capital letters stands for; the text itself where it is none."""
    near = "-".join(text.lower().split())
    return near if is_id(near) else text
