"""SIM607: hard or easy words do not tell the best choice."""

from collections.abc import Iterator
from statistics import fmean
from typing import Final

from simulator.analysis.chance import RARE, sign_test
from simulator.analysis.reading_grade import reading_grade
from simulator.lint.giveaways.contest import Contest, contests
from simulator.lint.rule import Example, Finding, Rule
from simulator.lint.subject import Proven
from simulator.lint.talk import good, poor, talk

_MOST: Final = 2.0
"""School years between the best choices and the others, on average."""


def _check(proven: Proven) -> Iterator[Finding]:
    gaps = [_gap(contest) for contest in contests(proven)]
    harder, easier = sum(gap > 0 for gap in gaps), sum(gap < 0 for gap in gaps)
    if sign_test(harder, easier) <= RARE and abs(fmean(gaps)) > _MOST:
        how, number = ("harder", harder) if harder > easier else ("easier", easier)
        message = (
            f"the best choices are {how} to read than the others at {number} of {len(gaps)} turns, by "
            f"{abs(fmean(gaps)):.1f} school years on average"
        )
        hint = "let them differ in what they do for the customer, not in how long their words and sentences are"
        yield Finding(message=message, hint=hint, path=("turns",), at_key=True)


def _gap(contest: Contest) -> float:
    """Return how many school years the best choices are above the others."""
    grades = [reading_grade(choice.say) for choice in contest.turn.choices]
    best = fmean(grades[at] for at in contest.best)
    return best - fmean(grade for at, grade in enumerate(grades) if at not in contest.best)


_LINES: Final = (
    ("I have rung twice about that line.", "Two calls, and it is still down.", "Have you got the ticket at hand?"),
    ("It cost me the whole morning.", "So your day began at noon.", "We had a rush on."),
    ("And Friday we have the auditors in.", "With them there, it must hold.", "A man will come in the next week."),
    ("The last one said she would ring me.", "You sat there, and no one rang.", "Let me see who that was."),
    ("I was on hold for ages.", "All that time on your own.", "We are short of hands this week."),
    ("My boss asks me every hour.", "And you have no news to give him.", "You may give him my name."),
    ("He thinks it was my choice.", "It is your name on it.", "Shall I send him a note on this?"),
    ("So what happens now?", "You get my own number for that.", "It is with the team."),
)


def _eight_turns(more: str) -> Example:
    """Write eight turns, with some words after each best choice."""
    turns = ((customer, (poor(other), good(f"{best}{more}"))) for customer, best, other in _LINES)
    return talk(*((customer, said[:: 1 if at % 2 else -1]) for at, (customer, said) in enumerate(turns)))


READS_OTHERWISE: Final = Rule[Proven](
    code="SIM607",
    law="The best choices are neither harder nor easier to read than the others, all turns together.",
    why=(
        "Polished sentences are a mark of the author's favourite, and plain ones can be too: either can be told by "
        "sound alone. It speaks up from two school years between them, where luck would bring so uneven a split at "
        "most once in a hundred conversations."
    ),
    failing=_eight_turns(" Naturally, an investigation is indicated."),
    passing=_eight_turns(""),
    check=_check,
)
