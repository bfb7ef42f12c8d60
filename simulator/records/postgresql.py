"""Records on a PostgreSQL server: a team's shared place, reached through psycopg."""

import hashlib
from typing import Final

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from simulator import __version__
from simulator.records.database import Database
from simulator.records.protocol import RecordsError, Unavailable

CONNECT_SECONDS: Final = 10
"""How long to wait for a server that does not answer."""

_WHEEL: Final = f"conversation_simulator-{__version__}-py3-none-any.whl"
"""The file that the program is handed on in: no package index has it."""

_HOLD_SCHEMA: Final = "SELECT pg_advisory_xact_lock(hashtext('conversation-simulator ' || current_schema()))"

_MEANINGS: Final = {
    "28": "it does not accept this user or password; check both in the address",
    "42501": "this login may not do that here: reps see and add only what is theirs, trainers review, trainers and "
    "managers decide; ask who looks after the server",
    "3D": "it has no database of that name; create it, or check the name",
    "42": "this user may not do that; grant it the right to create and use tables there",
    "25": "it is read-only; use the primary server",
    "53": "it is out of space, memory or connections; tell who looks after it, and try again later",
    "57": "it is shutting down or starting up; try again in a moment",
}
_UNREACHABLE: Final = "check that it runs and that this computer reaches it, and try again"


def postgresql_database(address: str) -> Database:
    """Return the database of that address, `postgresql://user:password@host/name`."""
    url = _url(address)
    place = f"{url.host or url.query.get('host') or 'this computer'}/{url.database or url.username or ''}"
    try:
        engine = create_engine(
            url,
            pool_size=5,
            max_overflow=15,
            pool_pre_ping=True,  # a connection that the server dropped over night is replaced unseen
            connect_args={
                "connect_timeout": CONNECT_SECONDS,
                # A server that has gone without a word is noticed: else a question would wait for ever.
                "tcp_user_timeout": CONNECT_SECONDS * 1000,
                "keepalives_idle": CONNECT_SECONDS,
                "keepalives_interval": 2,
                "keepalives_count": 3,
            },
        )
    except ModuleNotFoundError as error:
        raise RecordsError(
            "records on PostgreSQL need its driver: install the file that this program came in once more, with "
            f'[postgresql] behind its name, such as: pip install "{_WHEEL}[postgresql]"'
        ) from error
    event.listen(engine, "connect", _settle)
    return Database(
        place=place,
        # One moment for all queries of a call: a move that comes in between is not seen by half.
        reading=engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True),
        # Writers queue on the row of the rep or attempt that they add to, so each sees what the last one did.
        writing=engine.execution_options(isolation_level="READ COMMITTED"),
        own=False,
        table_names="SELECT tablename FROM pg_tables WHERE schemaname = current_schema()",
        hold_schema=_HOLD_SCHEMA,
        explain=lambda error: explain(error, place),
        read_anything=lambda _: None,
        forget=_forget,
        damage=lambda _: None,
    )


def _forget(engine: Engine) -> None:
    # Removed rows stay in the server's files until they are rewritten; its write-ahead log and backups are its own.
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        rewritten = ["people", "reps", "attempts", "reviews", "decisions", "intentions", "evidence"]
        if connection.exec_driver_sql("SELECT to_regclass('members')").scalar_one() is not None:
            rewritten.append("members")
        for table in rewritten:
            connection.exec_driver_sql(f"VACUUM FULL {table}")


def outbox_name(address: str) -> str:
    """Return the name of the file for what waits for this server, this database and this person."""
    url = _url(address).set(password=None)
    return f"{hashlib.sha256(url.render_as_string().encode()).hexdigest()[:16]}.db"


def _url(address: str) -> URL:
    try:
        return make_url(address).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError) as error:
        # The address itself stays out of the message: it may hold a password.
        raise RecordsError(
            "the records address is not one; write it as postgresql://user:password@host:5432/database"
        ) from error


def _settle(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    """Refuse a server on which a commit is not durable, and ask for durable commits where they are off."""
    cursor = connection.cursor()
    cursor.execute("SELECT current_setting('fsync'), current_setting('synchronous_commit')")
    fsync, commit = cursor.fetchone() or ("off", "off")
    if fsync != "on":
        raise Unavailable("the PostgreSQL server runs with fsync = off: a power cut would lose answers; turn it on")
    if commit == "off":
        cursor.execute("SET synchronous_commit = on")
    cursor.close()
    connection.commit()


def explain(error: SQLAlchemyError, place: str) -> RecordsError:
    """Say what a PostgreSQL error means for the person before the screen."""
    cause = error.orig if isinstance(error, DBAPIError) else None
    said = str(cause or error).strip().partition("\n")[0]
    state = str(getattr(cause, "sqlstate", None) or "")
    meaning = _MEANINGS.get(state) or _MEANINGS.get(state[:2], _UNREACHABLE)
    # What may not be done is no reason to take the server for lost.
    kind = RecordsError if state == "42501" else Unavailable
    return kind(f"the records on the PostgreSQL server {place} could not be used ({said}): {meaning}")
