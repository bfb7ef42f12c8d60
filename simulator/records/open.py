"""From a place to records: `--records`, `SIMULATOR_RECORDS`, or the user's own data folder.

Nothing heavy is loaded before a place that needs it is opened.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from simulator.records.memory import MemoryRecords
from simulator.records.protocol import Records, RecordsError, Unavailable

if TYPE_CHECKING:
    from simulator.records.database import Database

SERVERS: Final = ("postgresql:", "postgresql+psycopg:", "postgres:")
_FILE: Final = "sqlite:///"


def open_records(url: str | None, outbox: Path | None = None) -> Records:
    """Open the records at this place, with tables made or brought up to date where needed.

    None is a file in the user's data folder; else a file's path, `sqlite:///path`, `postgresql://…`, or
    `memory:`. RecordsError says what is wrong with any other place. `outbox` is the folder for what cannot be delivered
    to a server; one in the user's data folder where none is named.
    """
    if url == "memory:":
        return MemoryRecords()
    if url is not None and is_server(url):
        return _with_outbox(url, outbox)
    from simulator.records.sqlite import sqlite_database

    path = _path(url)
    return _open(sqlite_database(path), path)


def is_server(url: str | None) -> bool:
    """Tell whether these records are a server's."""
    return url is not None and url.startswith(SERVERS)


def _with_outbox(url: str, folder: Path | None) -> Records:
    from simulator.records.outbox import OutboxRecords
    from simulator.records.postgresql import outbox_name, postgresql_database

    file = (folder or _data_folder() / "outbox") / outbox_name(url)

    def open_outbox() -> Records:
        from simulator.records.sqlite import sqlite_database

        return _open(sqlite_database(file), file)

    def open_server() -> Records:
        server = _open(postgresql_database(url), None)
        try:
            # Whoever is not on a team's list is told so at once, and not shown records in which nobody is.
            server.access()
        except RecordsError:
            server.close()
            raise
        return server

    records = OutboxRecords(open_server, open_outbox, file)
    try:
        records.open()
    except Unavailable as problem:
        waiting = records.undelivered()
        kept = (
            f"; {waiting} moves are kept on this computer and will be delivered when it can be used" if waiting else ""
        )
        raise Unavailable(f"{problem}{kept}") from problem
    return records


def file_of(url: str | None) -> Path | None:
    """Return the file that holds these records; None where they are no file."""
    return None if url == "memory:" or is_server(url) else _path(url)


def _path(url: str | None) -> Path:
    if url is None:
        return _data_folder() / "records.db"
    text = url.removeprefix(_FILE)
    if not text or "\0" in text or "://" in text or text.startswith((":", "sqlite:", "file:")):
        raise RecordsError(
            f"{url!a} is no place for records; name a file, sqlite:///file, "
            "postgresql://user:password@host/database, or memory:"
        )
    return Path(text).expanduser().absolute()


def _data_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("conversation-simulator", appauthor=False)


def _open(database: "Database", path: Path | None) -> Records:
    from simulator.records.sql import SqlRecords
    from simulator.records.versions import bring_up_to_date

    try:
        bring_up_to_date(database, path)
    except BaseException:
        database.writing.dispose()
        raise
    return SqlRecords(database)
