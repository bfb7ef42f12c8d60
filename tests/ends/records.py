"""What lies on the disk after a program has gone."""

from pathlib import Path

from simulator.domain.attempt import Move
from simulator.records.open import open_records


def moves(folder: Path) -> list[Move]:
    """What is recorded of Ana, once it is shown that all the records are sound."""
    records = open_records(str(folder / "records.db"))
    assert records.verify() == ()
    ana = records.rep_called("ana")
    found = [recorded.move for attempt in records.attempts(ana.id) for recorded in attempt.moves] if ana else []
    records.close()
    return found
