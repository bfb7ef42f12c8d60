"""Ways of choosing: what is said, with which probability, where some choices are on offer."""

from collections.abc import Callable, Mapping, Sequence

from simulator.domain.scenario import Choice, Turn

Chooser = Callable[[Turn, Sequence[Choice]], Sequence[float]]
"""The turn and what is on offer there, in the order of the file → a probability for each, that add up to 1."""


def at_random(_turn: Turn, offered: Sequence[Choice]) -> Sequence[float]:
    """Take any, each with the same probability; so does whoever takes the first, for the order is shuffled."""
    return [1 / len(offered)] * len(offered)


def by_rank(rank: Callable[[Turn, Choice], float]) -> Chooser:
    """Make a chooser that takes what ranks highest, and among equals any."""

    def choose(turn: Turn, offered: Sequence[Choice]) -> Sequence[float]:
        ranks = [rank(turn, choice) for choice in offered]
        best = [value == max(ranks) for value in ranks]
        return [yes / sum(best) for yes in best]

    return choose


class Weights:
    """A chooser's probabilities, worked out once for each turn and set of choices on offer."""

    def __init__(self, chooser: Chooser, turns: Mapping[str, Turn]) -> None:
        self._chooser, self._turns = chooser, turns
        self._known: dict[tuple[str, tuple[str, ...]], Mapping[str, float]] = {}

    def of(self, turn_id: str, offered: tuple[str, ...]) -> Mapping[str, float]:
        """Return the probability of each choice on offer at a turn, by id."""
        key = (turn_id, offered)
        known = self._known.get(key)
        if known is None:
            turn = self._turns[turn_id]
            choices = [choice for choice in turn.choices if choice.id in offered]
            chances = self._chooser(turn, choices) if choices else ()
            known = dict(zip((choice.id for choice in choices), chances, strict=True))
            self._known[key] = known
        return known
