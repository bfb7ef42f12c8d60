"""The tables as what a bundle is merged into, within one transaction.

On PostgreSQL only chains that nothing else guards are held: no two attempts can follow the same one, and no two moves
can have one number, so whoever was quicker there makes this fail and look again. A lock for each of a large bundle's
attempts would be more than a server has.
"""

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from simulator.domain.attempt import Rep
from simulator.domain.ids import AttemptId, Digest, RepId
from simulator.records import queries, schema
from simulator.records.admission import key_elsewhere
from simulator.records.bundle_rows import Erasure
from simulator.records.decisions import Ruling
from simulator.records.intentions import Intent
from simulator.records.protocol import Document
from simulator.records.rows import Look, Opening, Step


class SqlLedger:
    """A ledger (`simulator/records/ledger.py`) on a connection whose transaction somebody else ends."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._places: dict[str, int] = {}
        """Of attempts that were found or opened."""
        self._own: set[str] = set()
        """People and attempts that nobody else sees yet."""

    def person(self, rep: RepId) -> Rep | None:
        """Return the person of that id, or None."""
        return queries.rep(self._connection, rep)

    def is_erased(self, rep: RepId) -> bool:
        """Tell whether whoever had this pseudonym was erased."""
        query = select(schema.erasures.c.rep).where(schema.erasures.c.rep == rep)
        return self._connection.execute(query).one_or_none() is not None

    def called(self, handle: str) -> Rep | None:
        """Return the person of that handle, or None."""
        return queries.rep_called(self._connection, handle)

    def add_person(self, rep: RepId, joined: str) -> None:
        """Add somebody without a name."""
        self._connection.execute(insert(schema.reps), {"id": rep, "joined": joined})
        self._own.add(f"rep {rep}")

    def add_name(self, rep: RepId, handle: str, name: str) -> None:
        """Give somebody their name."""
        self._connection.execute(insert(schema.people), {"rep": rep, "handle": handle, "name": name})

    def add_erasure(self, erasure: Erasure) -> None:
        """Keep that somebody was erased."""
        self._connection.execute(insert(schema.erasures), erasure._asdict())

    def has_document(self, digest: Digest) -> bool:
        """Tell whether a text is kept."""
        query = select(schema.documents.c.digest).where(schema.documents.c.digest == digest)
        return self._connection.execute(query).one_or_none() is not None

    def add_document(self, document: Document) -> None:
        """Keep a text."""
        self._connection.execute(insert(schema.documents), queries.document_row(document))

    def opening(self, attempt: str) -> Opening | None:
        """Return how an attempt was opened, or None."""
        opened = queries.opening(self._connection, AttemptId(attempt))
        if opened is None:
            return None
        self._places[attempt] = opened[0]
        return opened[1]

    def newest_link(self, rep: RepId) -> str:
        """Return what the next attempt of a rep is tied to."""
        return queries.newest_link(self._connection, rep)

    def add_opening(self, opening: Opening) -> None:
        """Open an attempt."""
        done = self._connection.execute(insert(schema.attempts), opening._asdict())
        assert done.inserted_primary_key is not None
        self._places[opening.id] = done.inserted_primary_key[0]
        self._own.add(f"attempt {opening.id}")

    def steps_of(self, attempt: str) -> Sequence[Step]:
        """Return an attempt's moves, in order."""
        return queries.steps(self._connection, self._places[attempt])

    def add_steps(self, attempt: str, steps: Sequence[Step]) -> None:
        """Add moves to an attempt; Conflict where a key is another attempt's."""
        taken = queries.taken_keys(self._connection, [step.key for step in steps])
        if taken:
            raise key_elsewhere(taken[0])
        place = self._places[attempt]
        self._connection.execute(insert(schema.moves), [{"attempt": place, **step._asdict()} for step in steps])

    def looks_at(self, attempt: str) -> list[Look]:
        """Return an attempt's reviews, oldest first; nobody else adds one until the end."""
        self._hold(f"attempt {attempt}")
        return [look for _, look in queries.looks(self._connection, [AttemptId(attempt)])]

    def add_look(self, look: Look) -> None:
        """Add a review."""
        self._connection.execute(insert(schema.reviews), {**look._asdict(), "attempt": self._places[look.attempt]})

    def rulings_about(self, rep: str) -> list[Ruling]:
        """Return the decisions about a rep, oldest first; nobody else adds one until the end."""
        self._hold(f"rep {rep}")
        return queries.rulings(self._connection, RepId(rep))

    def add_ruling(self, ruling: Ruling) -> None:
        """Add a decision."""
        self._connection.execute(insert(schema.decisions), ruling._asdict())

    def intents_of(self, rep: str) -> list[Intent]:
        """Return what a rep set out to do, oldest first; nobody else adds to it until the end."""
        self._hold(f"rep {rep}")
        return queries.intents(self._connection, RepId(rep))

    def add_intent(self, intent: Intent) -> None:
        """Add what a rep set out to do."""
        self._connection.execute(insert(schema.intentions), intent._asdict())

    def _hold(self, what: str) -> None:
        if what not in self._own:
            queries.hold(self._connection, what)
