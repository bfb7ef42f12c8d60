"""Which choices of a turn are on offer together."""

from simulator.analysis.space import Space
from simulator.domain.scenario import Choice


def together(space: Space, turn: str, one: Choice, other: Choice) -> bool:
    """Tell whether two choices of a turn are surely on offer together in some state that can be come to."""
    if turn not in space.arrows:
        return False
    if not space.exact:
        return one.when == other.when or None in {one.when, other.when}
    return not _states(space, turn, one).isdisjoint(_states(space, turn, other))


def _states(space: Space, turn: str, choice: Choice) -> set[int]:
    arrows = (arrow for arrow in space.arrows[turn] if arrow.option.choice.id == choice.id)
    return {source for arrow in arrows for source in arrow.sources}
