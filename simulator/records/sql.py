"""The records in a SQL database: SQLite or PostgreSQL, by SQLAlchemy Core.

Each call is one transaction. A writer first locks what it adds to (SQLite: the file; PostgreSQL: the rep's
or the attempt's row), reads where the chain stands, and adds to it; so chains never fork.
"""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from operator import attrgetter
from typing import TypeVar

from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from simulator.domain.attempt import Attempt, Recorded, Rep, Review
from simulator.domain.decision import Decision
from simulator.domain.ids import AttemptId, Digest, RepId, ScenarioId
from simulator.domain.intention import Intention
from simulator.domain.member import Access
from simulator.domain.scenario import Purpose
from simulator.records import adding, erasing, outgoing, queries, schema
from simulator.records.admission import admit_document
from simulator.records.bundle_rows import row_of
from simulator.records.database import Database
from simulator.records.decisions import decision_flaws, decision_of
from simulator.records.derived_sql import SqlDerived
from simulator.records.head import head_of
from simulator.records.intentions import intention_flaws, intention_of
from simulator.records.merging import merge
from simulator.records.protocol import Conflict, Document, Flaw, Merged, Row, Unavailable
from simulator.records.rows import attempt_of, review_of
from simulator.records.sql_ledger import SqlLedger
from simulator.records.verify import flaws
from simulator.records.withholding import without_names

T = TypeVar("T")


