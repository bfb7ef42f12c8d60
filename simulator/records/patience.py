"""How long a PostgreSQL server may say nothing before it is taken for lost.

A server whose programs stand still (a stopped machine, a disk that hangs) still has its messages acknowledged by its
system, so no time limit of the network ends the waiting. But a server that only has much to do answers whoever comes
new: that is asked after a while of silence, and a question that takes long is waited for as long as that holds.
"""

from collections.abc import Generator
from time import monotonic
from typing import Any, Final, TypeVar

from psycopg import Connection, OperationalError
from psycopg.abc import PQGen
from psycopg.conninfo import make_conninfo
from psycopg.errors import ConnectionTimeout
from psycopg.pq import PGconn, Ping
from sqlalchemy import Dialect
from sqlalchemy.pool import ConnectionPoolEntry

T = TypeVar("T")

SILENT_SECONDS: Final = 10.0
"""Seconds without a word after which it is asked whether the server answers at all."""

ANSWER_SECONDS: Final = 5
"""Seconds within which it has to answer then."""

LOST_SECONDS: Final = 5.0
"""Seconds for which a server that was found lost is not tried again: else the same answer waits twice."""


class Patience:
    """Connects to one server, and remembers when it was found lost."""

    def __init__(self) -> None:
        self._lost = float("-inf")

    def connect(
        self, _dialect: Dialect, _entry: ConnectionPoolEntry, given: list[Any], named: dict[str, Any]
    ) -> Connection[Any]:
        """Connect as SQLAlchemy asks for it; what waits on this connection does not wait for ever."""
        if monotonic() - self._lost < LOST_SECONDS:
            raise _silent()
        connection: PatientConnection = PatientConnection.connect(*given, **named)
        connection.patience = self
        return connection

    def lose(self) -> OperationalError:
        """Take the server for lost; return the error that says so."""
        self._lost = monotonic()
        return _silent()


class PatientConnection(Connection[Any]):
    """A connection that is closed when its server is lost."""

    patience: Patience | None = None

    def wait(self, gen: PQGen[T], *given: Any, **named: Any) -> T:
        """Wait for what the driver does, as long as the server is there."""
        return super().wait(self._watched(gen), *given, **named)

    def _watched(self, gen: PQGen[T]) -> Generator[Any, Any, T]:
        """Pass the driver's waiting on, and look at the clock between."""
        try:
            wanted, heard = next(gen), monotonic()
            while True:
                ready = yield wanted
                if ready:
                    heard = monotonic()
                elif monotonic() - heard > SILENT_SECONDS:
                    self._make_sure()
                    heard = monotonic()
                wanted = gen.send(ready)
        except StopIteration as done:
            answer: T = done.value
            return answer

    def _make_sure(self) -> None:
        """Close, with an error, unless the server answers somebody new."""
        dsn, password = self.info.dsn, self.info.password
        try:
            Connection.connect(dsn, password=password or None, connect_timeout=ANSWER_SECONDS).close()
        except OperationalError as problem:
            # A refusal is an answer too: it has too many connections, or the password was changed meanwhile.
            if not isinstance(problem, ConnectionTimeout) and _answers(dsn):
                return
            self.close()
            raise (self.patience.lose() if self.patience else _silent()) from problem


def _answers(dsn: str) -> bool:
    """Tell whether the server says anything, if only that it takes nobody in."""
    asked = make_conninfo(dsn, connect_timeout=ANSWER_SECONDS)
    return PGconn.ping(asked.encode()) in (Ping.OK, Ping.REJECT)


def _silent() -> OperationalError:
    return OperationalError("timeout expired: the server has said nothing for too long")
