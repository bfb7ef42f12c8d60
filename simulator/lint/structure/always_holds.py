"""SIM405: what is asked can be answered both ways."""

from collections.abc import Iterator, Mapping
from typing import Final

from simulator.lint.asked import Asked, seen
from simulator.lint.rule import Finding, Rule
from simulator.lint.structure.shown import PROMISE, SUM_UP, turns
from simulator.lint.subject import Proven

_SAID: Final[Mapping[str, tuple[str, str]]] = {
    "choices": ("this choice is always on offer", "leave the when out"),
    "variants": ("nothing below it is ever spoken", "make these the turn's own words"),
    "routes": ("nothing below it is ever taken", "leave the when out, and end with this route"),
}
"""For each kind of condition what follows where it always holds, and what to do."""


def _check(proven: Proven) -> Iterator[Finding]:
    for found in proven.asked:
        if found.always and proven.certain.whole(found.when) is None:
            yield _finding(proven, found)


def _finding(proven: Proven, found: Asked) -> Finding:
    follows, hint = _SAID[found.part]
    known = seen(proven.space, found)
    message = f"this always holds where it is asked, so {follows}" + (f": {known} there" if known else "")
    return Finding(message=message, hint=hint, path=(*found.path, "when"))


ALWAYS_HOLDS: Final = Rule[Proven](
    code="SIM405",
    law="A condition does not hold in every way in which it is asked.",
    why="A condition that changes nothing makes the text harder to read, and what was to be held back is not. "
    "A variant or a route is asked only where none above it holds.",
    failing=turns("{when: trust >= 1, " + SUM_UP[1:], PROMISE),
    passing=turns(SUM_UP, PROMISE),
    check=_check,
)
