"""Nothing heavy is loaded before it is needed: each command starts as fast as what it does."""

import subprocess
import sys
from pathlib import Path

import pytest
from cli.shell import WHOLE_WARM_UP, apart

HEAVY = {"textual", "rich", "sqlalchemy", "alembic", "jinja2", "pydantic", "yaml", "transitions", "numpy"}

PROBE = """
import sys
from simulator.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
sys.stderr.write("loaded: " + " ".join(sys.modules))
"""


def loaded(folder: Path, command: str, typed: str = "", **environment: str) -> set[str]:
    """Which of the heavy packages a command loads."""
    return HEAVY & {name.partition(".")[0] for name in modules(folder, command, typed, **environment)}


def modules(folder: Path, command: str, typed: str = "", **environment: str) -> set[str]:
    """Which modules a command loads, by their full names."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *command.split()],
        input=typed,
        capture_output=True,
        text=True,
        check=True,
        env=apart(folder, environment),
    )
    return set(done.stderr.rpartition("loaded: ")[2].split())


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which everything has been read once."""
    folder = tmp_path_factory.mktemp("warm")
    assert "yaml" in loaded(folder, "play warm-up", WHOLE_WARM_UP)
    loaded(folder, "team")
    return folder


@pytest.mark.parametrize("command", ["--help", "--version", "lint --help", "reprot"])
def test_what_only_says_something_about_itself_loads_nothing(command: str, tmp_path: Path) -> None:
    assert loaded(tmp_path, command) == set()


@pytest.mark.parametrize(
    ("command", "needs"),
    [
        ("lint", {"yaml", "pydantic", "transitions"}),
        ("preview warm-up", {"yaml", "pydantic", "transitions"}),
        ("schema walk", {"pydantic"}),
        ("completion bash", set[str]()),
        ("walk warm-up", {"transitions"}),
        ("attempts", {"sqlalchemy", "transitions"}),
        ("progress", {"sqlalchemy", "transitions"}),
        ("report ana --format text", {"sqlalchemy", "transitions"}),
        ("report ana --format json", {"sqlalchemy", "transitions"}),
        ("team --format html", {"sqlalchemy", "transitions", "jinja2"}),
    ],
)
def test_a_command_loads_what_it_needs_and_nothing_more(command: str, needs: set[str], warm: Path) -> None:
    assert loaded(warm, command) <= needs


def test_plain_play_loads_neither_app_nor_reports_nor_readers(warm: Path) -> None:
    assert loaded(warm, "play warm-up --plain", WHOLE_WARM_UP) <= {"sqlalchemy", "transitions"}
    assert loaded(warm, "play warm-up --plain", "q\n", SIMULATOR_RECORDS="memory:") <= {"transitions"}


def test_a_conversation_that_was_read_before_is_played_without_a_rule_being_loaded(warm: Path) -> None:
    assert "simulator.conversation" in modules(warm, "play warm-up --plain", WHOLE_WARM_UP)
    assert "simulator.lint" not in modules(warm, "play warm-up --plain", WHOLE_WARM_UP)
