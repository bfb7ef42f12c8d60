"""How editors are told which line to open a file at."""

import pytest

from simulator.usecases.editors import editing
from simulator.usecases.refusal import Refused


def command(editor: str, file: str = "a b.yaml") -> tuple[str, ...]:
    return editing({"EDITOR": editor}, file, 33, 9).command


@pytest.mark.parametrize("editor", ["vi", "vim", "nvim", "nano", "emacs", "micro", "/usr/bin/vim", "kak"])
def test_editors_that_take_a_plus(editor: str) -> None:
    assert command(editor) == (editor, "+33", "a b.yaml")


@pytest.mark.parametrize("editor", ["hx", "helix", "subl", "zed"])
def test_editors_that_take_colons(editor: str) -> None:
    assert command(editor) == (editor, "a b.yaml:33:9")


@pytest.mark.parametrize("editor", ["code", "codium", "code-insiders", "cursor", "code.cmd", "Code.exe"])
def test_editors_that_take_a_goto(editor: str) -> None:
    assert command(editor) == (editor, "-g", "a b.yaml:33:9")


def test_editors_that_take_an_option() -> None:
    assert command("pycharm") == ("pycharm", "--line", "33", "a b.yaml")


def test_an_editor_that_nobody_knows_gets_the_file_alone() -> None:
    assert command("my-editor") == ("my-editor", "a b.yaml")


def test_the_editor_may_have_arguments_of_its_own() -> None:
    assert command("emacs -nw --quick") == ("emacs", "-nw", "--quick", "+33", "a b.yaml")
    assert command("'/opt/my editors/vim' -u NONE") == ("/opt/my editors/vim", "-u", "NONE", "+33", "a b.yaml")


def test_nothing_is_left_to_a_shell() -> None:
    assert command("vim; rm -rf $HOME", "$(x).yaml") == ("vim;", "rm", "-rf", "$HOME", "$(x).yaml")


def test_a_file_that_looks_like_an_option_does_not_become_one() -> None:
    assert command("vim", "-c.yaml") == ("vim", "+33", "./-c.yaml")
    assert command("vim", "+quit") == ("vim", "+33", "./+quit")


def test_the_visual_editor_comes_first() -> None:
    assert editing({"VISUAL": "hx", "EDITOR": "vi"}, "x", 1, 1).command[0] == "hx"
    assert editing({"VISUAL": " ", "EDITOR": "vi"}, "x", 1, 1).command[0] == "vi"


@pytest.mark.parametrize(("editor", "apart"), [("code --wait", True), ("subl", True), ("vim", False), ("other", False)])
def test_an_editor_with_a_window_of_its_own_leaves_the_terminal_alone(editor: str, *, apart: bool) -> None:
    assert editing({"EDITOR": editor}, "x", 1, 1).own_window is apart


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({}, "No editor is set: set VISUAL or EDITOR to yours, such as EDITOR=nano."),
        ({"EDITOR": "  "}, "No editor is set"),
        ({"VISUAL": "'vim"}, "VISUAL cannot be read: a quote in it is never closed."),
        ({"EDITOR": "''"}, "EDITOR names no program: set it to your editor, such as EDITOR=nano."),
        ({"EDITOR": "#"}, None),
    ],
)
def test_what_cannot_be_started_is_said_with_the_variable_to_set(environment: dict[str, str], said: str | None) -> None:
    if said is None:
        assert editing(environment, "x", 1, 1).command == ("#", "x")
        return
    with pytest.raises(Refused) as refusal:
        editing(environment, "x", 1, 1)
    assert said in str(refusal.value)
