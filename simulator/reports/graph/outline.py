"""The graph as an outline that reads well in eighty columns and aloud: every turn once, one fact a line."""

import textwrap
from collections.abc import Iterator
from typing import Final

from simulator.reports.graph.layers import Layers, layers_of
from simulator.reports.graph.views import GraphView, Kind, Place, Way
from simulator.reports.wording import counted, listed, on_one_line

WIDTH: Final = 78
"""Characters on a line: eighty less a margin."""

_OPENING_WORDS: Final = 60
"""Characters of a spoken line: enough to know it again."""


def outline(view: GraphView) -> str:
    """Write the whole graph as an outline."""
    layers = layers_of(view)
    lines = [*_wrapped(f"{view.title} ({view.id})", ""), *_summary(view, layers), ""]
    for name in layers.order:
        if name in layers.reached:
            lines += [*_place(view, layers, view.by_id[name]), ""]
    unreached = [name for name in layers.order if name not in layers.reached]
    if unreached:
        lines += ["No way from the start leads here:", ""]
        for name in unreached:
            lines += [*_place(view, layers, view.by_id[name]), ""]
    return "\n".join(lines)


def first_words(text: str, size: int) -> str:
    """Return as many first words of a text as fit, on one line."""
    line = on_one_line(text)
    short = textwrap.shorten(line, size, placeholder=" …")
    # A line without spaces has no words to count.
    return short if short != "…" else f"{line[: size - 2]} …"


def _summary(view: GraphView, layers: Layers) -> Iterator[str]:
    turns = counted(view.count(Kind.TURN), "turn")
    routing = view.count(Kind.ROUTES)
    sent_on = f"{turns} with choices, {counted(routing, 'turn')} that only sends on" if routing else turns
    sent_on = sent_on if routing < 2 else sent_on.replace("only sends on", "only send on")  # noqa: PLR2004 - plural
    yield from _wrapped(f"{sent_on}, {counted(view.count(Kind.ENDING), 'ending')}.", "")
    loops = [f"{place} to {to}" for place, to in sorted(layers.back)]
    if loops:
        yield from _wrapped(f"It can go round: from {listed(loops)}.", "")


def _place(view: GraphView, layers: Layers, place: Place) -> Iterator[str]:
    begins = " (the start)" if place.id == view.start else ""
    if place.kind is Kind.ENDING:
        yield from _wrapped(f"ENDING {place.id}: {place.outcome}{_seems(place)}", "")
    elif place.kind is Kind.ROUTES:
        yield from _wrapped(f"TURN {place.id}{begins}: sends on unseen", "")
    else:
        calls = f" - calls for {listed(place.calls_for)}" if place.calls_for else ""
        yield from _wrapped(f"TURN {place.id}{begins}{_seems(place)}{calls}", "")
    if place.words:
        yield from _wrapped(f'{view.customer}: "{first_words(place.words, _OPENING_WORDS)}"', "  ")
    for when in place.variants:
        yield from _wrapped(f"other words if {when}", "  ")
    for number, way in enumerate(place.ways):
        yield from _way(layers, place, way, last=number == len(place.ways) - 1)


def _seems(place: Place) -> str:
    return f" ({on_one_line(place.mood)})" if place.mood else ""


def _way(layers: Layers, place: Place, way: Way, *, last: bool) -> Iterator[str]:
    if place.kind is Kind.ROUTES:
        otherwise = "otherwise" if last and len(place.ways) > 1 else "always"
        yield from _wrapped(f"- {f'if {way.when}' if way.when else otherwise}: {_leads(layers, place, way)}", "  ")
        return
    said = "; ".join(part for part in (_levels(way), _moves(way), *_marks(way)) if part)
    yield from _wrapped(f"- {way.id}{f' (only if {way.when})' if way.when else ''}{f': {said}' if said else ''}", "  ")
    yield from _wrapped(_leads(layers, place, way), "    ")


def _leads(layers: Layers, place: Place, way: Way) -> str:
    return f"back to {way.to} (goes round)" if layers.is_back(place.id, way.to) else f"→ {way.to}"


def _levels(way: Way) -> str:
    return ", ".join(f"{skill} {level:d}" for skill, level in way.levels.items())


def _moves(way: Way) -> str:
    return ", ".join(f"{feeling} {move:+d}" for feeling, move in way.effects.items() if move)


def _marks(way: Way) -> Iterator[str]:
    if way.learns:
        yield f"learns {', '.join(way.learns)}"
    if way.critical:
        yield f"critical error: {way.critical}"


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        on_one_line(text),
        WIDTH,
        initial_indent=indent,
        subsequent_indent=f"{indent}  ",
        break_on_hyphens=False,
    )
