"""Text from files and people cannot drive a real terminal: not through any command, nor through the app."""

import re
from pathlib import Path
from typing import cast

import pytest
import yaml
from ends.terminal import ROOT, program, terminal

TITLE, CLEAR, ANSWER_BACK = "\x1b]0;owned\x07", "\x1b[2J\x1b[31m", "\x9b6n\x1bZ\x05"
HOSTILE = f"{TITLE}{CLEAR}{ANSWER_BACK}\x08\x7f\r\u202e\u2066\u200b[/][link=x][@click=app.quit]"
"""A title that would be set, a screen that would be cleared, a terminal that would answer, and markup."""

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u202e\u2066]|\r(?!\n)")
"""What a command that prints lines must never write: ends of lines are all it needs."""

OURS = re.compile(r"\x1b\[[0-9;:?<>=]*[a-zA-Z$]|\x1b[=>78M]|\x1bP[^\x1b]*\x1b\\|\x1b\]22;[a-z-]*\x07|\r")
"""What Textual writes by itself: colours and places, modes, the shape of the pointer."""

TEXTS = re.compile(
    "title|summary|name|role|company|manner|briefing|goal|label|customer|cue|say|why|reaction|debrief|mood|about"
)
"""The places in files where people write what others will read."""


def dressed(value: object, key: str = "") -> object:
    """The same file with the hostile text behind every text."""
    match value:
        case dict():
            named = cast("dict[str, object]", value)
            return {name: dressed(part, key if name == "facts" else name) for name, part in named.items()}
        case list():
            return [dressed(part, key) for part in cast("list[object]", value)]
        case str() if TEXTS.fullmatch(key):
            return f"{value} {HOSTILE}"
        case _:
            return value


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped warm-up and rubrics, with the hostile text in every one of their texts."""
    here = tmp_path_factory.mktemp("hostile") / "library"
    for file in (ROOT / "scenarios" / "warm-up" / "scenario.yaml", *(ROOT / "rubrics").glob("*.yaml")):
        copy = here / file.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(yaml.safe_dump(dressed(yaml.safe_load(file.read_text())), sort_keys=False))
    return here


COMMANDS = (
    "play warm-up --plain",
    "--plain",
    "walk warm-up what-will-you-pour",
    "progress",
    "attempts --json",
    "decide ana ready --by Kim --role trainer --reason [/][link=x]",
    "review",
    "review --json",
    "report ana --format text",
    "report ana --format html",
    "team",
    "lint",
    "completion bash",
    "demo --plain",
)


def test_no_command_lets_a_hostile_file_drive_the_terminal(library: Path, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"goal": "calm \\u001b]0;owned\\u0007", "\\u001b[2J": 1}')
    every = "; ".join(f"echo; echo '== {words}'; {program(*words.split())}" for words in COMMANDS)
    with terminal(tmp_path, every, SIMULATOR_LIBRARY=str(library), TMPDIR=str(tmp_path)) as shell:
        shell.wait_for("Press enter to begin")
        shell.press("\n1\nh\nw\nt\nb\n1\n1\n1\n1\nr\nq\n")
        shell.wait_for("Conversations:")
        shell.press("1\nb\np\nw\nq\n")
        shell.wait_for("Type t for the team's board")
        shell.press("1\np\nq\nt\nq\nq\n")
        written = shell.read_to_end()
    assert written.count("== ") >= len(COMMANDS)
    assert "Traceback" not in written
    assert "mistake" not in written.replace("Not available because of mistakes", "")
    assert written.count("<U+001B>]0;owned<U+0007>") > 50
    assert CONTROL.findall(written) == []


def test_the_app_lets_no_hostile_file_drive_the_terminal(library: Path, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"goal": "calm \\u001b]0;owned\\u0007"}')
    with terminal(tmp_path, program(), SIMULATOR_LIBRARY=str(library)) as app:
        app.wait_for("Next for you")
        app.press("n")
        app.wait_for("The situation")
        app.press("\r")
        app.wait_for("1-3 pick")
        for words in ("blue light", "Half past three"):
            app.press("1")
            app.settle()
            app.press("\r")
            app.wait_for(words)
        app.press("?")
        app.settle()
        app.press("q")
        app.settle()
        app.press("\x03")
        written = app.read_to_end()
    text = OURS.sub("", written)
    assert "<U+001B>" in text
    assert CONTROL.findall(text) == []
    assert CLEAR not in written
