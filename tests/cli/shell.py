"""The command line as a person has it: words in, an exit code, data and talk out."""

import io
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from simulator.cli import main

PROGRAM = (sys.executable, "-m", "simulator")
WHOLE_WARM_UP = "\n1\n1\n1\n\n"
"""What is typed to play the warm-up to its end."""


@dataclass(frozen=True)
class Done:
    """What a command came to."""

    code: int
    out: str
    err: str


def own_places(folder: Path) -> dict[str, str]:
    """Records, settings and cache of nobody but this test."""
    return {
        "SIMULATOR_RECORDS": str(folder / "records.db"),
        "SIMULATOR_SETTINGS": str(folder / "settings.json"),
        "SIMULATOR_CACHE": str(folder / "cache"),
        "SIMULATOR_REP": "ana",
    }


@dataclass(frozen=True)
class Shell:
    """One person's command line."""

    folder: Path
    patch: pytest.MonkeyPatch
    capture: pytest.CaptureFixture[str]

    def __call__(self, *words: str, typed: str = "") -> Done:
        """Run a command in this process."""
        self.patch.setattr(sys, "stdin", io.StringIO(typed))
        self.capture.readouterr()
        try:
            code = main(words)
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 0
        said = self.capture.readouterr()
        return Done(int(code), said.out, said.err)


def apart(folder: Path, more: Mapping[str, str]) -> dict[str, str]:
    """The environment of a process of its own."""
    root = str(Path(__file__).parents[2])
    return {**os.environ, **own_places(folder), "PYTHONPATH": root, "PYTHONDONTWRITEBYTECODE": "1", **more}
