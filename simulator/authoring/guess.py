"""A guess at what an author meant, among no more names than can be compared at once.

Comparing two names takes some 30 µs: a hundred mistakes among ten thousand names would take half a minute.
"""

from collections.abc import Iterable
from itertools import islice
from typing import Final

from simulator.domain import near

MAX_NAMES: Final = 300
"""Names compared with one mistake."""


def did_you_mean(text: str, known: Iterable[str]) -> str:
    """Say `did you mean "x"?` for the nearest known name; nothing where none is near."""
    return near.did_you_mean(text, _few(text, known))


def or_known(text: str, known: Iterable[str], none: str) -> str:
    """Say the nearest known name, or else list what is known."""
    return near.or_known(text, _few(text, known), none)


def _few(text: str, known: Iterable[str]) -> list[str]:
    """Where there are many names, keep those with the same first letter: people seldom mistype that one."""
    names = list(known)
    if len(names) <= MAX_NAMES:
        return names
    return list(islice((name for name in names if name[:1] == text[:1]), MAX_NAMES))
