"""The graph for programs that draw: Mermaid, as GitHub and wikis show it, and DOT, as Graphviz reads it.

No id from a file stands outside of quotes in either: places are called p0, p1 and so on.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from simulator.domain.scenario import Outcome
from simulator.domain.sinks import for_dot, for_mermaid
from simulator.reports.graph.layers import Layers, layers_of
from simulator.reports.graph.outline import first_words
from simulator.reports.graph.views import GraphView, Kind, Place, Way
from simulator.reports.wording import on_one_line

_WORDS: Final = 44
"""Characters of what the customer says."""

_COLOURS: Final[Mapping[Outcome, tuple[str, str]]] = {
    Outcome.WON: ("#d8f0dd", "#1b6e35"),
    Outcome.SAVED: ("#d9e8fb", "#1d5299"),
    Outcome.STALLED: ("#fbecc8", "#7d5700"),
    Outcome.LOST: ("#fbdcd8", "#a02b1d"),
}
"""For each outcome, the ground and the line."""

_MERMAID_SHAPES: Final[Mapping[Outcome, tuple[str, str]]] = {
    Outcome.WON: ("([", "])"),
    Outcome.SAVED: ("(", ")"),
    Outcome.STALLED: ("[/", "/]"),
    Outcome.LOST: ("[[", "]]"),
}
_DOT_SHAPES: Final[Mapping[Outcome, str]] = {
    Outcome.WON: "doubleoctagon",
    Outcome.SAVED: "octagon",
    Outcome.STALLED: "parallelogram",
    Outcome.LOST: "box3d",
}


def mermaid(view: GraphView) -> str:
    """Write a Mermaid flowchart."""
    layers, numbers = layers_of(view), _numbers(view)
    lines = ["flowchart LR"]
    for place in view.places:
        left, right = _mermaid_shape(place)
        lines.append(f"  {numbers[place.id]}{left}{for_mermaid(_label(place))}{right}")
    for place, way, label in _ways(view):
        arrow = "-.->" if layers.is_back(place.id, way.to) else "-->"
        said = f"|{for_mermaid(label)}|" if label else ""
        lines.append(f"  {numbers[place.id]} {arrow}{said} {numbers[way.to]}")
    return "\n".join((*lines, *_mermaid_classes(view, layers, numbers), ""))


def dot(view: GraphView) -> str:
    """Write a digraph for Graphviz."""
    layers, numbers = layers_of(view), _numbers(view)
    lines = ["digraph scenario {", "  rankdir=LR;", f"  label={for_dot(on_one_line(view.title))};", "  labelloc=t;"]
    lines += ['  node [shape=box, style="rounded,filled", fillcolor=white, fontname="sans-serif"];']
    lines += ['  edge [fontname="sans-serif", fontsize=10];']
    for place in view.places:
        lines.append(f"  {numbers[place.id]} [label={for_dot(_label(place))}{_dot_look(place, layers)}];")
    for place, way, label in _ways(view):
        dashed = ", style=dashed, constraint=false" if layers.is_back(place.id, way.to) else ""
        lines.append(f"  {numbers[place.id]} -> {numbers[way.to]} [label={for_dot(label)}{dashed}];")
    return "\n".join((*lines, "}", ""))


def _numbers(view: GraphView) -> Mapping[str, str]:
    return {place.id: f"p{number}" for number, place in enumerate(view.places)}


def _label(place: Place) -> str:
    outcome = f" ({place.outcome})" if place.outcome else ""
    words = f": {first_words(place.words, _WORDS)}" if place.words else ""
    return on_one_line(f"{place.id}{outcome}{words}")


def _ways(view: GraphView) -> Iterator[tuple[Place, Way, str]]:
    """Yield every way with its label: the choice's id, and the condition."""
    for place in view.places:
        for way in place.ways:
            when = f"if {way.when}" if way.when else ""
            label = f"{way.id} ({when})" if way.id and when else way.id or when
            yield place, way, on_one_line(label)


def _mermaid_shape(place: Place) -> tuple[str, str]:
    if place.outcome is not None:
        return _MERMAID_SHAPES[place.outcome]
    return ("{{", "}}") if place.kind is Kind.ROUTES else ("[", "]")


def _mermaid_classes(view: GraphView, layers: Layers, numbers: Mapping[str, str]) -> Iterator[str]:
    for outcome, (ground, line) in _COLOURS.items():
        named = [numbers[place.id] for place in view.places if place.outcome is outcome]
        if named:
            yield f"  classDef {outcome} fill:{ground},stroke:{line},color:#111"
            yield f"  class {','.join(named)} {outcome}"
    unreached = [numbers[place.id] for place in view.places if place.id not in layers.reached]
    if unreached:
        yield "  classDef unreached stroke-dasharray:4 4"
        yield f"  class {','.join(unreached)} unreached"


def _dot_look(place: Place, layers: Layers) -> str:
    unreached = "" if place.id in layers.reached else ', style="rounded,dashed"'
    if place.outcome is not None:
        ground, line = _COLOURS[place.outcome]
        filled = unreached or ", style=filled"
        return f', shape={_DOT_SHAPES[place.outcome]}, fillcolor="{ground}", color="{line}"{filled}'
    return f", shape=hexagon{unreached}" if place.kind is Kind.ROUTES else unreached
