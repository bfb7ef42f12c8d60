"""A guess at what an author meant."""

import difflib
from collections.abc import Iterable


def did_you_mean(text: str, known: Iterable[str]) -> str:
    """Say `did you mean "x"?` for the nearest known name; nothing where none is near."""
    near = difflib.get_close_matches(text[:80], list(known), n=1, cutoff=0.6)
    return f'did you mean "{near[0]}"?' if near else ""


def or_known(text: str, known: Iterable[str], none: str) -> str:
    """Say the nearest known name, or else list what is known."""
    names = list(known)
    return did_you_mean(text, names) or (f"known: {', '.join(names[:12])}" if names else none)
