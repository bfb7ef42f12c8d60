"""The app under test: who sits there, what is pressed, what can be read."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import textual._wait
from textual.pilot import Pilot

from simulator.domain.attempt import Move, Rep
from simulator.domain.ids import ScenarioId
from simulator.domain.scenario import Purpose
from simulator.tui.app import SimulatorApp
from simulator.tui.face import Face
from simulator.tui.screens.page import Page
from simulator.tui.sitting import Sitting
from simulator.usecases.desk import Desk
from simulator.usecases.people import join
from simulator.usecases.settings import Settings

# Textual's pilot looks whether the app is idle at these intervals, several times for each key.
textual._wait.SLEEP_GRANULARITY = 1 / 500
textual._wait.SLEEP_IDLE = 1 / 10_000

ROUNDS = 4

SMALL, LARGE = (80, 24), (120, 40)
"""The two sizes that everything must look right in."""


@dataclass(frozen=True)
class Scene:
    """A running app: what is pressed, what can be read."""

    app: Face
    pilot: Pilot[int]

    async def press(self, *keys: str) -> None:
        """Press keys, each after what came before has settled."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def settle(self) -> None:
        """Wait until nothing is being read or written."""
        # Each round lets every widget answer what it was sent, reads and writes come to their end, and paints.
        for _ in range(ROUNDS):
            await self.pilot.pause(0)
            while any(isinstance(screen, Page) and screen.busy for screen in self.app.screen_stack):
                await self.pilot.pause(0.002)
            while any(worker.is_running for worker in self.app.workers):
                await self.pilot.pause(0.002)

    async def resize(self, size: tuple[int, int]) -> None:
        """Give the terminal another size."""
        await self.pilot.resize_terminal(*size)
        # Textual gathers changes of size for a moment before it lays the screen out again.
        await self.pilot.pause(0.1)
        await self.settle()

    async def click(self, column: int, row: int) -> None:
        """Click a cell."""
        await self.pilot.click(offset=(column, row))
        await self.settle()

    @property
    def text(self) -> str:
        """What can be read on the screen."""
        return "\n".join(self.lines)

    @property
    def lines(self) -> list[str]:
        """What can be read on the screen, line by line."""
        strips = self.app.screen._compositor.render_strips()  # pyright: ignore[reportPrivateUsage] - no public way
        return [strip.text for strip in strips]

    @property
    def words(self) -> str:
        """What can be read, without borders and line ends, to look for a sentence that may be wrapped."""
        return " ".join(self.text.translate(dict.fromkeys(map(ord, "│▌▎▐┃█░▏▕─╭╮╰╯"), " ")).split())


@dataclass(frozen=True)
class Stage(Scene):
    """The app for reps."""

    app: SimulatorApp
    desk: Desk

    def moves(self) -> list[Move]:
        """Every move that is recorded."""
        return [recorded.move for attempt in self.desk.records.attempts() for recorded in attempt.moves]


@asynccontextmanager
async def on_stage(
    desk: Desk,
    *,
    rep: str = "Ana",
    settings: Settings | None = None,
    size: tuple[int, int] = SMALL,
    scenario: str | None = None,
    purpose: Purpose | None = None,
) -> AsyncGenerator[Stage]:
    """Run the app for one person; with a scenario, from its briefing on."""
    with TemporaryDirectory() as folder:
        sitting = Sitting(
            desk=desk, settings_file=Path(folder) / "settings.json", settings=settings or Settings(), seed=1
        )
        app = SimulatorApp(
            sitting,
            who=lambda: _who(desk, rep),
            open_scenario=ScenarioId(scenario) if scenario else None,
            purpose=purpose,
        )
        async with app.run_test(size=size) as pilot:
            stage = Stage(app, pilot, desk)
            await stage.settle()
            yield stage


def _who(desk: Desk, rep: str) -> Rep | None:
    return join(desk, rep) if rep else None
