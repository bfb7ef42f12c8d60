"""The workbench under test: a library in a folder, keys pressed, files saved, what can be read."""

import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from tui.stage import LARGE, Scene
from usecases.workshop import FILE, write

from simulator.authoring.library import open_library
from simulator.domain.ids import ScenarioId
from simulator.records.protocol import Records
from simulator.tui.bench import BenchApp
from simulator.tui.screens.workbench import WorkbenchScreen
from simulator.tui.sitting import Sitting
from simulator.usecases.desk import Desk
from simulator.usecases.settings import Settings


def no_records() -> Records:
    raise AssertionError("the workbench opens no records")


@dataclass(frozen=True)
class Bench(Scene):
    """A running workbench."""

    app: BenchApp
    folder: Path

    async def save(self, text: str, file: str = FILE) -> None:
        """Save a file, as an editor beside it does, and wait until it was noticed."""
        write(self.folder, file, text)
        self.screen.look()
        await self.settle()

    @property
    def screen(self) -> WorkbenchScreen:
        """The screen itself."""
        return self.app.bench

    @property
    def way(self) -> tuple[str, ...]:
        """The choices that were made."""
        preview = self.screen.bench.preview
        assert preview is not None
        return preview.way

    @property
    def place(self) -> str:
        """Where the conversation stands."""
        preview = self.screen.bench.preview
        assert preview is not None
        return preview.place

    @property
    def note(self) -> str:
        """What is said above the keys."""
        return self._within("#note")

    @property
    def talk(self) -> str:
        """What can be read in the conversation."""
        return self._within("#talk")

    @property
    def problems(self) -> str:
        """What can be read among the problems."""
        return self._within("#problems-pane")

    @property
    def files(self) -> str:
        """What can be read among the files."""
        return self._within("#files-pane")

    def _within(self, selector: str) -> str:
        place = self.screen.query_one(selector).region
        rows = (line[place.x : place.right] for line in self.lines[place.y : place.bottom])
        return " ".join(" ".join(rows).translate(dict.fromkeys(map(ord, "▍▏▕─"), " ")).split())


@asynccontextmanager
async def on_bench(
    folder: Path, scenario: str | None = "line", *, size: tuple[int, int] = LARGE, settings: Settings | None = None
) -> AsyncGenerator[Bench]:
    """Run the workbench on the library in a folder."""
    desk = Desk(library=open_library(folder, None), open_records=no_records)
    sitting = Sitting(desk=desk, settings_file=folder / "settings.json", settings=settings or Settings())
    app = BenchApp(sitting, ScenarioId(scenario) if scenario else None)
    async with app.run_test(size=size) as pilot:
        bench = Bench(app, pilot, folder)
        await bench.settle()
        yield bench


def fake_editor(folder: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str, does: str = "") -> Path:
    """Set an editor that writes its arguments to a file, and then does something; return that file."""
    noted, script = folder / "noted.json", folder / "vim"
    script.write_text(
        f"#!/usr/bin/env python3\nimport json, sys\njson.dump(sys.argv[1:], open({str(noted)!r}, 'w'))\n{does}\n"
    )
    script.chmod(0o755)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", " ".join((str(script), *arguments)))
    return noted


def told(noted: Path) -> list[str]:
    """What the editor was told."""
    found: list[str] = json.loads(noted.read_text())
    return found
