"""The tables: what is stored, and what the database itself refuses.

Moments are UTC text of fixed width (`2026-11-24T14:10:00.000000Z`): the same text on both databases, in the
links and under a person's eyes; it sorts as time does, and no driver rounds or shifts it.
"""

from typing import Final

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    insert,
)

from simulator.records import triggers

VERSIONS: Final = ("0001", "0002", "0003", "0004", "0005", "0006")
"""Every version of the tables that this program knows how to read or bring up to date, oldest first."""

_SERIAL: Final = BigInteger().with_variant(Integer, "sqlite")

tables: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

reps: Final = Table(
    "reps",
    tables,
    Column("id", Text, primary_key=True),
    Column("joined", Text, nullable=False),
)

people: Final = Table(
    # Apart from all else: the one table from which rows can be removed, when somebody is erased.
    "people",
    tables,
    Column("rep", Text, ForeignKey("reps.id"), primary_key=True),
    Column("handle", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
)

documents: Final = Table(
    "documents",
    tables,
    Column("digest", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("text", Text, nullable=False),
)

attempts: Final = Table(
    "attempts",
    tables,
    Column("place", _SERIAL, primary_key=True),  # the order in which attempts were opened
    Column("id", Text, nullable=False, unique=True),
    Column("rep", Text, ForeignKey("reps.id"), nullable=False),
    Column("scenario", Text, nullable=False),
    Column("content", Text, ForeignKey("documents.digest"), nullable=False),
    Column("purpose", Text, nullable=False),
    Column("seed", BigInteger, nullable=False),
    Column("started", Text, nullable=False),
    # Unique: two attempts can never follow the same one, whoever races whom.
    Column("previous", Text, nullable=False, unique=True),
    Column("link", Text, nullable=False),
    CheckConstraint("purpose IN ('practice', 'assessment')", name="purpose"),
    Index(None, "rep", "place"),
    Index(None, "rep", "purpose", "place", "scenario"),  # a rep's few assessments, beside any amount of practice
    sqlite_autoincrement=True,
)

moves: Final = Table(
    "moves",
    tables,
    Column("attempt", BigInteger, ForeignKey("attempts.place"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("key", Text, nullable=False, unique=True),
    Column("at", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("turn", Text, nullable=False),
    Column("choice", Text),
    Column("link", Text, nullable=False),
    CheckConstraint("number >= 1", name="number"),
    CheckConstraint("kind IN ('chose', 'rewound', 'hinted')", name="kind"),
    CheckConstraint("(choice IS NOT NULL) = (kind = 'chose')", name="choice"),
    sqlite_with_rowid=False,  # an attempt's moves lie side by side, in order
)

reviews: Final = Table(
    "reviews",
    tables,
    Column("place", _SERIAL, primary_key=True),  # the order in which reviews were added
    Column("attempt", BigInteger, ForeignKey("attempts.place"), nullable=False, index=True),
    Column("reviewer", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("link", Text, nullable=False),
    sqlite_autoincrement=True,
)

decisions: Final = Table(
    "decisions",
    tables,
    Column("place", _SERIAL, primary_key=True),  # the order in which decisions were added
    Column("rep", Text, ForeignKey("reps.id"), nullable=False, index=True),
    Column("decided", Text, nullable=False),
    Column("decider", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("until", Text),
    Column("link", Text, nullable=False),
    CheckConstraint("decided IN ('ready', 'not-yet')", name="decided"),
    CheckConstraint("role IN ('manager', 'trainer')", name="role"),
    sqlite_autoincrement=True,
)

intentions: Final = Table(
    "intentions",
    tables,
    Column("place", _SERIAL, primary_key=True),  # the order in which intentions were added
    Column("rep", Text, ForeignKey("reps.id"), nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("skill", Text),
    Column("due", Text),
    Column("up_to", Text, ForeignKey("attempts.id")),
    Column("at", Text, nullable=False),
    Column("link", Text, nullable=False),
    CheckConstraint("kind IN ('goal', 'goal-dropped', 'fresh-start')", name="kind"),
    CheckConstraint("(due IS NOT NULL) = (kind = 'goal')", name="due"),
    CheckConstraint("(up_to IS NOT NULL) = (kind = 'fresh-start')", name="up_to"),
    sqlite_autoincrement=True,
)

erasures: Final = Table(
    "erasures",
    tables,
    Column("place", _SERIAL, primary_key=True),  # the order in which people were erased
    Column("rep", Text, ForeignKey("reps.id"), nullable=False, unique=True),
    Column("at", Text, nullable=False),
    sqlite_autoincrement=True,
)

evidence: Final = Table(
    # Derived: worked out from moves, and thrown away whenever it suits. It lies by rep, so that a team is read through.
    "evidence",
    tables,
    Column("rep", Text, ForeignKey("reps.id"), primary_key=True),
    Column("purpose", Text, primary_key=True),
    Column("scenario", Text, primary_key=True),
    Column("attempt", BigInteger, ForeignKey("attempts.place"), primary_key=True, autoincrement=False),
    Column("first_sight", Integer, nullable=False),
    Column("rules", Integer, nullable=False),  # by which the rest was worked out; 0 while that is owed
    Column("last", Text),
    Column("ending", Text),
    Column("skills", Text),
    Column("critical", Text),
    UniqueConstraint("attempt"),
    sqlite_with_rowid=False,
)

CAN_BE_ERASED: Final = frozenset({"people"})
"""Tables from which rows can be removed; none can be changed in any."""

alembic_version: Final = Table(
    # Alembic's own table, so that a schema made here and one that it migrated are the same.
    "alembic_version",
    MetaData(naming_convention={"pk": "%(table_name)s_pkc"}),
    Column("version_num", String(32), primary_key=True),
)


def append_only(table: str, dialect: str) -> tuple[str, ...]:
    """Return the statements that make a database refuse to change or, but for people, to remove the table's rows."""
    verbs = ("UPDATE",) if table in CAN_BE_ERASED else ("UPDATE", "DELETE")
    if dialect == "sqlite":
        return tuple(
            f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            for verb in verbs
        )
    function = f"{table}_append_only()"
    refuse = f"BEGIN RAISE EXCEPTION '{table} is append-only'; END"
    before = f"BEFORE {' OR '.join((*verbs, 'TRUNCATE'))} ON {table} FOR EACH STATEMENT"
    return (
        f"CREATE FUNCTION {function} RETURNS trigger LANGUAGE plpgsql AS $$ {refuse} $$",
        f"CREATE TRIGGER {table}_append_only {before} EXECUTE FUNCTION {function}",
    )


def make_tables(connection: Connection) -> None:
    """Make all tables at once and mark them as the newest version: the same as migrating from the first."""
    tables.create_all(connection)
    dialect = connection.dialect.name
    recorded = (table.name for table in tables.sorted_tables if table is not evidence)
    for statement in (each for name in recorded for each in append_only(name, dialect)):
        connection.exec_driver_sql(statement)
    triggers.keep_up(connection)
    alembic_version.create(connection)
    connection.execute(insert(alembic_version), {"version_num": VERSIONS[-1]})
