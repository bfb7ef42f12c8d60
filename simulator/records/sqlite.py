"""Records in a SQLite file: the settings under which a commit is durable, and what its errors mean.

The settings and their reasons: docs/decisions/store.md.
"""

import os
import sqlite3
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from simulator.domain.member import Access
from simulator.records.database import Database
from simulator.records.protocol import RecordsError, Unavailable

WAIT_SECONDS: Final = 30
"""How long a write waits for other programs that write to the same file."""

_SETTINGS: Final = {
    "journal_mode": ("DELETE", "delete"),
    "synchronous": ("EXTRA", 3),  # also syncs the folder once the journal is gone: else a power cut may undo
    "foreign_keys": ("ON", 1),
    "recursive_triggers": ("ON", 1),  # INSERT OR REPLACE, too, must meet the triggers that refuse DELETE
    "secure_delete": ("ON", 1),  # what is removed is written over
    "fullfsync": ("ON", 1),  # macOS: reach the platter, not the drive's cache; no effect elsewhere
}

_MEANINGS: Final = {
    sqlite3.SQLITE_FULL: "the disk is full; free some space and try again",
    sqlite3.SQLITE_READONLY: "the file or its folder is read-only; allow writing to both and try again",
    sqlite3.SQLITE_CANTOPEN: "the file cannot be opened; check that its folder exists and may be written to",
    sqlite3.SQLITE_PERM: "access is not allowed; allow reading and writing the file and its folder",
    sqlite3.SQLITE_BUSY: "another program keeps the file locked; close it and try again",
    sqlite3.SQLITE_IOERR: "the disk reports an error; check the disk, its space and its quota, and try again",
}

_DAMAGED: Final = (
    "it is damaged or not a records file, and was left as it is; move it aside, and put a backup in its place or bring "
    "back what you have with `simulator records import` (docs/reliability.md)"
)


def sqlite_database(path: Path) -> Database:
    """Return the records file of that path; its folder and an empty file are made where there are none."""
    make_file(path)
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        # A connection for each call costs a fraction of its commit, and no thread ever shares one.
        poolclass=NullPool,
        connect_args={"timeout": WAIT_SECONDS, "isolation_level": None},
    )
    event.listen(engine, "connect", _settle)
    event.listen(engine, "begin", _begin)
    return Database(
        place=str(path),
        reading=engine,
        writing=engine.execution_options(immediate=True),
        own=True,
        table_names="SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_'",
        hold_schema=None,
        explain=lambda error: explain(error, path),
        access=lambda _: Access(),
        read_anything=_read_anything,
        forget=_forget,
        damage=_damage,
    )


def make_file(path: Path) -> None:
    """Make the file, which only its owner may read, and its folder, unless they are there."""
    try:
        if path.is_dir():
            raise RecordsError(f"{path} is a folder; name a file in it, such as {path / 'records.db'}")
        if path.exists():
            return
        if not path.parent.exists():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _sync_folder(path.parent.parent)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        _sync_folder(path.parent)
    except OSError as error:
        raise Unavailable(
            f"the records file {path} cannot be made: {error.strerror}; name another place with --records, "
            "or allow writing there"
        ) from error


def _sync_folder(folder: Path) -> None:
    """Make a new name in this folder outlast a power cut."""
    if os.name != "posix":  # elsewhere a folder cannot be opened as a file
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _settle(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    """Set what makes a commit durable, and read it back: SQLite ignores in silence what it cannot do."""
    cursor = connection.cursor()
    for name, (wanted, expected) in _SETTINGS.items():
        cursor.execute(f"PRAGMA {name} = {wanted}")
        cursor.execute(f"PRAGMA {name}")
        found = cursor.fetchone()
        if not found or found[0] != expected:
            raise Unavailable(f"SQLite does not take {name} = {wanted} here (it says {found}); use another disk")
    cursor.close()


def _begin(connection: Connection) -> None:
    # A writer takes its lock at once: with a deferred BEGIN, two that read before they write fail each other.
    immediate = connection.get_execution_options().get("immediate", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def explain(error: SQLAlchemyError, path: Path) -> RecordsError:
    """Say what a SQLite error means for the person before the screen."""
    cause = error.orig if isinstance(error, DBAPIError) else None
    code = getattr(cause, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        meaning = _DAMAGED
    else:
        meaning = _MEANINGS.get(code, "this was not expected; `simulator records verify` shows whether it is sound")
    return Unavailable(f"the records file {path} could not be used ({cause or error}): {meaning}")


def _read_anything(connection: Connection) -> None:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    driver.text_factory = partial(str, encoding="utf-8", errors="surrogateescape")


def _forget(engine: Engine, _logins: Sequence[str]) -> tuple[str, ...]:
    """Write the file anew without what was removed; outside a transaction, as SQLite wants it."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("VACUUM")
    finally:
        connection.close()
    return ()


def _damage(connection: Connection) -> str | None:
    found = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one()
    return None if found == "ok" else f"{found}: {_DAMAGED}"


def back_up(engine: Engine, copy: Path) -> None:
    """Copy the records file, as it stands, to a new file that only its owner may read."""
    make_file(copy)
    with engine.connect() as connection:
        source = connection.connection.driver_connection
        assert isinstance(source, sqlite3.Connection)
        target = sqlite3.connect(copy)
        try:
            target.execute("PRAGMA synchronous = EXTRA")
            source.backup(target)
        finally:
            target.close()
