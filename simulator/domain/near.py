"""A guess at what was meant, among no more names than can be compared at once.

Comparing two names takes some 30 µs: a hundred mistakes among ten thousand names would take half a minute.
"""

import difflib
from collections.abc import Iterable
from itertools import islice
from typing import Final

MAX_NAMES: Final = 300
"""Names compared with one mistake."""


def did_you_mean(text: str, known: Iterable[str]) -> str:
    """Say `did you mean "x"?` for the nearest known name; nothing where none is near."""
    near = difflib.get_close_matches(text[:80], _few(text, known), n=1, cutoff=0.6)
    return f'did you mean "{near[0]}"?' if near else ""


def or_known(text: str, known: Iterable[str], none: str) -> str:
    """Say the nearest known name, or else list what is known."""
    names = list(known)
    return did_you_mean(text, names) or (f"known: {', '.join(names[:12])}" if names else none)


def _few(text: str, known: Iterable[str]) -> list[str]:
    """Where there are many names, keep those with the same first letter: people seldom mistype that one."""
    names = list(known)
    if len(names) <= MAX_NAMES:
        return names
    return list(islice((name for name in names if name[:1] == text[:1]), MAX_NAMES))
