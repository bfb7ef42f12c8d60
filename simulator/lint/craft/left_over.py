"""SIM710: nothing is left over from writing."""

import re
from collections.abc import Iterator
from typing import Final

from simulator.analysis.wording import words
from simulator.lint.craft.opening import opening
from simulator.lint.craft.texts import texts, words_at
from simulator.lint.rule import Finding, Rule
from simulator.lint.subject import Proven

_LEFT_OVER: Final = re.compile(
    r"\b(?:TODO|TBD|TBC|FIXME|(?i:x{3,}|lorem ipsum|dolor sit amet|placeholder))\b|\?{3,}|^[\s.\u2026?_-]+$"
)
FEWEST_WORDS: Final = 5
"""Anybody may say "Go on." twice; nobody says five words twice in the same way."""


def _check(subject: Proven) -> Iterator[Finding]:
    for path, text in texts(subject.scenario):
        found = _LEFT_OVER.search(text)
        if found:
            message = f'"{found[0].strip()[:40]}" looks left over from writing'
            yield Finding(message=message, hint="write what is meant to stand here", path=path)
    yield from _twice(subject)


def _twice(subject: Proven) -> Iterator[Finding]:
    first: dict[tuple[str, ...], str] = {}
    for turn_id, turn in subject.scenario.turns.items():
        for path, text in words_at(turn):
            line = words(text)
            before = first.setdefault(line, turn_id)
            if before != turn_id and len(line) >= FEWEST_WORDS:
                message = f'the customer says the same at "{before}"'
                hint = f'lead both ways to "{before}", or write it for this moment'
                yield Finding(message=message, hint=hint, path=("turns", turn_id, *path))


LEFT_OVER: Final = Rule[Proven](
    code="SIM710",
    law="No text is left over from writing, and the customer says nothing twice in the same words.",
    why="A note to yourself breaks the conversation, and a customer who repeats a line like a machine is not believed "
    "any more.",
    failing=opening(customer="TODO she is angry about the line"),
    passing=opening(customer="You again? I have rung twice about that line."),
    check=_check,
)
