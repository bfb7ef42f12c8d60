"""Small reps, texts, attempts and moves, for tests of the records."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Final, TypeVar

from simulator.domain.attempt import Attempt, Chose, Move, Recorded, Rep
from simulator.domain.ids import AttemptId, RepId, ScenarioId
from simulator.domain.scenario import Purpose
from simulator.records.chain import digest_of
from simulator.records.protocol import Document, Records

T = TypeVar("T")
NOON: Final = datetime(2026, 3, 2, 12, tzinfo=UTC)
TEXT: Final = "id: warm-up\ntitle: Grüße, 你好\n"
DOCUMENT: Final = Document(digest=digest_of(TEXT), kind="scenario", name="warm-up", text=TEXT)


def rep(name: str = "sam") -> Rep:
    """A person whose id is their name in small letters."""
    return Rep(id=RepId(name.lower()), name=name, joined=NOON)


def attempt(name: str = "one", of: str = "sam", scenario: str = "warm-up", moves: tuple[Recorded, ...] = ()) -> Attempt:
    """An attempt at the kept text."""
    return Attempt(
        id=AttemptId(name),
        rep=RepId(of),
        scenario=ScenarioId(scenario),
        content=DOCUMENT.digest,
        purpose=Purpose.PRACTICE,
        seed=7,
        started=NOON,
        moves=moves,
    )


def said(number: int, choice: str = "listen", key: str | None = None, move: Move | None = None) -> Recorded:
    """The move of that number, one minute after the one before."""
    return Recorded(
        number=number,
        key=key or f"key-{number}",
        at=NOON + timedelta(minutes=number),
        move=move or Chose(turn=f"turn-{number}", choice=choice),
    )


def ready(records: Records, *reps: str) -> Records:
    """The same records with these reps (else Sam) and the text that attempts stand on."""
    for name in reps or ("sam",):
        records.add_rep(rep(name))
    records.keep(DOCUMENT)
    return records


def at_once(times: int, do: Callable[[int], T]) -> list[T]:
    """Do it with each number below `times`, twenty at a time, and return what came of each."""
    with ThreadPoolExecutor(min(times, 20)) as pool:
        return list(pool.map(do, range(times)))
