"""A walk as its author would write it: what is written here is read back as the same walk."""

import json
import re
from collections.abc import Iterator
from typing import Final

from simulator.domain.walk import Walk

_WORD: Final = re.compile(r"[a-z][a-z0-9_-]*")
_PLAIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9 ,.'()-]* [A-Za-z0-9 ,.'()-]*[A-Za-z0-9.)]")
_VALUES: Final = frozenset({"true", "false", "null"})
"""Words that stand for values in YAML."""


def walk_text(walk: Walk) -> str:
    """Write the file of a walk."""
    return "\n".join((*_lines(walk), ""))


def _lines(walk: Walk) -> Iterator[str]:
    yield f"format: {walk.format}"
    if walk.about:
        yield f"about: {quoted(walk.about)}"
    yield "choices:"
    yield from (f"  - {word(choice)}" for choice in walk.choices)
    yield f"ending: {word(walk.ending)}"
    if walk.shows:
        yield "shows:"
        for skill, levels in walk.shows.items():
            yield f"  {word(skill)}: [{', '.join(f'{level:d}' for level in levels)}]"
    if walk.feelings:
        yield f"feelings: {{{', '.join(f'{word(name)}: {value}' for name, value in walk.feelings.items())}}}"
    if walk.facts is not None:
        yield f"facts: [{', '.join(map(word, walk.facts))}]"
    if walk.critical is not None:
        yield f"critical: [{', '.join(map(word, walk.critical))}]"


def quoted(text: str) -> str:
    """Write a text on one line, in quotes where YAML could take it for something else."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def word(name: str) -> str:
    """Write an id, in quotes where YAML would take it for a value."""
    return name if _WORD.fullmatch(name) and name not in _VALUES else json.dumps(name)
