"""SIM709: lines that can be followed by ear."""

from collections.abc import Iterator
from statistics import fmean
from typing import Final

from simulator.analysis.reading_grade import reading_grade, spoken_words, words_per_sentence
from simulator.domain.problem import Path
from simulator.domain.rubric import Level
from simulator.domain.scenario import Scenario
from simulator.lint.craft.opening import opening
from simulator.lint.craft.texts import Text, spoken
from simulator.lint.rule import Finding, Rule
from simulator.lint.subject import Proven

HARDEST: Final = 12.0
"""Grade of the last year at school: what is harder by ear is not understood the first time."""
HARDEST_MEAN: Final = 8.0
"""Grade that is advised for texts to everybody; people in conversation stay far below it."""
FEWEST_WORDS: Final = 12
"""The grade of a shorter line says nothing: one long name moves it by years."""


def _check(subject: Proven) -> Iterator[Finding]:
    meant = frozenset(_meant_to_be_hard(subject.scenario))
    lines = {path: text for path, text in _long_enough(subject.scenario) if path not in meant}
    grades = {path: reading_grade(text) for path, text in lines.items()}
    for path, grade in grades.items():
        if grade > HARDEST:
            words = words_per_sentence(lines[path])
            message = (
                f"this line has reading grade {grade:.0f}, at {words:.0f} words a sentence; {HARDEST:.0f} is the most"
            )
            yield Finding(message=message, hint="write shorter sentences and everyday words", path=path)
    mean = fmean(grades.values()) if grades else 0.0
    if mean > HARDEST_MEAN:
        message = f"the spoken lines have reading grade {mean:.1f} on average; {HARDEST_MEAN:.0f} is the most"
        hint = "write as people talk; begin with the longest lines"
        yield Finding(message=message, hint=hint, path=("turns",), at_key=True)


def _long_enough(scenario: Scenario) -> Iterator[Text]:
    return ((path, text) for path, text in spoken(scenario) if len(spoken_words(text)) >= FEWEST_WORDS)


def _meant_to_be_hard(scenario: Scenario) -> Iterator[Path]:
    """Yield the choices that show what jargon does: there it is the mistake to be seen."""
    for turn_id, turn in scenario.turns.items():
        for number, choice in enumerate(turn.choices):
            levels = (level for key, level in choice.shows.items() if key.endswith(".plain-language"))
            if any(level < Level.EFFECTIVE for level in levels):
                yield ("turns", turn_id, "choices", number, "say")


PLAIN_WORDS: Final = Rule[Proven](
    code="SIM709",
    law="Spoken lines can be followed by ear: no line above grade 12, and a mean of 8 at most.",
    why="Nobody hears a line twice. The grade is that of Flesch and Kincaid, from the length of words and sentences; "
    "where jargon is the mistake that a choice shows, it is let be.",
    failing=opening(
        customer="The repeated unavailability of your telecommunications infrastructure necessitated considerable "
        "organisational improvisation at reception."
    ),
    passing=opening(customer="Your line was down again, and we had to run the desk by hand. All morning, twice."),
    check=_check,
)
