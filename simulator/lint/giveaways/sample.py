"""The five turns that examples of this folder change: nothing in them gives the best choice away."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from simulator.lint.rule import Example
from simulator.lint.talk import Said, good, poor, talk


class Moment(NamedTuple):
    """What the customer says, the best answer, and two poor ones."""

    customer: str
    best: str
    others: tuple[str, str]


MOMENTS: Final = (
    Moment(
        "I have rung twice about that line.",
        "Two calls, and you are still stuck. What did it cost you?",
        ("Have you got the number of the ticket there?", "Switch the box off, and on after a minute, and it may come."),
    ),
    Moment(
        "It cost me the whole morning.",
        "So your day began at noon, with all of its work to do.",
        ("That was a fault further up, at the exchange.", "I can take a day off your next bill. Is that all right?"),
    ),
    Moment(
        "And Friday we have the auditors in.",
        "With them in the room, you need it up by Thursday.",
        ("A man can be with you in the week after.", "Most of them bring a phone of their own these days. Do yours?"),
    ),
    Moment(
        "The last one said she would ring me.",
        "You sat by the phone and it was silent. How long?",
        ("Let me see who that was, and what she wrote down.", "We had a rush on that day, as far as I see."),
    ),
    Moment(
        "So what happens now?",
        "You get my own number, and a call from me at four.",
        ("It is with the team, and they work down the list.", "You can follow each of the steps on our page."),
    ),
)
"""A conversation in which the best choice has no sign of its own."""

_BEST: Final = tuple(moment.best for moment in MOMENTS)


def turns_with(
    best: Sequence[str] = _BEST,
    others: Callable[[str], str] = str,
    place: Callable[[int], int] = lambda number: number % 3,
) -> Example:
    """Make an example of the five turns with other words, or with the best choice in other places."""
    return talk(
        *(
            (moment.customer, _with(good(say), [poor(others(other)) for other in moment.others], place(number)))
            for number, (moment, say) in enumerate(zip(MOMENTS, best, strict=True))
        )
    )


def _with(best: Said, others: Sequence[Said], at: int) -> Sequence[Said]:
    return (*others[:at], best, *others[at:])
