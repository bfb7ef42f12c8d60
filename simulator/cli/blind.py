"""What `simulator blind` prints: the quiz, or what the picks come to."""

from collections.abc import Iterator
from string import ascii_lowercase

from simulator.usecases.blind import Marked, Quiz


def lines_of(quiz: Quiz, seed: int, *, heard: bool = False) -> Iterator[str]:
    """Read out the quiz: what the rep knows, then each turn's choices, with what the customer says or without."""
    yield f"{quiz.title}: pick the best line at each turn{'' if heard else ' without hearing the customer'}."
    yield from ("", *quiz.briefing.strip().split("\n"), "", f"Goal: {' '.join(quiz.goal.split())}", "")
    for number, question in enumerate(quiz.questions, 1):
        yield f"{number}."
        if heard:
            yield from (f"  {'or: ' if other else ''}“{words}”" for other, words in enumerate(question.heard))
        yield from (
            f"  {letter}) {choice.say}" for letter, choice in zip(ascii_lowercase, question.choices, strict=False)
        )
    yield ""
    yield f"Mark it with: simulator blind {quiz.scenario} --seed {seed} --picks a b …"
    yield f"({len(quiz.questions)} letters, - where you cannot tell)"


def lines_of_marked(marked: Marked) -> Iterator[str]:
    """Say how many were found, how many luck would find, and where."""
    yield f"Found: {len(marked.found)} of {marked.of}; luck would find {marked.by_luck:.1f}."
    verdict = "which luck does once in a hundred times at most" if marked.chance <= 0.01 else "as luck may have it"  # noqa: PLR2004 - one in a hundred
    yield f"Luck finds as many with a chance of {marked.chance:.0%}: {verdict}."
    if marked.found:
        yield f"Found at: {', '.join(marked.found)}"
