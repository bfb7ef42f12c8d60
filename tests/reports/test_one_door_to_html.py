"""Only one module makes HTML, it escapes everything, and loading the rest costs nothing."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import simulator.reports

REPORTS = Path(simulator.reports.__path__[0])
MODULES = sorted(REPORTS.glob("**/*.py"))
TEMPLATES = sorted(REPORTS.glob("templates/*"))


def _imported(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            yield node.module or ""


def _names(source: str) -> set[str]:
    tree = ast.parse(source)
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return names | {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}


def test_only_the_page_module_touches_jinja() -> None:
    touching = {
        module.name
        for module in MODULES
        if any(name.split(".")[0] in {"jinja2", "markupsafe"} for name in _imported(module.read_text("utf-8")))
    }
    assert touching == {"page.py"}


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name)
def test_no_module_marks_text_as_safe(module: Path) -> None:
    assert _names(module.read_text("utf-8")).isdisjoint({"Markup", "select_autoescape", "__html__"})


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)
def test_no_template_marks_text_as_safe_or_reaches_out(template: Path) -> None:
    source = template.read_text("utf-8")
    expressions = " ".join(re.findall(r"{[{%].*?[%}]}", source, re.DOTALL))
    assert "|" not in expressions
    assert "autoescape" not in expressions
    assert re.search(r"<script|https?:|url\(|@import|\son\w+=", source) is None


def test_every_value_in_an_attribute_stands_in_double_quotes() -> None:
    """Escaping holds inside quotes only: an unquoted attribute could be left with a space."""
    for template in TEMPLATES:
        if template.name.endswith(".html.j2"):
            bare = re.sub(r'"[^"]*"', "", template.read_text("utf-8"))
            assert re.findall(r"=\s*{{", bare) == [], template.name


def test_the_page_escapes_whatever_a_template_is_called() -> None:
    from simulator.reports.page import _environment  # pyright: ignore[reportPrivateUsage]  # what this test is about

    environment = _environment()
    assert environment.autoescape is True
    assert environment.from_string("{{ x }}").render(x="<b>") == "&lt;b&gt;"


def test_what_no_view_has_decided_is_an_error_rather_than_a_hole() -> None:
    from jinja2 import UndefinedError

    from simulator.reports.page import _environment  # pyright: ignore[reportPrivateUsage]  # what this test is about

    with pytest.raises(UndefinedError):
        _environment().from_string("{{ view.nothing }}").render(view=object())


def test_reports_other_than_html_never_load_jinja() -> None:
    program = """
import sys
from reports import samples
from simulator.reports.render import render
for form in ("md", "text", "json", "csv"):
    render(samples.blocked().report(), form)
    render(samples.team(), form)
print(sorted(name for name in sys.modules if name in {"jinja2", "markupsafe", "textual", "sqlalchemy", "pydantic"}))
"""
    tests = str(Path(__file__).parents[1])
    found = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {tests!r})\n{program}"],
        check=True,
        capture_output=True,
        text=True,
    )
    assert found.stdout == "[]\n"
