"""The board under test: what is pressed, what can be read."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tui.stage import SMALL, Scene

from simulator.tui.board import BoardApp
from simulator.tui.sitting import Sitting
from simulator.usecases.desk import Desk
from simulator.usecases.settings import Settings


@asynccontextmanager
async def at_the_board(
    desk: Desk, *, size: tuple[int, int] = SMALL, settings: Settings | None = None
) -> AsyncGenerator[Scene]:
    """Run the manager's board."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "settings.json"
        app = BoardApp(Sitting(desk=desk, settings_file=file, settings=settings or Settings()))
        async with app.run_test(size=size) as pilot:
            scene = Scene(app, pilot)
            await scene.settle()
            yield scene
