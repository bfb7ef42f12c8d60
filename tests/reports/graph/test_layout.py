"""The drawing: nothing overlaps, no line crosses a box, and every line goes from left to right but those back."""

import itertools
import re
from xml.etree import ElementTree as ET

import pytest
from reports.graph.views import going_round, random_graph, turn, view

from simulator.reports.graph.boxes import boxes_of, fitting, width_of, wrapped
from simulator.reports.graph.layers import layers_of
from simulator.reports.graph.svg import svg
from simulator.reports.graph.views import GraphView, Way

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = [random_graph(12, 1), random_graph(45, 2), random_graph(45, 3, loops=0.2), going_round(), random_graph(1, 1)]


def boxes(drawing: ET.Element) -> list[tuple[float, float, float, float]]:
    found = (part for part in drawing.iter(f"{SVG}rect") if part.get("class") == "box")
    return [(float(p["x"]), float(p["y"]), float(p["width"]), float(p["height"])) for p in (q.attrib for q in found)]


def points(path: str) -> list[tuple[float, float]]:
    """Follow a path of straight lines and curves, in small steps."""
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", path)]
    ends = list(zip(numbers[::2], numbers[1::2], strict=True))
    return [_along(ends, step / 40) for step in range(41)]


def _along(ends: list[tuple[float, float]], t: float) -> tuple[float, float]:
    """Go along a straight line or a Bezier curve, as de Casteljau does."""
    while len(ends) > 1:
        ends = [(x + (x2 - x) * t, y + (y2 - y) * t) for (x, y), (x2, y2) in itertools.pairwise(ends)]
    return ends[0]


def lines(drawing: ET.Element) -> list[str]:
    return [
        part.attrib["d"]
        for part in drawing.iter(f"{SVG}path")
        if part.get("class", "").startswith("line") and "H" not in part.attrib["d"]
    ]


@pytest.mark.parametrize("shown", SHAPES)
def test_no_two_boxes_overlap_and_no_line_crosses_a_box(shown: GraphView) -> None:
    drawing = ET.fromstring(svg(shown))
    placed = boxes(drawing)
    assert len(placed) == len(shown.places)
    for (x, y, w, h), (x2, y2, w2, h2) in itertools.combinations(placed, 2):
        assert x + w < x2 or x2 + w2 < x or y + h < y2 or y2 + h2 < y
    for path in lines(drawing):
        for x, y in points(path):
            assert not any(left < x < left + w and top < y < top + h for left, top, w, h in placed), path


@pytest.mark.parametrize("shown", SHAPES)
def test_everything_stands_inside_of_the_page(shown: GraphView) -> None:
    drawing = ET.fromstring(svg(shown))
    width, height = float(drawing.attrib["width"]), float(drawing.attrib["height"])
    for x, y, w, h in boxes(drawing):
        assert 0 <= x < x + w <= width
        assert 0 <= y < y + h <= height
    assert all(-1 <= x <= width + 1 and 0 <= y <= height for path in lines(drawing) for x, y in points(path))


@pytest.mark.parametrize("shown", SHAPES)
def test_layers_go_up_along_every_way_but_those_back(shown: GraphView) -> None:
    layers = layers_of(shown)
    for place in shown.places:
        for way in place.ways:
            if not layers.is_back(place.id, way.to):
                assert layers.layer[way.to] > layers.layer[place.id]


def test_a_way_back_is_dashed_and_what_nothing_leads_to_is_marked() -> None:
    drawing = svg(going_round())
    assert layers_of(going_round()).back == {("second", "first"), ("second", "second")}
    # The key shows one too.
    assert len(re.findall(r'class="line t\d back"', drawing)) > 3
    assert drawing.count('class="turn unreached"') == 1
    assert not re.search(r'class="line t[1-9] back"', svg(view(turn("one", Way(id="on", to="two")), turn("two"))))


def test_a_thousand_turns_are_drawn() -> None:
    assert svg(random_graph(1_000, 5)).count('class="box"') == 1_004


@pytest.mark.parametrize("text", ["short", "W" * 100, "a long line " * 20, "日本語の名前" * 30, ""])
def test_texts_are_cut_to_their_room(text: str) -> None:
    assert width_of(fitting(text, 200, 12), 12) <= 200
    lines = wrapped(text, 200, 12, 2)
    assert len(lines) <= 2
    assert all(width_of(line, 12) <= 200 + width_of(" …", 12) for line in lines)


def test_a_long_condition_is_written_in_full_lines_where_there_is_room() -> None:
    when = "trust >= 3 and knows_deadline and not promised_friday"
    box = boxes_of(view(turn("one", Way(id="on", to="one", when=when))))["one"]
    assert " ".join(box.rows[0].more) == f"only if {when}"
