"""What is on offer in each state of a turn. Most turns offer the same in all of theirs, which is told apart here."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from simulator.analysis.arrow import Arrow
from simulator.domain.scenario import Turn


class Offers(NamedTuple):
    """The choices on offer at one turn."""

    sets: Sequence[tuple[str, ...]]
    """Each set of choices that some state offers, by id, in the order of the file."""
    which: Sequence[int] | None
    """For each state the position of its set; None where there is one set for all."""


def offers(
    arrows: Mapping[str, Sequence[Arrow]],
    states: Mapping[str, Sequence[int]],
    turns: Mapping[str, Turn],
    *,
    exact: bool,
) -> Mapping[str, Offers]:
    """Return what each turn that can be reached offers; `exact` tells whether conditions were followed."""
    return {turn: _offers(leaving, len(states[turn]), turns[turn], exact=exact) for turn, leaving in arrows.items()}


def _offers(arrows: Sequence[Arrow], states: int, turn: Turn, *, exact: bool) -> Offers:
    reach: dict[str, int] = {}
    for arrow in arrows:
        reach[arrow.option.choice.id] = reach.get(arrow.option.choice.id, 0) + len(arrow.sources)
    names = [choice.id for choice in turn.choices if choice.id in reach]
    always = sum(1 << bit for bit, name in enumerate(names) if reach[name] == states or not exact)
    if always == (1 << len(names)) - 1:
        return Offers((tuple(names),), None)
    masks = [always] * states
    for arrow in arrows:
        bit = 1 << names.index(arrow.option.choice.id)
        if not always & bit:
            for source in arrow.sources:
                masks[source] |= bit
    order = {mask: number for number, mask in enumerate(dict.fromkeys(masks))}
    sets = tuple(tuple(name for bit, name in enumerate(names) if mask >> bit & 1) for mask in order)
    return Offers(sets, [order[mask] for mask in masks])
