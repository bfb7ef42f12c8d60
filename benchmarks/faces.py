"""First paint, first prompt, key to answer, memory and idle bytes: both faces in a real terminal."""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil
from libraries import long_library
from rows import Row
from terminal import Terminal

BARE = """
from textual.app import App
from textual.widgets import Footer, Header, Static
class Bare(App):
    TITLE = "Barebones"
    def compose(self):
        yield Header()
        yield Static("Nothing here but this line.")
        yield Footer()
Bare().run()
"""
"""A Textual app with a header and a footer, and nothing else."""

RUNS = 7


def environment(folder: Path) -> dict[str, str]:
    """Keep records, settings and caches of a run in a folder of its own."""
    return {
        "SIMULATOR_RECORDS": str(folder / "records.db"),
        "SIMULATOR_SETTINGS": str(folder / "settings.json"),
        "SIMULATOR_CACHE": str(folder / "cache"),
        "SIMULATOR_REP": "dana",
    }


def simulator(*arguments: str) -> list[str]:
    """Return the command that starts the program."""
    return [sys.executable, "-m", "simulator", *arguments]


def first_paint() -> Row:
    """Measure the time until home's words stand on the screen, against the bare app's."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        ours: list[float] = []
        bare: list[float] = []
        for _ in range(RUNS + 1):
            with Terminal([sys.executable, "-c", BARE], {}) as terminal:
                bare.append(terminal.wait_for("Barebones"))
            with Terminal(simulator(), environment(folder)) as terminal:
                ours.append(terminal.wait_for("Empathy"))
    # The first run of ours makes the database and the index; it is not the daily case.
    value, reference = statistics.median(ours[1:]), statistics.median(bare[1:])
    return Row(
        name="first paint of home ÷ bare Textual app",
        value=value * 1e3,
        reference=reference * 1e3,
        budget=1.35,
        unit="ms",
    )


def first_prompt() -> Row:
    """Measure the time until plain mode prompts, against importing PyYAML and transitions."""
    ours: list[float] = []
    bare: list[float] = []
    with TemporaryDirectory() as name:
        folder = Path(name)
        for _ in range(2 * RUNS + 1):
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", "import yaml, transitions"], check=True)
            bare.append(time.perf_counter() - start)
            with Terminal(simulator("play", "late-delivery", "--plain"), environment(folder)) as terminal:
                ours.append(terminal.wait_for("> "))
    value, reference = statistics.median(ours[1:]), statistics.median(bare[1:])
    return Row(
        name="plain first prompt ÷ import yaml, transitions",
        value=value * 1e3,
        reference=reference * 1e3,
        budget=2.5,
        unit="ms",
    )


def conversation() -> list[Row]:
    """Measure key to answer at a hundred turns, memory, and bytes while idle."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        library = long_library(folder / "library", 160)
        # A library read once, as on any day but the first: reading it anew loads the parser and the schemas too.
        warm = simulator("--library", str(library), "progress")
        subprocess.run(warm, env=os.environ | environment(folder), check=True, stdout=subprocess.DEVNULL)
        command = simulator("--library", str(library), "play", "long", "--seed", "1")
        with Terminal(command, environment(folder)) as terminal:
            terminal.wait_for("Dana")
            terminal.press("\r")
            terminal.wait_for("stop00000z")
            times = [_answer(terminal, number) for number in range(1, 140)]
            time.sleep(0.5)
            terminal.bytes_in(0.5)
            idle = terminal.bytes_in(3.0)
            memory = psutil.Process(terminal.pid).memory_info().rss
    with Terminal([sys.executable, "-c", BARE], {}) as terminal:
        terminal.wait_for("Barebones")
        time.sleep(0.5)
        bare_memory = psutil.Process(terminal.pid).memory_info().rss
    late = sorted(times[99:])
    p95 = late[int(len(late) * 0.95)] * 1e3
    return [
        Row(name="key to visible answer at 100 turns, p95 ÷ 1 ms", value=p95, reference=1.0, budget=30, unit="ms"),
        Row(
            name="memory in a conversation ÷ bare Textual app",
            value=memory / 2**20,
            reference=bare_memory / 2**20,
            budget=1.5,
            unit="MiB",
        ),
        Row(name="bytes written in 3 s of silence", value=idle, reference=1, budget=0, unit="bytes"),
    ]


def _answer(terminal: Terminal, number: int) -> float:
    terminal.press("1")
    terminal.press("1")
    return terminal.wait_for(f"stop{number:05d}z")


def measure() -> list[Row]:
    """Measure both faces."""
    return [first_paint(), first_prompt(), *conversation()]
