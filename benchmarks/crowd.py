"""A team of any size, written into records by bulk: synthetic people who really played the shipped library."""

import random
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from simulator.conversation.machine import Conversation, conversation_of
from simulator.domain.attempt import Attempt, Chose, Recorded
from simulator.domain.ids import AttemptId, RepId
from simulator.domain.rubric import Level
from simulator.domain.scenario import Choice, Purpose
from simulator.records import triggers
from simulator.records.derived import counts_text, critical_text
from simulator.records.open import open_records
from simulator.records.rows import stamp
from simulator.usecases.content import keep_content
from simulator.usecases.desk import Desk
from simulator.usecases.evidence import shown_by
from simulator.usecases.settling import RULES

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
ATTEMPTS = 5
"""Assessments of each rep; with the shipped library that is some fifty moves."""
WAYS = 60
"""Different ways through each scenario."""
LINK = "0" * 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way through a scenario, as it was played."""

    scenario: str
    content: str
    moves: tuple[tuple[str, str], ...]
    """Turn and choice, in order."""
    ended: str | None
    skills: str
    critical: str


Rows = Iterator[tuple[object, ...]]
"""Rows of one table, their columns in its order."""


def ways(desk: Desk, purpose: Purpose, draw: random.Random) -> list[list[Way]]:
    """Play every scenario of a purpose many times, by people of different skill; one in twenty stops half-way."""
    found: list[list[Way]] = []
    for summary in desk.library.summaries():
        if summary.purpose is purpose:
            loaded = desk.library.scenario(summary.id)
            keep_content(desk, loaded)
            conversation = conversation_of(loaded.scenario)
            found.append([_way(desk, conversation, loaded.digest, draw, number) for number in range(WAYS)])
    return found


def _way(desk: Desk, conversation: Conversation, digest: str, draw: random.Random, number: int) -> Way:
    skill = (0.6, 0.75, 0.9, 0.97)[number % 4]
    position, moves = conversation.start(), list[tuple[str, str]]()
    most = 4 if number % 20 == 0 else 100
    while conversation.ending(position) is None and len(moves) < most:
        choice = _choice(conversation.table.offered(position.state), draw, skill, may_err=number % 50 == 1)
        moves.append((position.state.place, choice.id))
        position = conversation.choose(position, choice.id)
    scenario = conversation.scenario
    recorded = tuple(
        Recorded(number=n, key=str(n), at=NOW, move=Chose(turn=turn, choice=choice))
        for n, (turn, choice) in enumerate(moves, start=1)
    )
    attempt = Attempt(
        id=AttemptId("way"),
        rep=RepId("nobody"),
        scenario=scenario.id,
        content=desk.library.scenario(scenario.id).digest,
        purpose=scenario.purpose,
        seed=1,
        started=NOW,
        moves=recorded,
    )
    shown = shown_by(desk, attempt, first_sight=True)
    return Way(
        scenario=scenario.id,
        content=digest,
        moves=tuple(moves),
        ended=shown.ending,
        skills=counts_text(shown),
        critical=critical_text(shown.critical),
    )


def _choice(offered: tuple[Choice, ...], draw: random.Random, skill: float, *, may_err: bool) -> Choice:
    allowed = [choice for choice in offered if choice.critical is None] or list(offered)
    if may_err:
        return draw.choice(offered)
    good = [choice for choice in allowed if any(level >= Level.EFFECTIVE for level in choice.shows.values())]
    return draw.choice(good) if good and draw.random() < skill else draw.choice(allowed)


class Crowd:
    """People and what they did, row by row; the same seed gives the same people."""

    def __init__(self, assessments: list[list[Way]], reps: int, seed: int = 1) -> None:
        self._ways, self._reps, self._seed = assessments, reps, seed

    def reps(self) -> Rows:
        """Rows of reps."""
        return ((rep_id(number), stamp(NOW)) for number in range(self._reps))

    def people(self) -> Rows:
        """Rows of people."""
        return ((rep_id(n), f"person-{n}", f"Person Number {n}") for n in range(self._reps))

    def attempts(self) -> Rows:
        """Rows of attempts: everybody's first, then everybody's second, as they come in time."""
        for place, rep, purpose, way, started in self.played():
            link = f"{place:064x}"
            head = (place, attempt_id(place), rep, way.scenario, way.content, purpose, place % 2**32)
            yield (*head, stamp(started), link, link)

    def moves(self) -> Rows:
        """Rows of moves."""
        draw = random.Random(self._seed)
        for place, _, _, way, started in self.played():
            for number, (turn, choice) in enumerate(way.moves, start=1):
                at = stamp(started + timedelta(seconds=20 * number))
                yield (place, number, f"{draw.getrandbits(80):020x}", at, "chose", turn, choice, LINK)

    def evidence(self) -> Rows:
        """Rows of evidence, as the program would have kept them."""
        met: set[tuple[str, str]] = set()
        for place, rep, purpose, way, started in self.played():
            last = stamp(started + timedelta(seconds=20 * len(way.moves)))
            first = int((rep, way.scenario) not in met)
            met.add((rep, way.scenario))
            # An error was made when this rep made it, not when the way was first played: reviews come after it.
            critical = way.critical.replace(stamp(NOW), last)
            yield (rep, purpose, way.scenario, place, first, RULES, last, way.ended, way.skills, critical)

    def intentions(self) -> Rows:
        """Rows of intentions: one rep in fifty has started afresh after the first conversation."""
        for number in range(0, self._reps, 50):
            yield (number + 1, rep_id(number), "fresh-start", None, None, attempt_id(number + 1), stamp(NOW), LINK)

    def reviews(self) -> Rows:
        """Rows of reviews: every second critical error was looked at."""
        for place, _, _, way, started in self.played():
            if way.critical and place % 2:
                yield (place, place, "Kim", "Seen.", stamp(started + timedelta(hours=1)), LINK)

    def played(self) -> Iterator[tuple[int, str, str, Way, datetime]]:
        """Everything that was played: its place, whose, what for, which way, and when it began."""
        draw = random.Random(self._seed)
        chosen = [draw.sample(range(len(self._ways)), ATTEMPTS) for _ in range(self._reps)]
        for turn in range(ATTEMPTS):
            for number in range(self._reps):
                way = draw.choice(self._ways[chosen[number][turn]])
                started = NOW - timedelta(days=110 - number * 37 % 100 - 2 * turn, seconds=number % 80_000)
                yield turn * self._reps + number + 1, rep_id(number), "assessment", way, started


class Veterans(Crowd):
    """One rep for each number of attempts: five assessments each, and practice for the rest."""

    def __init__(self, assessments: list[list[Way]], practice: list[list[Way]], attempts: Sequence[int]) -> None:
        super().__init__(assessments, len(attempts))
        self._practice, self._attempts = practice, attempts

    def intentions(self) -> Rows:
        """Nobody starts afresh."""
        return iter(())

    def played(self) -> Iterator[tuple[int, str, str, Way, datetime]]:
        """Everything that was played."""
        draw, place = random.Random(self._seed), 0
        for number, attempts in enumerate(self._attempts):
            for turn in range(attempts):
                place += 1
                started = NOW - timedelta(minutes=5 * (attempts - turn))
                if turn < ATTEMPTS:
                    yield place, rep_id(number), "assessment", self._ways[turn][2], started
                else:
                    yield place, rep_id(number), "practice", draw.choice(draw.choice(self._practice)), started


def attempt_id(place: int) -> str:
    """Name an attempt."""
    return f"{place * 7919:020x}"


def rep_id(number: int) -> str:
    """Name a rep as the program would: at random, in no order."""
    return f"r-{number * 2654435761 % 2**48:020x}"


TABLES = ("reps", "people", "attempts", "moves", "reviews", "intentions", "evidence")


def fill_sqlite(path: Path, crowd: Crowd) -> None:
    """Write the crowd into a records file whose tables are there."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("BEGIN")
    # Kept up by hand here: their work a row at a time would take most of the time.
    for trigger in ("attempts_evidence", "moves_evidence"):
        connection.execute(f"DROP TRIGGER {trigger}")
    for table in TABLES:
        rows = getattr(crowd, table)()
        first = next(rows, None)
        if first is not None:
            insert = f"INSERT INTO {table} VALUES ({', '.join('?' * len(first))})"
            connection.execute(insert, first)
            connection.executemany(insert, rows)
    for statement in triggers.for_file():
        connection.execute(statement)
    connection.execute("COMMIT")
    connection.close()


def fill_postgresql(address: str, crowd: Crowd) -> None:
    """Write the crowd into a database whose tables are there, and let the server take stock of it."""
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        with connection.transaction():
            for table in ("attempts", "moves"):
                connection.execute(f"ALTER TABLE {table} DISABLE TRIGGER {table}_evidence".encode())
            for table in TABLES:
                with connection.cursor().copy(f"COPY {table} FROM STDIN".encode()) as copy:
                    for row in getattr(crowd, table)():
                        copy.write_row(row)
            for table in ("attempts", "moves"):
                connection.execute(f"ALTER TABLE {table} ENABLE TRIGGER {table}_evidence".encode())
        connection.execute("VACUUM ANALYZE")


def desk_on(library: Desk, place: str) -> Desk:
    """Return a desk with the same library on other records, at the moment up to which the crowd has worked."""
    return Desk(library=library.library, open_records=lambda: open_records(place), now=lambda: NOW)
