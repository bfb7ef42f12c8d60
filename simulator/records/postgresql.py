"""Records on a PostgreSQL server: a team's shared place, reached through psycopg."""

import hashlib
import re
from collections.abc import Sequence
from typing import Final

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry

from simulator import __version__
from simulator.domain.member import Access
from simulator.records.database import Database
from simulator.records.locks import BRIEFLY
from simulator.records.protocol import RecordsError, Unavailable
from simulator.records.server_words import explain

CONNECT_SECONDS: Final = 10
"""How long to wait for a server that does not answer."""

_WHEEL: Final = f"conversation_simulator-{__version__}-py3-none-any.whl"
"""The file that the program is handed on in: no package index has it."""

_HOLD_SCHEMA: Final = (
    f"SELECT {BRIEFLY}, pg_catalog.pg_advisory_xact_lock("
    "pg_catalog.hashtext('conversation-simulator ' || current_schema()::text)::bigint)"
)


def postgresql_database(address: str) -> Database:
    """Return the database of that address, `postgresql://user:password@host/name`."""
    url = _url(address)
    port = f":{url.port}" if url.port else ""
    named = url.host or url.query.get("host") or "this computer"
    hosts = named if isinstance(named, str) else ", ".join(named)
    place = f"{hosts}{port}/{url.database or url.username or ''}"
    try:
        engine = create_engine(
            url,
            pool_size=5,
            max_overflow=15,
            pool_pre_ping=True,  # a connection that the server dropped over night is replaced unseen
            connect_args={
                "connect_timeout": CONNECT_SECONDS,
                # A server that has gone without a word is noticed: else a question would wait for ever. One that
                # stands still is another matter: `patience.py`.
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
    except ArgumentError as error:
        raise RecordsError(
            "the records address does not say clearly where the server is; for one, write host:port, and for several "
            "postgresql://user:password@/database?host=first:5432&host=second:5432"
        ) from error
    from simulator.records.patience import Patience

    event.listen(engine, "do_connect", Patience().connect)
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
        explain=lambda error: explain(error, place, str(url.password or "")),
        access=_access,
        read_anything=lambda _: None,
        forget=_forget,
        damage=lambda _: None,
    )


def _access(connection: Connection) -> Access:
    # Here, because it stands on the driver: without one, this module says what to install.
    from simulator.records import members

    return members.access(connection)


def _forget(engine: Engine, logins: Sequence[str]) -> tuple[str, ...]:
    from simulator.records import leaving

    left = leaving.shut_out(engine, logins)
    # Removed rows stay in the server's files until they are rewritten; its write-ahead log and backups are its own.
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        rewritten = ["people", "reps", "attempts", "reviews", "decisions", "intentions", "evidence"]
        if _access(connection).guarded:
            rewritten.append("members")
        for table in rewritten:
            connection.exec_driver_sql(f"VACUUM FULL {table}")
    return left


def outbox_name(address: str) -> str:
    """Return the name of the file for what waits for this server, this database and this person."""
    url = _url(address).set(password=None)
    return f"{hashlib.sha256(url.render_as_string().encode()).hexdigest()[:16]}.db"


def address_for(address: str, login: str, password: str) -> str:
    """Return the same database's address for somebody else: nothing of who is named in this one stays in it."""
    url = _url(address).difference_update_query(("user", "password", "passfile", "sslkey", "sslcert"))
    return url.set(drivername="postgresql", username=login, password=password).render_as_string(hide_password=False)


def is_reached_from_elsewhere(address: str) -> bool:
    """Tell whether the address names the server as other computers can find it."""
    url = _url(address)
    named = url.host or url.query.get("host") or "localhost"
    hosts = (named,) if isinstance(named, str) else named
    return not any(host.startswith(("localhost", "127.", "::1", "/")) for host in hosts)


def _url(address: str) -> URL:
    if _has_bare_signs(address):
        # With one of these, part of the password would be taken for the server's name, and told.
        raise RecordsError(
            "the password in the records address holds a sign that means something else in an address: write @ as %40, "
            "/ as %2F, # as %23, ? as %3F and % as %25 in it, and leave all other signs as they are"
        )
    try:
        return make_url(address).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError) as error:
        # The address itself stays out of the message: it may hold a password.
        raise RecordsError(
            "the records address is not one; write it as postgresql://user:password@host:5432/database"
        ) from error


def _has_bare_signs(address: str) -> bool:
    """Tell whether what stands before the server's name holds a sign that ends it too soon."""
    rest = address.partition("://")[2]
    before = re.split(r"[/?#]", rest, maxsplit=1)[0]
    user, at, _ = before.rpartition("@")
    if at:
        return "@" in user or "@" in rest[len(before) :].partition("?")[0]
    return "@" in rest and ":" in before and not before.rpartition(":")[2].isdecimal()


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
