"""What the databases themselves refuse, and that fresh tables equal migrated ones."""

import sqlite3
from pathlib import Path

import psycopg
import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from records.conftest import NewPlace
from records.examples import NOON, attempt, ready, rep, said

from simulator.domain.attempt import Review
from simulator.domain.decision import Decided, Decision, Role
from simulator.domain.ids import AttemptId, RepId
from simulator.domain.intention import FreshStart
from simulator.records.open import open_records
from simulator.records.postgresql import postgresql_database
from simulator.records.schema import VERSIONS, tables
from simulator.records.sqlite import sqlite_database
from simulator.records.versions import MIGRATIONS, migrate

COLUMNS = """
    SELECT table_name, column_name, row_number() OVER (PARTITION BY table_name ORDER BY ordinal_position),
           data_type, is_nullable, column_default,
           character_maximum_length
    FROM information_schema.columns WHERE table_schema = current_schema() ORDER BY 1, 3
"""
CONSTRAINTS = """
    SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
    WHERE connamespace = current_schema()::regnamespace ORDER BY 1, 2
"""
INDEXES = """
    SELECT indexname, regexp_replace(indexdef, 'test_\\w+\\.', '')
    FROM pg_indexes WHERE schemaname = current_schema() ORDER BY 1
"""
TRIGGERS = """
    SELECT tgname, regexp_replace(pg_get_triggerdef(t.oid), 'test_\\w+\\.', '', 'g'), p.prosrc
    FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid JOIN pg_proc p ON p.oid = tgfoid
    WHERE c.relnamespace = current_schema()::regnamespace AND NOT tgisinternal ORDER BY 1
"""


def filled(place: str) -> None:
    records = ready(open_records(place))
    records.begin(attempt(moves=(said(1),)))
    records.add_review(Review(attempt=AttemptId("one"), reviewer="Kim", reason="seen", at=NOON))
    records.add_decision(
        Decision(rep=RepId("sam"), decided=Decided.READY, by="Kim", role=Role.TRAINER, reason="seen", at=NOON)
    )
    records.add_intention(FreshStart(rep=RepId("sam"), up_to=AttemptId("one"), at=NOON))
    records.add_rep(rep("Lee"))
    records.erase(RepId("lee"), RepId("gone"), NOON)
    records.close()


def sqlite_schema(path: Path) -> list[tuple[str, ...]]:
    with sqlite3.connect(path) as connection:
        rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY 1, 2").fetchall()
        columns = [
            (table, *column)
            for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")
            for column in connection.execute(f"PRAGMA table_xinfo({table})")
        ]
    connection.close()
    # Whether a constraint stands before or after its sisters says nothing: compare its lines as a set.
    said_so = [
        (kind, name, table, *sorted(line.strip(" ,)") for line in (sql or "").split("\n")))
        for kind, name, table, sql in rows
    ]
    return said_so + columns


def test_the_newest_version_is_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    revisions = list(ScriptDirectory.from_config(config).walk_revisions())
    assert tuple(revision.revision for revision in reversed(revisions)) == VERSIONS


def test_fresh_tables_in_sqlite_are_what_all_migrations_make(tmp_path: Path) -> None:
    open_records(str(tmp_path / "fresh.db")).close()
    with sqlite_database(tmp_path / "migrated.db").writing.begin() as connection:
        migrate(connection)
    fresh, migrated = sqlite_schema(tmp_path / "fresh.db"), sqlite_schema(tmp_path / "migrated.db")
    assert fresh == migrated
    assert {row[1] for row in fresh} >= set(tables.tables)


def test_fresh_tables_in_postgresql_are_what_all_migrations_make(new_place: NewPlace) -> None:
    fresh, migrated = new_place("postgresql"), new_place("postgresql")
    open_records(fresh).close()
    database = postgresql_database(migrated)
    with database.writing.begin() as connection:
        migrate(connection)
    database.writing.dispose()
    for query in (COLUMNS, CONSTRAINTS, INDEXES, TRIGGERS):
        with psycopg.connect(fresh) as one, psycopg.connect(migrated) as other:
            rows = one.execute(query.encode()).fetchall()
            assert rows == other.execute(query.encode()).fetchall()
            assert len(rows) >= len(tables.tables)


CHANGES = [
    statement.format(table=table, column=column)
    for table, column in [
        ("reps", "joined"),
        ("erasures", "at"),
        ("documents", "text"),
        ("attempts", "started"),
        ("moves", "turn"),
        ("reviews", "reason"),
        ("decisions", "reason"),
        ("intentions", "skill"),
    ]
    for statement in ("UPDATE {table} SET {column} = 'x'", "DELETE FROM {table}")
]


@pytest.mark.parametrize(
    "change", [*CHANGES, "INSERT OR REPLACE INTO reps VALUES ('sam', 'x')", "UPDATE people SET name = 'x'"]
)
def test_sqlite_refuses_to_change_or_remove_a_row(tmp_path: Path, change: str) -> None:
    filled(str(tmp_path / "records.db"))
    with (
        pytest.raises(Exception, match="append-only"),
        sqlite_database(tmp_path / "records.db").writing.begin() as connection,
    ):
        connection.exec_driver_sql(change)


@pytest.mark.parametrize("change", [*CHANGES, f"TRUNCATE {', '.join(tables.tables)}"])
def test_postgresql_refuses_to_change_or_remove_a_row(new_place: NewPlace, change: str) -> None:
    place = new_place("postgresql")
    filled(place)
    with pytest.raises(psycopg.Error, match="append-only"), psycopg.connect(place) as connection:
        connection.execute(change.encode())


def test_sqlite_takes_the_durable_settings_on_every_connection(tmp_path: Path) -> None:
    database = sqlite_database(tmp_path / "records.db")
    for engine in (database.reading, database.writing):
        with engine.connect() as connection:
            found = {
                name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
                for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
            }
        assert found == {"journal_mode": "delete", "synchronous": 3, "foreign_keys": 1, "busy_timeout": 30_000}


def test_a_writer_to_sqlite_holds_its_lock_from_the_first_word(tmp_path: Path) -> None:
    open_records(str(tmp_path / "records.db")).close()
    with sqlite_database(tmp_path / "records.db").writing.begin():
        other = sqlite3.connect(tmp_path / "records.db", timeout=0)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.close()
