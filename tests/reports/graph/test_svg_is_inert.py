"""Text in the drawing is text: one door writes SVG, and nothing that comes through it runs, opens or refers."""

import ast
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from reports.graph.views import ending, turn, view
from reports.hostile import HOSTILE

import simulator.reports.graph
from simulator.domain.rubric import Level
from simulator.reports.graph.svg import svg
from simulator.reports.graph.views import Way
from simulator.reports.graph.xml import Element, written

MODULES = sorted(Path(simulator.reports.graph.__path__[0]).glob("*.py"))
KNOWN = {"svg", "title", "desc", "style", "rect", "text", "path", "circle", "g"}


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_and_does_nothing(text: str) -> None:
    way = Way(id=text, to="end", when=text, say=text, levels={text: Level(1)}, critical=text)
    drawing = svg(view(turn(text, way, words=text), ending("end", words=text), title=text))
    tree = ET.fromstring(drawing)
    for part in tree.iter():
        assert part.tag.rpartition("}")[2] in KNOWN
        assert not any(name.lower().startswith("on") or "href" in name for name in part.attrib)
        assert not any("script:" in value for value in part.attrib.values())
    assert re.search(r"<script|<!|<\?|url\(|@import", drawing) is None
    assert drawing.count("http") == 1 + sum(value.count("http") for value in (p.text or "" for p in tree.iter()))


@pytest.mark.parametrize("module", [path for path in MODULES if path.name != "xml.py"], ids=lambda path: path.name)
def test_no_other_module_writes_a_tag(module: Path) -> None:
    tree = ast.parse(module.read_text("utf-8"))
    texts = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    assert not any(re.search(r"</?[a-z!?]|&\w+;", text) for text in texts)


def test_every_name_of_an_element_and_of_an_attribute_is_our_own_word() -> None:
    for module in MODULES:
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Element":
                assert isinstance(node.args[0], ast.Constant), ast.unparse(node)
                keys = node.args[1].keys if len(node.args) > 1 and isinstance(node.args[1], ast.Dict) else []
                assert all(key is None or isinstance(key, ast.Constant) for key in keys), ast.unparse(node)


def test_the_door_escapes_texts_and_values() -> None:
    assert written(Element("a", {"b": "\"'<&>"}, ("<&>\u202e",))) == (
        '<a b="&quot;&#39;&lt;&amp;&gt;">&lt;&amp;&gt;&lt;U+202E&gt;</a>\n'
    )


def test_it_has_a_name_for_those_who_do_not_see_it_and_both_looks() -> None:
    drawing = svg(view(turn("first", Way(id="on", to="end", say="Hello.")), ending("end"), title="A call"))
    assert '<title id="title">A call</title>' in drawing
    assert 'role="img" aria-labelledby="title about"' in drawing
    assert "prefers-color-scheme:dark" in drawing
    assert "<title>Hello.</title>" in drawing
