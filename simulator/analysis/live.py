"""Which feelings and facts still matter at each place: those that a condition there, or anywhere after it, asks about.

Conditions of variants change only the customer's words, never where a conversation goes: they count where asked for.

Two states of a place that differ only in what nothing asks about any more go on alike, so the analysis takes them
for one. (Compilers call such a variable dead: A. Aho, R. Sethi, J. Ullman, Compilers, 1986, section 10.6.)
"""

from collections.abc import Iterator, Mapping

from simulator.analysis.order import components
from simulator.conversation.condition import parse, parts_of
from simulator.conversation.table import Table
from simulator.domain.scenario import Turn


def live(table: Table, *, words: bool) -> Mapping[str, frozenset[str]]:
    """Return for each place that arrows reach the feelings and facts that matter there, or to the words said there."""
    turns = table.scenario.turns
    found: dict[str, frozenset[str]] = {}
    known: dict[str, frozenset[str]] = {}

    def after(place: str) -> tuple[str, ...]:
        return table.exits(place) if place in turns else ()

    for part in reversed(components(table.scenario.start, after)):
        here = {name for place in part if place in turns for name in _asked(turns[place], known, words=words)}
        here.update(*(found[to] for place in part for to in after(place) if to in found))
        found.update(dict.fromkeys(part, frozenset(here)))
    return found


def _asked(turn: Turn, known: dict[str, frozenset[str]], *, words: bool) -> Iterator[str]:
    """Yield what the conditions of a turn ask about."""
    for when in conditions(turn, words=words):
        if when not in known:
            known[when] = frozenset(part.name for part in parts_of(parse(when)))
        yield from known[when]


def conditions(turn: Turn, *, words: bool) -> Iterator[str]:
    """Yield every condition of a turn's choices and routes, and of its variants where the words count."""
    yield from (choice.when for choice in turn.choices if choice.when is not None)
    yield from (route.when for route in turn.routes if route.when is not None)
    if words:
        yield from (variant.when for variant in turn.variants)