class SqlRecords:
    """The records in one database, whose tables are there and up to date."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.derived = SqlDerived(self._reading, self._write)

    def access(self) -> Access:
        """Return what holds people to what is theirs here, and whose login this is."""
        with self._reading() as connection:
            return self._database.access(connection)

    def add_rep(self, rep: Rep) -> None:
        """Add a person; Conflict where the id is taken by someone of another name."""
        self._write(lambda connection: adding.add_rep(connection, rep))

    def rep(self, rep: RepId) -> Rep | None:
        """Return the person of that id, or None."""
        with self._reading() as connection:
            return queries.rep(connection, rep)

    def rep_called(self, handle: str) -> Rep | None:
        """Return the person of that handle, or None."""
        with self._reading() as connection:
            return queries.rep_called(connection, handle)

    def reps(self) -> tuple[Rep, ...]:
        """Return everyone who has not been erased, by id."""
        with self._reading() as connection:
            # Sorted here: each PostgreSQL server sorts by a language of its own.
            return tuple(sorted(queries.everyone(connection), key=attrgetter("id")))

    def keep(self, document: Document) -> None:
        """Keep a text under its digest."""
        admit_document(document)

        def write(connection: Connection) -> None:
            if queries.document(connection, document.digest) is None:
                connection.execute(insert(schema.documents), queries.document_row(document))

        self._write(write)

    def document(self, digest: Digest) -> Document | None:
        """Return the text of that digest, or None."""
        with self._reading() as connection:
            return queries.document(connection, digest)

    def begin(self, attempt: Attempt) -> None:
        """Open an attempt (its moves, if any, with it); Conflict where the id is taken by another."""
        self._write(lambda connection: adding.begin(connection, attempt))

    def add(self, attempt: AttemptId, recorded: Recorded) -> None:
        """Add the next move; Conflict where another window went on, or the key has another body."""
        self._write(lambda connection: adding.add(connection, attempt, recorded))

    def attempt(self, attempt: AttemptId) -> Attempt | None:
        """Return the attempt with its moves, or None."""
        with self._reading() as connection:
            opened = queries.opening(connection, attempt)
            return attempt_of(opened[1], queries.steps(connection, opened[0])) if opened else None

    def attempts(self, rep: RepId | None = None, purpose: Purpose | None = None) -> tuple[Attempt, ...]:
        """Return the attempts, of one rep or of all, for one purpose or for any, in the order they were opened."""
        with self._reading() as connection:
            steps = queries.steps_by_place(connection, rep, purpose)
            openings = queries.openings(connection, rep, purpose)
        return tuple(attempt_of(opening, steps.get(place, ())) for place, opening in openings)

    def seen(self, rep: RepId) -> frozenset[ScenarioId]:
        """Return the scenarios whose first turn this rep has been shown, in any version."""
        query = select(schema.attempts.c.scenario).where(schema.attempts.c.rep == rep).distinct()
        with self._reading() as connection:
            return frozenset(map(ScenarioId, connection.execute(query).scalars()))

    def add_review(self, review: Review) -> None:
        """Add a trainer's look at a critical error."""
        self._write(lambda connection: adding.add_review(connection, review))

    def reviews(self, attempts: Sequence[AttemptId] | None = None) -> tuple[Review, ...]:
        """Return the reviews, of these attempts or of all, oldest first."""
        with self._reading() as connection:
            return tuple(review_of(look) for _, look in queries.looks(connection, attempts))

    def add_decision(self, decision: Decision) -> None:
        """Add what somebody decided about a rep."""
        self._write(lambda connection: adding.add_decision(connection, decision))

    def decisions(self, rep: RepId | None = None) -> tuple[Decision, ...]:
        """Return the decisions, about one rep or about all, in the order they were added."""
        with self._reading() as connection:
            return tuple(map(decision_of, queries.rulings(connection, rep)))

    def add_intention(self, intention: Intention) -> None:
        """Add what a rep set out to do."""
        self._write(lambda connection: adding.add_intention(connection, intention))

    def intentions(self, rep: RepId | None = None) -> tuple[Intention, ...]:
        """Return what one rep or all set out to do, in the order it was added."""
        with self._reading() as connection:
            return tuple(map(intention_of, queries.intents(connection, rep)))

    def erase(self, rep: RepId, pseudonym: RepId, at: datetime) -> tuple[str, ...]:
        """Remove a person for good; what they did stays under the pseudonym. Return, in words, what else stays."""
        logins = self._write(lambda connection: erasing.erase(connection, rep, pseudonym, at), alone=True)
        try:
            return self._database.forget(self._database.writing, logins)
        except SQLAlchemyError as error:
            raise self._database.explain(error) from error

    def undelivered(self) -> int:
        """Return 0: whatever was taken is where it belongs."""
        return 0

    def bundle(self, rep: RepId | None = None, *, names: bool = True) -> Iterator[Row]:
        """Return all that is recorded of one rep or of all, as plain rows, read while they are taken."""
        with self._reading() as connection:
            values = outgoing.rows(connection, rep)
            yield from map(row_of, values if names else without_names(values))

    def merge(self, rows: Iterable[Row]) -> Merged:
        """Add what is new of rows that were recorded elsewhere: all of it, or nothing."""
        return self._write(lambda connection: merge(SqlLedger(connection), rows))

    def head(self, rep: RepId) -> Digest | None:
        """Return what all that is recorded of a rep comes to; None where that is nothing."""
        with self._reading() as connection:
            return head_of(rep, outgoing.rows(connection, rep))

    def verify(self) -> tuple[Flaw, ...]:
        """Recompute every chain: the first flaw of each attempt that does not hold, none where all hold."""
        with self._reading() as connection:
            self._database.read_anything(connection)
            in_attempts = flaws(queries.stored(connection), queries.texts(connection))
            in_decisions = decision_flaws(queries.rulings(connection, None))
            found = (*in_attempts, *in_decisions, *intention_flaws(queries.intents(connection, None)))
            # Last: a flaw says more than the database's own check, which names no attempt.
            damage = None if found else self._database.damage(connection)
        if damage:
            raise Unavailable(f"the records in {self._database.place} fail the database's own check: {damage}")
        return found

    def close(self) -> None:
        """Let go of files and connections."""
        self._database.writing.dispose()

    @contextmanager
    def _reading(self) -> Generator[Connection]:
        try:
            with self._database.reading.begin() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise self._database.explain(error) from error

    def _write(self, write: Callable[[Connection], T], *, alone: bool = False) -> T:
        """Run the write in a transaction of its own; twice, where another program got in between."""
        try:
            return self._write_once(write, alone=alone)
        except IntegrityError:
            # Someone committed the same id or key meanwhile: a second look says what it means.
            try:
                return self._write_once(write, alone=alone)
            except IntegrityError as error:
                said = str(error.orig).partition("\n")[0]
                raise Conflict(f"the records in {self._database.place} refuse this: {said}") from error

    def _write_once(self, write: Callable[[Connection], T], *, alone: bool) -> T:
        try:
            with self._database.writing.begin() as connection:
                queries.hold_all(connection, alone=alone)
                return write(connection)
        except IntegrityError:
            raise
        except SQLAlchemyError as error:
            raise self._database.explain(error) from error
