"""SIM603: where it stands does not tell the best choice."""

from typing import Final

from simulator.lint.giveaways.often import Sign, in_one, over_all
from simulator.lint.giveaways.sample import turns_with
from simulator.lint.rule import Rule
from simulator.lint.subject import Proven, Shelf

_SIGNS: Final = (
    Sign(
        says="the best choice stands first",
        marked=lambda _: {0},
        mend="put a poor choice first",
    ),
    Sign(
        says="the best choice stands last",
        marked=lambda contest: {len(contest.levels) - 1},
        mend="put a poor choice last",
    ),
)

STANDS_FIRST: Final = Rule[Proven](
    code="SIM603",
    law="The best choice stands first, or last, in the file no more often than luck would allow.",
    why=(
        "Reps see the choices shuffled, but whoever reads the file or writes the next one does not: a habit of place "
        "comes with a habit of thought, the good answer first and then something to set beside it."
    ),
    failing=turns_with(place=lambda _: 0),
    passing=turns_with(),
    check=in_one(*_SIGNS),
)

STANDS_FIRST_IN_ALL: Final[Rule[Shelf]] = over_all(STANDS_FIRST, *_SIGNS)
"""The same over the whole library."""
