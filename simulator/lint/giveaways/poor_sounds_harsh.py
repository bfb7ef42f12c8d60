"""SIM605: sweeping or rude words do not tell the poor choices."""

from typing import Final

from simulator.analysis.wording import ABSOLUTE, RUDE, count_of
from simulator.lint.giveaways.often import Sign, in_one, over_all
from simulator.lint.giveaways.sample import turns_with
from simulator.lint.rule import Rule
from simulator.lint.subject import Proven, Shelf

_SIGNS: Final = (
    Sign(
        says="words such as always, never and nobody stand only in poor choices",
        marked=lambda contest: contest.having(lambda _, choice: count_of(choice.say, ABSOLUTE)),
        mend="say it without them, or let a good choice have one,",
        tells_poor=True,
    ),
    Sign(
        says="rude words stand only in poor choices",
        marked=lambda contest: contest.having(lambda _, choice: count_of(choice.say, RUDE)),
        mend="write what a decent rep would say under pressure",
        tells_poor=True,
    ),
)

SOUNDS_HARSH: Final = Rule[Proven](
    code="SIM605",
    law="Poor choices are not told by sweeping words such as always and never, nor by rude ones.",
    why=(
        "Nobody has to listen to a customer in order to strike out what no decent person would say: a poor choice that "
        "is not tempting teaches nothing."
    ),
    failing=turns_with(others=lambda say: f"That never happens. {say}"),
    passing=turns_with(),
    check=in_one(*_SIGNS),
)

SOUNDS_HARSH_IN_ALL: Final[Rule[Shelf]] = over_all(SOUNDS_HARSH, *_SIGNS)
"""The same over the whole library."""
