"""A guess at what was meant."""

import difflib
from collections.abc import Iterable


def did_you_mean(text: str, known: Iterable[str]) -> str:
    """Say `did you mean "x"?` for the nearest known name; nothing where none is near."""
    near = difflib.get_close_matches(text, list(known), n=1, cutoff=0.6)
    return f'did you mean "{near[0]}"?' if near else ""
