"""What `simulator blind` prints: the quiz, or what the picks come to."""

from collections.abc import Iterator
from shlex import quote
from string import ascii_lowercase

from simulator.plain.voice import facts_of
from simulator.usecases.blind import Marked, Quiz


def lines_of(quiz: Quiz, seed: int, library: str | None = None, *, heard: bool = False) -> Iterator[str]:
    """Read out the quiz: what the rep knows, then each turn's choices, with what the customer says or without.

    `library` is the one that was named; it has to be named again where the answers are marked.
    """
    yield f"{quiz.title}: pick the best line at each turn{'' if heard else ' without hearing the customer'}."
    yield from ("", *(" ".join(fact.split()) for fact in facts_of(f"What you know: {quiz.briefing}")))
    yield from ("", f"Goal: {' '.join(quiz.goal.split())}", "")
    for number, question in enumerate(quiz.questions, 1):
        yield f"{number}."
        if heard:
            yield from (f"  {'or: ' if other else ''}“{words}”" for other, words in enumerate(question.heard))
        yield from (
            f"  {letter}) {choice.say}" for letter, choice in zip(ascii_lowercase, question.choices, strict=False)
        )
    yield ""
    where = f" --library {quote(library)}" if library else ""
    yield f"Mark it with: simulator blind {quiz.scenario}{where} --seed {seed} --picks a b …"
    yield f"({len(quiz.questions)} letters, - where you cannot tell)"


def lines_of_marked(marked: Marked) -> Iterator[str]:
    """Say how many were found, how many luck would find, and where."""
    yield f"Found: {len(marked.found)} of {marked.of}; luck would find {marked.by_luck:.1f}."
    verdict = "which luck does once in a hundred times at most" if marked.chance <= 0.01 else "as luck may have it"  # noqa: PLR2004 - one in a hundred
    yield f"Luck finds as many with a chance of {marked.chance:.0%}: {verdict}."
    if marked.found:
        yield f"Found at: {', '.join(marked.found)}"
