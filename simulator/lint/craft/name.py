"""SIM711: the customer's name is spelt in one way."""

import difflib
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from simulator.lint.craft.texts import texts
from simulator.lint.rule import Finding, Rule, example
from simulator.lint.subject import Proven

_NAME: Final = r"[^\W\d_][\w'\u2019-]*"
_ALIKE: Final = 0.7
"""Whitfield and Whitefield are 0.95 alike, Novak and Nowak 0.8, Dana and Joel 0.25."""


def _check(subject: Proven) -> Iterator[Finding]:
    first, *others = subject.scenario.customer.name.split()
    if not others:
        return
    last = others[-1]
    after = re.compile(rf"\b{re.escape(first)}\s+({_NAME})")
    before = re.compile(rf"({_NAME})\s+{re.escape(last)}\b")
    for path, text in texts(subject.scenario):
        # Most texts hold neither name, which a plain search tells at once.
        found = [(name, last) for name in after.findall(text)] if first in text else []
        found += [(name, first) for name in before.findall(text)] if last in text else []
        for name, meant in found:
            if _misspelt(name, meant):
                message = f'"{name}" is spelt "{meant}" above'
                yield Finding(message=message, hint="spell the customer's name in one way", path=path)
                break


@lru_cache(maxsize=1000)
def _misspelt(name: str, meant: str) -> bool:
    """Tell whether a name is nearly the one that is meant; a possessive is the same name."""
    bare = re.sub(r"['\u2019]s?$", "", name)
    return bare != meant and bare[:1].isupper() and difflib.SequenceMatcher(None, bare, meant).ratio() >= _ALIKE


NAME: Final = Rule[Proven](
    code="SIM711",
    law="The customer's first and last name are spelt in one way.",
    why="Getting a customer's name wrong is the first thing a rep learns not to do.",
    failing=example("briefing: Ada Byrne has called twice about her line.\n"),
    passing=example("briefing: Ada Byron has called twice about her line.\n"),
    check=_check,
)
