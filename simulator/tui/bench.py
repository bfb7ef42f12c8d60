"""The workbench as an app of its own: no rep, no records, one screen."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from simulator.domain.ids import ScenarioId
from simulator.tui.face import Face
from simulator.tui.screens.workbench import WorkbenchScreen
from simulator.tui.sitting import Sitting
from simulator.usecases.bench_files import FileKind
from simulator.usecases.desk import Desk
from simulator.usecases.settings import load_settings

if TYPE_CHECKING:
    from simulator.tui.screens.palette import Command


class BenchApp(Face):
    """The workbench."""

    # Textual reads a screen's own styles when it is pushed; the default screen never is.
    CSS_PATH = ["app.tcss", "screens/workbench.tcss"]  # noqa: RUF012 - as Textual declares it
    TITLE = "Conversation simulator"

    def __init__(self, sitting: Sitting, scenario: ScenarioId | None, note: str = "") -> None:
        super().__init__(sitting)
        self.bench = WorkbenchScreen(sitting, scenario)
        self._note = " ".join((note, *self.refused_keys)).strip()

    def get_default_screen(self) -> Screen[None]:
        """Show the workbench."""
        return self.bench

    def on_mount(self) -> None:
        """Take signals, and say what is odd about the settings."""
        self.listen_for_signals()
        if self._note:
            self.call_after_refresh(self.bench.note, self._note)

    def exit(self, result: int | None = None, return_code: int = 0, message: Any = None) -> None:
        """Drop what is still being read: it would have nowhere to show."""
        self.workers.cancel_all()
        super().exit(result, return_code, message)

    def more_commands(self) -> "Iterable[Command]":
        """Let the palette find every scenario."""
        from simulator.tui.screens.palette import Command

        for row in self.bench.files:
            if row.kind is FileKind.SCENARIO:
                yield Command(label=f"Open {row.name}", sentence="", cap="", run=partial(self.bench.open, row))


def run(desk: Desk, settings_file: Path, scenario: ScenarioId | None) -> int:
    """Run the workbench and return its exit code."""
    settings, note = load_settings(settings_file)
    app = BenchApp(Sitting(desk=desk, settings_file=settings_file, settings=settings), scenario, note)
    code = app.run()
    if app.crash is not None:
        raise app.crash
    return code or 0
