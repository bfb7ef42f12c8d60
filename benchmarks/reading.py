"""Reading the whole library: cold against composing its YAML, and warm against cold."""

import statistics
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from libraries import ROOT
from rows import Row

from simulator.authoring.library import open_library


def timed(act: Callable[[], object]) -> float:
    """Return the seconds that something takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def compose() -> None:
    """Compose every file of the library with the C safe loader: the least that reading it can cost."""
    for file in (*ROOT.glob("scenarios/*/scenario.yaml"), *ROOT.glob("rubrics/*.yaml")):
        yaml.compose(  # pyright: ignore[reportUnknownMemberType] - untyped in PyYAML's stubs
            file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
        )


def read(cache: Path | None) -> None:
    """Read every scenario and rubric as the program does."""
    library = open_library(ROOT, cache)
    for summary in library.summaries():
        library.scenario(summary.id)
    library.rubrics()


def index(cache: Path) -> None:
    """Read what home needs."""
    open_library(ROOT, cache).summaries()


def measure() -> list[Row]:
    """Compare medians of alternating runs."""
    with TemporaryDirectory() as name:
        warm = Path(name)
        read(warm)
        compose()
        rounds = [(timed(compose), timed(lambda: read(None)), timed(lambda: index(warm))) for _ in range(9)]
    composing, cold, home = (statistics.median(column) * 1e3 for column in zip(*rounds, strict=True))
    return [
        Row(
            name="reading and checking the library ÷ composing its YAML",
            value=cold,
            reference=composing,
            budget=4,
            unit="ms",
        ),
        Row(
            name="home's index, warm ÷ composing the library's YAML",
            value=home,
            reference=composing,
            budget=0.5,
            unit="ms",
        ),
    ]
