"""What is on offer together at a turn, as far as it is certain."""

from collections.abc import Sequence

from simulator.domain.scenario import Choice
from simulator.lint.subject import Proven


def together(subject: Proven, turn_id: str) -> Sequence[tuple[Choice, ...]]:
    """Return each set of choices that are on offer together at a turn that can be reached.

    Where the space is too large to be walked exactly, only what has no condition is sure to be on offer.
    """
    choices = subject.scenario.turns[turn_id].choices
    if not subject.space.exact:
        return [tuple(choice for choice in choices if choice.when is None)]
    by_id = {choice.id: choice for choice in choices}
    return [tuple(by_id[name] for name in names) for names in subject.space.offers[turn_id].sets if names]
