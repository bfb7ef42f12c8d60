"""SIM706: enough to choose from, and no more than can be seen."""

from collections.abc import Iterator, Sequence
from typing import Final

from simulator.domain.scenario import Choice, Difficulty, Purpose
from simulator.lint.craft.offered import together
from simulator.lint.rule import Finding, Rule, turns
from simulator.lint.subject import Proven

FEWEST: Final = 3
"""Of two, a coin finds the better one every other time."""
FEWEST_AT_FIRST: Final = 2
"""In first steps that count for nothing, nobody gains by tossing a coin."""
MOST: Final = 4
"""More do not fit below what the customer says, and are not held in mind."""


def _check(subject: Proven) -> Iterator[Finding]:
    scenario = subject.scenario
    first_steps = scenario.level is Difficulty.FOUNDATION and scenario.purpose is Purpose.PRACTICE
    fewest = FEWEST_AT_FIRST if first_steps else FEWEST
    for turn_id in subject.space.arrows:
        sets = together(subject, turn_id)
        few = min(sets, key=len, default=()) if subject.space.exact else scenario.turns[turn_id].choices
        many = max(sets, key=len, default=())
        if 0 < len(few) < fewest:
            yield _found(turn_id, few, f"at least {fewest} are the aim", "write another that is tempting")
        if len(many) > MOST:
            yield _found(turn_id, many, f"at most {MOST} are the aim", "give some of them a condition, or cut one")


def _found(turn_id: str, choices: Sequence[Choice], aim: str, hint: str) -> Finding:
    named = ", ".join(f'"{choice.id}"' for choice in choices)
    count = "only one choice is" if len(choices) == 1 else f"{len(choices)} choices are"
    message = f'at "{turn_id}" {count} on offer together ({named}); {aim}'
    return Finding(message=message, hint=hint, path=("turns", turn_id, "choices"), at_key=True)


_ONE: Final = """\
  what-now:
    customer: "So what happens now?"
    mood: waiting
    choices:
      - id: sum-up
        say: "You need it up by eight, and one name to ring. Have I got both of those right?"
        to: calm
"""

NUMBER_OF_CHOICES: Final = Rule[Proven](
    code="SIM706",
    law="Every turn offers three or four choices; in a foundation scenario for practice, two will do.",
    why="With two, tossing a coin is right every other time. With five, the customer's words leave the screen.",
    failing=turns(_ONE),
    passing=turns(
        f"""{_ONE}\
      - id: promise
        say: "We will get to it as soon as somebody is free, and they will let you know."
        to: gone
"""
    ),
    check=_check,
)
