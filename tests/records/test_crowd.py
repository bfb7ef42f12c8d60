"""Many programs write at once, each its own attempt and all one that they share: none lost, doubled or mixed."""

import subprocess
import sys
from pathlib import Path

from simulator.domain.ids import AttemptId
from simulator.records.open import open_records

WRITER = Path(__file__).with_name("writer.py")


def test_every_move_of_every_writer_is_there_once_and_in_order(place: str, *, full: bool) -> None:
    server = place.startswith("postgresql")
    writers, own, shared = ((100, 100, 5) if server else (50, 20, 5)) if full else (8, 6, 2)
    done = subprocess.run(
        [sys.executable, WRITER, "crowd", place, *map(str, (writers, own, shared))],
        capture_output=True,
        text=True,
        timeout=1_800,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2_000:] + done.stderr[-2_000:]
    acknowledged = [line.split()[1] for line in done.stdout.splitlines() if line.startswith("ack ")]
    assert len(acknowledged) > writers // 2, "hardly anybody wrote to the attempt that all share"
    records = open_records(place)
    assert records.verify() == ()
    for writer in range(writers):
        stored = records.attempt(AttemptId(f"w{writer}"))
        assert stored is not None
        assert [move.key for move in stored.moves] == [f"w{writer}-{number}" for number in range(1, own + 1)]
    together = records.attempt(AttemptId("shared"))
    records.close()
    assert together is not None
    assert [move.number for move in together.moves] == list(range(1, len(acknowledged) + 1))
    assert sorted(move.key for move in together.moves) == sorted(acknowledged)
