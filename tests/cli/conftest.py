from argparse import Namespace
from pathlib import Path

import pytest
from cli.front import Front
from cli.shell import Shell, own_places

from simulator.cli import board, deciding, intending, records, teaming
from simulator.usecases.desk import Desk


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    """A command line whose records and settings are this test's own."""
    for name, place in own_places(tmp_path).items():
        monkeypatch.setenv(name, place)
    monkeypatch.chdir(tmp_path)
    return Shell(tmp_path, monkeypatch, capsys)


@pytest.fixture
def office(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Front:
    """An office whose commands work on its own records."""
    here = Front(str(tmp_path / "team.db"), shell=shell)

    def desk_of(_typed: Namespace) -> Desk:
        return here.desk()

    for module in (board, deciding, intending, records, teaming):
        monkeypatch.setattr(module, "desk_of", desk_of)
    return here
