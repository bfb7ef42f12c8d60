from pathlib import Path

import pytest
from cli.shell import Shell, own_places


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    """A command line whose records and settings are this test's own."""
    for name, place in own_places(tmp_path).items():
        monkeypatch.setenv(name, place)
    monkeypatch.chdir(tmp_path)
    return Shell(tmp_path, monkeypatch, capsys)
