"""What linting costs: a long scenario against composing it, a very long one, and the shipped library from cold."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from libraries import ROOT, branching_library
from reading import timed
from rows import Row

from simulator.authoring.library import open_library
from simulator.usecases.linting import lint

_VERY_LONG = """
import resource, sys, time
from pathlib import Path
from simulator.authoring import building, files
from simulator.authoring.library import open_library
from simulator.usecases.linting import lint
# A file of this length is refused at once when it is read: the limits are lifted to see how the cost goes on growing.
files.MAX_BYTES, building.MAX_VALUES = 100_000_000, 10_000_000
start = time.perf_counter()
found = lint(open_library(Path(sys.argv[1]), None))
assert [problem for problem in found.problems if problem.code == "SIM410"], "it was refused, and not looked at"
print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def compose(file: Path) -> None:
    """Compose a file with the C safe loader."""
    yaml.compose(  # pyright: ignore[reportUnknownMemberType] - untyped in PyYAML's stubs
        file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
    )


def measure() -> Iterator[Row]:
    """Measure a thousand turns in this process, and the others each in one of its own."""
    with TemporaryDirectory() as name:
        library = branching_library(Path(name), 1_000)
        file = library / "scenarios" / "branching" / "scenario.yaml"
        lint(open_library(library, None))
        rounds = [(timed(lambda: lint(open_library(library, None))), timed(lambda: compose(file))) for _ in range(5)]
        whole, composing = (statistics.median(column) * 1e3 for column in zip(*rounds, strict=True))
    yield Row(
        name="lint of 1,000 turns, analysed ÷ composing it", value=whole, reference=composing, budget=4, unit="ms"
    )
    seconds, megabytes = very_long(10_000)
    yield Row(name="lint of 10,000 turns ÷ one second", value=seconds, reference=1, budget=30, unit="s")
    yield Row(name="memory of that ÷ one gigabyte", value=megabytes, reference=1024, budget=1, unit="MB")
    cold = statistics.median(timed(shipped) for _ in range(3))
    yield Row(name="lint of the shipped library, cold ÷ one second", value=cold, reference=1, budget=3, unit="s")


def very_long(turns: int) -> tuple[float, float]:
    """Lint so many turns in a process of its own; return seconds and megabytes."""
    with TemporaryDirectory() as name:
        library = branching_library(Path(name), turns)
        done = subprocess.run(
            [sys.executable, "-c", _VERY_LONG, str(library)], check=True, capture_output=True, text=True, cwd=ROOT
        )
    seconds, megabytes = map(float, done.stdout.split())
    return seconds, megabytes


def shipped() -> None:
    """Lint the shipped library as someone who types it, with nothing kept from before."""
    with TemporaryDirectory() as name:
        command = [sys.executable, "-m", "simulator", "lint"]
        environment = {**os.environ, "SIMULATOR_CACHE": name, "SIMULATOR_RECORDS": f"{name}/records.db"}
        # 1 is an answer as well: what counts here is how long it takes.
        done = subprocess.run(command, check=False, capture_output=True, cwd=ROOT, env=environment)
        assert done.returncode in {0, 1}, done.stderr


if __name__ == "__main__":
    start = time.perf_counter()
    for row in measure():
        print(row)
    print(f"{time.perf_counter() - start:.0f} s in all")
