"""The first tables: reps, documents, attempts, moves and reviews, all append-only."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_SERIAL = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the tables and let the database refuse changes to what they hold."""
    _people_and_texts()
    _attempts()
    _moves()
    _reviews()
    dialect = op.get_bind().dialect.name
    for table in ("attempts", "documents", "moves", "reps", "reviews"):
        for statement in _append_only(table, dialect):
            op.execute(statement)


def _people_and_texts() -> None:
    op.create_table(
        "reps",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("joined", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reps"),
    )
    op.create_table(
        "documents",
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_documents"),
    )


def _attempts() -> None:
    op.create_table(
        "attempts",
        sa.Column("place", _SERIAL, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("rep", sa.Text, nullable=False),
        sa.Column("scenario", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("purpose", sa.Text, nullable=False),
        sa.Column("seed", sa.BigInteger, nullable=False),
        sa.Column("started", sa.Text, nullable=False),
        sa.Column("previous", sa.Text, nullable=False),
        sa.Column("link", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("place", name="pk_attempts"),
        sa.UniqueConstraint("id", name="uq_attempts_id"),
        sa.UniqueConstraint("previous", name="uq_attempts_previous"),
        sa.ForeignKeyConstraint(["rep"], ["reps.id"], name="fk_attempts_rep"),
        sa.ForeignKeyConstraint(["content"], ["documents.digest"], name="fk_attempts_content"),
        sa.CheckConstraint("purpose IN ('practice', 'assessment')", name="ck_attempts_purpose"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_attempts_rep_place", "attempts", ["rep", "place"])


def _moves() -> None:
    op.create_table(
        "moves",
        sa.Column("attempt", sa.BigInteger, nullable=False),
        sa.Column("number", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("turn", sa.Text, nullable=False),
        sa.Column("choice", sa.Text),
        sa.Column("link", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("attempt", "number", name="pk_moves"),
        sa.UniqueConstraint("key", name="uq_moves_key"),
        sa.ForeignKeyConstraint(["attempt"], ["attempts.place"], name="fk_moves_attempt"),
        sa.CheckConstraint("number >= 1", name="ck_moves_number"),
        sa.CheckConstraint("kind IN ('chose', 'rewound', 'hinted')", name="ck_moves_kind"),
        sa.CheckConstraint("(choice IS NOT NULL) = (kind = 'chose')", name="ck_moves_choice"),
        sqlite_with_rowid=False,
    )


def _reviews() -> None:
    op.create_table(
        "reviews",
        sa.Column("place", _SERIAL, nullable=False),
        sa.Column("attempt", sa.BigInteger, nullable=False),
        sa.Column("reviewer", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("link", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("place", name="pk_reviews"),
        sa.ForeignKeyConstraint(["attempt"], ["attempts.place"], name="fk_reviews_attempt"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_reviews_attempt", "reviews", ["attempt"])


def _append_only(table: str, dialect: str) -> tuple[str, ...]:
    if dialect == "sqlite":
        return tuple(
            f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            for verb in ("UPDATE", "DELETE")
        )
    function = f"{table}_append_only()"
    refuse = f"BEGIN RAISE EXCEPTION '{table} is append-only'; END"
    before = f"BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} FOR EACH STATEMENT"
    return (
        f"CREATE FUNCTION {function} RETURNS trigger LANGUAGE plpgsql AS $$ {refuse} $$",
        f"CREATE TRIGGER {table}_append_only {before} EXECUTE FUNCTION {function}",
    )
