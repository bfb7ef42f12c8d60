"""Which version of the tables a place holds, and how it comes to the newest.

Alembic takes longer to load than everything else here together. So it is loaded only where there is
something to migrate: an empty place gets the newest tables at once, and a place that is up to date is
recognised by hand. A test holds that both ways give the same tables.
"""

from contextlib import suppress
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, select
from sqlalchemy.exc import SQLAlchemyError

from simulator.records import schema
from simulator.records.database import Database
from simulator.records.protocol import RecordsError, Unavailable

EMPTY: Final = "empty"
"""No tables of ours yet."""
BASE: Final = "base"
"""Alembic's word for the time before the first version."""
MIGRATIONS: Final = Path(__file__).parent / "migrations"
_OURS: Final = frozenset({*schema.tables.tables, schema.alembic_version.name})


def bring_up_to_date(
    database: Database,
    path: Path | None,
    migrations: Path = MIGRATIONS,
    versions: tuple[str, ...] = schema.VERSIONS,
) -> None:
    """Make the tables, or migrate them after a copy was made beside the file at `path`, where needed."""
    found = EMPTY
    try:
        with database.reading.begin() as connection:
            found = version_of(connection, database)
        if found == versions[-1]:
            return
        if found not in (EMPTY, BASE, *versions):
            raise RecordsError(
                f"the records in {database.place} were written by a newer version of this program "
                f"(tables {found}, this one knows {versions[-1]}); update this program"
            )
        if found != EMPTY and path is not None:
            _copy(database, path, found)
        with database.writing.begin() as connection:
            _change(connection, database, migrations, versions)
    except SQLAlchemyError as error:
        problem = database.explain(error)
        if not isinstance(problem, Unavailable):
            _refuse_who_is_not_on_the_list(database)
        if found != EMPTY and not isinstance(problem, Unavailable):
            raise RecordsError(
                f"the records in {database.place} were written by an older version of this program, and this login may "
                "not bring them up to date: whoever owns them does that, with `simulator team setup` of this version"
            ) from error
        raise problem from error


def _refuse_who_is_not_on_the_list(database: Database) -> None:
    """Say so where that is why somebody may not do this."""
    with suppress(SQLAlchemyError), database.reading.begin() as connection:
        database.access(connection)


def version_of(connection: Connection, database: Database) -> str:
    """Return the version of the tables, EMPTY or BASE; RecordsError where they are another program's."""
    names = set(connection.exec_driver_sql(database.table_names).scalars())
    if not names & _OURS and not (names and database.own):
        return EMPTY
    if schema.alembic_version.name not in names:
        raise RecordsError(
            f"{database.place} holds tables of another program ({', '.join(sorted(names)[:5])}); "
            "name another place with --records"
        )
    return connection.execute(select(schema.alembic_version.c.version_num)).scalar() or BASE


def _change(connection: Connection, database: Database, migrations: Path, versions: tuple[str, ...]) -> None:
    if database.hold_schema:
        connection.exec_driver_sql(database.hold_schema)
    # Asked again behind the lock: another program may have been quicker.
    found = version_of(connection, database)
    if found == EMPTY:
        schema.make_tables(connection)
    elif found != versions[-1]:
        migrate(connection, migrations)


def migrate(connection: Connection, migrations: Path = MIGRATIONS, to: str = "head") -> None:
    """Run, in the connection's transaction, the migrations that the tables have not seen yet, up to a version."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def _copy(database: Database, path: Path, version: str) -> None:
    from simulator.records.sqlite import back_up

    # Never over an older copy: that one may be the last sound one.
    names = (f"{path.name}.before-migrating-{version}{suffix}" for suffix in ("", *(f".{n}" for n in range(2, 100))))
    copy = next((path.with_name(name) for name in names if not path.with_name(name).exists()), None)
    if copy is None:
        raise Unavailable(f"there is no free name for a copy of {path} before migrating; move old copies away")
    back_up(database.reading, copy)
