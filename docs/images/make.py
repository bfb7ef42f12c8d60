# ruff: noqa: INP001 - a script, not a package
"""Make the pictures of the documentation from the program itself: `uv run python docs/images/make.py`.

Everything happens on records in memory and on settings in a folder that is thrown away, so nobody's own
records or settings are read or written. Same program, same library: same pictures.
"""

import asyncio
import contextlib
import re
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from textual.message import Message

from simulator.domain.ids import ScenarioId
from simulator.tui.app import SimulatorApp
from simulator.tui.bench import BenchApp
from simulator.tui.board import BoardApp
from simulator.tui.requests import Converse, LookBack
from simulator.tui.sitting import Sitting
from simulator.tui.theme import theme_name
from simulator.usecases.demo import demo_desk
from simulator.usecases.desk import open_desk
from simulator.usecases.people import join
from simulator.usecases.talk import Talk, begin, choose

HERE: Final = Path(__file__).parent
SIZE: Final = (100, 32)
"""Columns and lines."""

WIDE: Final = (132, 40)
"""Columns and lines for three panes side by side."""

BOARD: Final = (120, 18)
"""Columns and lines for three people."""

SCENARIO: Final = ScenarioId("late-delivery")
SEED: Final = 4
"""Fixes the order in which choices are shown."""

OPENED: Final = ("name-the-broken-promise",)
"""What the rep has said when the first picture is taken."""

THROUGHOUT: Final = (
    "name-the-broken-promise",
    "reason-for-tuesday",
    "weeks-in-hand",
    "monday-and-no-date",
    "which-way-is-open",
    "what-does-tomorrow-hang-on",
    "eight-by-three",
    "quarter-past-four",
    "four-lines-for-farah",
    "on-time-figures",
    "eight-by-three-and-farah",
)
"""What the rep has said when the debrief is opened: the scenario's own best walk."""

_WEB_FONT: Final = re.compile(r"\s*@font-face\s*\{[^}]*\}")


async def main() -> None:
    """Make all pictures."""
    with TemporaryDirectory() as folder:
        await picture("conversation", Path(folder), OPENED, ("1",))
        await picture("debrief", Path(folder), THROUGHOUT, ("right", "right", "down"))
        await workbench(Path(folder))
        await board(Path(folder))


async def picture(name: str, folder: Path, said: tuple[str, ...], keys: tuple[str, ...]) -> None:
    """Bring a talk to where these choices lead, open it in the app, press the keys, and keep what is seen."""
    desk = open_desk(None, "memory:", {"SIMULATOR_CACHE": str(folder / "cache")})
    robin = join(desk, "Robin")
    talk = begin(desk, robin, SCENARIO, seed=SEED)
    for choice in said:
        talk = choose(desk, talk, choice)
    app = SimulatorApp(Sitting(desk=desk, settings_file=folder / "settings.json"), who=lambda: robin)
    async with app.run_test(size=SIZE) as pilot:
        await app.workers.wait_for_complete()
        # Whatever the terminal that this runs in can do, a picture has all colours.
        app.theme = theme_name("dark", "truecolor")
        await pilot.pause()
        app.post_message(_opens(talk))
        await pilot.pause(1)
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.2)
        drawn = app.export_screenshot(title="Conversation simulator")
    keep(name, drawn)


async def workbench(folder: Path) -> None:
    """Open the workbench on a library in which one walk does not hold any more, go some way, and keep what is seen."""
    library = folder / "library"
    shutil.copytree(HERE.parents[1] / "rubrics", library / "rubrics")
    shutil.copytree(HERE.parents[1] / "scenarios" / SCENARIO, library / "scenarios" / SCENARIO)
    walk = library / "scenarios" / SCENARIO / "walks" / "poor.yaml"
    walk.write_text(re.sub(r"(?m)^ending: .*$", "ending: the-note", walk.read_text("utf-8")), "utf-8")
    with contextlib.chdir(library):
        desk = open_desk(".", "memory:", {"SIMULATOR_CACHE": str(folder / "cache")})
        app = BenchApp(Sitting(desk=desk, settings_file=folder / "settings.json"), SCENARIO)
        async with app.run_test(size=WIDE) as pilot:
            await app.workers.wait_for_complete()
            app.theme = theme_name("dark", "truecolor")
            for key in ("4", "2"):
                await pilot.press(key)
                await pilot.pause(0.2)
            await pilot.pause(1)
            keep("workbench", app.export_screenshot(title="Conversation simulator"))


async def board(folder: Path) -> None:
    """Open the board on the demo's example people, on a day of its own, and keep what is seen."""
    desk = open_desk(None, "memory:", {"SIMULATOR_CACHE": str(folder / "cache")})
    desk, _ = demo_desk(replace(desk, now=lambda: datetime(2026, 11, 25, 9, tzinfo=UTC)))
    app = BoardApp(Sitting(desk=desk, settings_file=folder / "settings.json"))
    async with app.run_test(size=BOARD) as pilot:
        await app.workers.wait_for_complete()
        app.theme = theme_name("dark", "truecolor")
        await pilot.pause(1)
        await pilot.press("down")
        await pilot.pause(0.5)
        keep("board", app.export_screenshot(title="Conversation simulator"))


def keep(name: str, drawn: str) -> None:
    """Keep a picture that fetches nothing: without the web font, the reader's own monospaced one is used."""
    (HERE / f"{name}.svg").write_text(_WEB_FONT.sub("", drawn), encoding="utf-8")


def _opens(talk: Talk) -> Message:
    """Return the request that shows this talk: the next turn, or the debrief after the end."""
    return LookBack(talk) if talk.ended else Converse(talk)


asyncio.run(main())
