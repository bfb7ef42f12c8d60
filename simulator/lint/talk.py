"""Conversations of several turns for examples: what lies in many turns together cannot be shown in two."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from simulator.domain.rubric import Level
from simulator.lint.rule import SCENARIO_FILE, Example

WALK_FILE: Final = "scenarios/sample/walks/best.yaml"
_TURNS: Final = ("opening", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")


class Said(NamedTuple):
    """One choice."""

    level: Level
    """How well it shows empathy."""
    say: str
    more: str = ""
    """Further keys, as they stand in the file."""


Asked = tuple[str, Sequence[Said]]
"""A turn: the customer's words, and the choices."""


def poor(say: str) -> Said:
    """Make a choice that misses the moment."""
    return Said(Level.MISSED, say)


def good(say: str) -> Said:
    """Make a choice that handles the moment as well as can be."""
    return Said(Level.EXEMPLARY, say)


THREE_TURNS: Final[tuple[Asked, ...]] = (
    (
        "I have rung twice about that line.",
        (
            good("Two calls, and it is still down on the day you need it most."),
            poor("Is there a number on the ticket that you got?"),
            poor("Let me see who took your calls on this, and when they were closed."),
        ),
    ),
    (
        "It cost me the whole morning.",
        (
            poor("We had more calls on that day than we can take."),
            good("So your day began at noon, with all of its work still to do."),
            poor("That was a fault at the exchange, and not one that is in our hands."),
        ),
    ),
    (
        "So what happens now?",
        (
            poor("It is with the team, and they go down the list."),
            poor("You can wait for a text from us, or have a look at it on our page."),
            good("I ring you at four, and you tell me how far it has come."),
        ),
    ),
)
"""Turns that leave nothing to be desired: nothing in them gives the best choice away."""


def talk(*turns: Asked, top: str = "") -> Example:
    """Make an example of turns that follow one another, with the walk that takes the best of each.

    `top` is written above the turns: other top-level keys.
    """
    text = f"{top}turns:\n{''.join(_written(turns))}"
    walk = f"choices: [{', '.join(_best(choices) for _, choices in turns)}]\nending: calm\n"
    return Example(files={SCENARIO_FILE: text, WALK_FILE: walk})


def _written(turns: Sequence[Asked]) -> Iterator[str]:
    for number, (customer, choices) in enumerate(turns):
        yield f'  {_TURNS[number]}:\n    customer: "{customer}"\n    mood: cool\n'
        yield "    calls_for: [empathy]\n    choices:\n"
        for at, said in enumerate(choices):
            last = "calm" if said.level.handled_well else "gone"
            to = last if number == len(turns) - 1 else _TURNS[number + 1]
            yield f'      - {{id: {_name(at)}, say: "{said.say}", shows: {{empathy.names-stake: {said.level:d}}},'
            yield f"{said.more} to: {to}}}\n"


def _best(choices: Sequence[Said]) -> str:
    return _name(max(range(len(choices)), key=lambda at: choices[at].level))


def _name(at: int) -> str:
    return "abcdef"[at]
