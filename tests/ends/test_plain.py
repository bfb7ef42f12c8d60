"""Plain mode in a real terminal of 80 columns, and through a pipe."""

import subprocess
from pathlib import Path

import pytest
from cli.shell import apart
from ends.terminal import ESCAPES, SIZE, program, terminal

from simulator.authoring.library import default_root, open_library
from simulator.domain.ids import ScenarioId
from simulator.records.open import open_records
from simulator.usecases.desk import Desk
from simulator.usecases.people import join
from simulator.usecases.talk import begin, choose


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """Ana has made a critical error."""
    records = open_records(str(tmp_path / "records.db"))
    desk = Desk(library=open_library(default_root(), None), open_records=lambda: records)
    talk = begin(desk, join(desk, "Ana"), ScenarioId("usage-fell-by-half"), seed=1)
    while not talk.ended:
        offered = talk.conversation.offered(talk.trail.position, talk.attempt.seed)
        talk = choose(desk, talk, max(offered, key=lambda choice: choice.critical is not None).id)
    records.close()
    return tmp_path


COMMANDS = (
    ("play", "warm-up", "--plain"),
    ("progress", "--as", "ana"),
    ("review",),
    ("board", "--plain"),
    ("report", "ana"),
    ("records", "erase", "ana"),
    ("play", "no-such-conversation", "--plain"),
)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_no_line_is_wider_than_the_terminal(team: Path, words: tuple[str, ...]) -> None:
    with terminal(team, "exec " + program(*words)) as at:
        at.press("\n" * 2 + "1\n" * 3 + "q\n")
        said = ESCAPES.sub(b"", at.read_to_end().encode()).decode()
    # What was typed ahead was shown before; so words may stand right behind a prompt.
    lines = [line.removeprefix("> ") for line in said.splitlines()]
    assert max(map(len, lines)) <= SIZE[1]
    assert any(line.startswith("  ") for line in lines), "nothing was long enough to be broken"


def piped(folder: Path, *words: str) -> str:
    done = subprocess.run(
        program(*words), shell=True, input="\n" * 2 + "1\n" * 3 + "q\n", capture_output=True, text=True,
        check=False, cwd=folder, env=apart(folder, {}), timeout=60,
    )  # fmt: skip
    return done.stdout + done.stderr


@pytest.mark.parametrize("words", [("play", "warm-up", "--plain"), ("review",)], ids=lambda words: words[0])
def test_through_a_pipe_each_fact_stays_one_line(team: Path, words: tuple[str, ...]) -> None:
    assert any(len(line) > SIZE[1] for line in piped(team, *words).splitlines())
