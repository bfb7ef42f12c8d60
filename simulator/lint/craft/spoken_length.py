"""SIM701: a choice is a line that a person says."""

from collections.abc import Iterator
from typing import Final

from simulator.analysis.reading_grade import spoken_words
from simulator.lint.craft.opening import opening
from simulator.lint.craft.texts import said
from simulator.lint.rule import Finding, Rule
from simulator.lint.subject import Proven

FEWEST: Final = 8
"""Ten words are the aim. Two less are let be: a line should not be padded for the sake of the count."""
MOST: Final = 32
"""Thirty words are the aim, some twelve seconds of speech; with more, the others forget how the line began."""


def _check(subject: Proven) -> Iterator[Finding]:
    for path, line in said(subject.scenario):
        count = len(spoken_words(line))
        if count < FEWEST:
            message = f"this choice has {count} {'word' if count == 1 else 'words'}, which is hardly a line"
            yield Finding(message=message, hint="write what the rep says aloud, in 10 to 30 words", path=path)
        elif count > MOST:
            message = f"this choice has {count} words, more than a person says in one breath"
            yield Finding(message=message, hint="cut it to 10 to 30 words", path=path)


SPOKEN_LENGTH: Final = Rule[Proven](
    code="SIM701",
    law="A choice is a spoken line of about 10 to 30 words.",
    why="Reps practise sentences, not labels: a keyword trains nobody, and a speech is neither said nor heard to its "
    "end.",
    failing=opening(say="Apologise and explain"),
    passing=opening(say="Two calls, and it is still down. That has cost you both of your mornings."),
    check=_check,
)
