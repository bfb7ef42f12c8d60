"""Text reaches the screen and the terminal through one door each: held on the syntax tree of every module."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import simulator

PACKAGE = Path(simulator.__file__).parent
MODULES = {str(path.relative_to(PACKAGE)): path.read_text("utf-8") for path in sorted(PACKAGE.rglob("*.py"))}

SCREEN_DOOR = "tui/text.py"
TERMINAL_DOORS = {"cli/printing.py", "plain/voice.py", "cli/crash.py"}
MARKUP_WIDGETS = {
    "Static",
    "Label",
    "Markdown",
    "MarkdownViewer",
    "RichLog",
    "Log",
    "Button",
    "OptionList",
    "DataTable",
}


def calls(source: str) -> Iterator[tuple[str, ast.Call]]:
    """Yield every call with the last part of the name that is called."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            called = node.func
            yield (called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")), node


def imported(source: str) -> set[str]:
    froms = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ImportFrom))
    return {alias.name for node in froms for alias in node.names if (node.module or "").startswith(("textual", "rich"))}


@pytest.mark.parametrize("module", [name for name in MODULES if name.startswith("tui/") and name != SCREEN_DOOR])
def test_a_screen_shows_text_only_through_the_one_door(module: str) -> None:
    source = MODULES[module]
    assert not imported(source) & MARKUP_WIDGETS
    for name, call in calls(source):
        assert name not in {"from_markup", "from_text", "from_rich_text", "notify"}, ast.unparse(call)
        if name == "Content":
            assert all(isinstance(argument, ast.Constant) for argument in call.args), ast.unparse(call)


def test_the_door_to_the_screen_reads_no_markup() -> None:
    names = {name for name, _ in calls(MODULES[SCREEN_DOOR])}
    assert "for_terminal" in names
    assert not names & {"from_markup", "render"}


def is_our_own(call: ast.Call) -> bool:
    """Whether nothing but words of the program itself are written."""
    return all(isinstance(argument, ast.Constant) for argument in call.args)


@pytest.mark.parametrize("module", [name for name in MODULES if name not in TERMINAL_DOORS])
def test_no_other_module_writes_text_of_others_to_the_terminal(module: str) -> None:
    for name, call in calls(MODULES[module]):
        written = name == "print" or ast.unparse(call.func).startswith(("sys.stdout.", "sys.stderr."))
        assert not written or is_our_own(call), ast.unparse(call)
