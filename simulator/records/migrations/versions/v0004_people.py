"""Names apart from everything else, and the record that somebody was erased."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_SERIAL = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Move names to a table of their own; for whoever is there already, what is typed for them is their id."""
    dialect = op.get_bind().dialect.name
    op.create_table(
        "people",
        sa.Column("rep", sa.Text, nullable=False),
        sa.Column("handle", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("rep", name="pk_people"),
        sa.ForeignKeyConstraint(["rep"], ["reps.id"], name="fk_people_rep"),
        sa.UniqueConstraint("handle", name="uq_people_handle"),
    )
    op.execute("INSERT INTO people (rep, handle, name) SELECT id, id, name FROM reps")
    op.execute("ALTER TABLE reps DROP COLUMN name")
    op.create_table(
        "erasures",
        sa.Column("place", _SERIAL, nullable=False),
        sa.Column("rep", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("place", name="pk_erasures"),
        sa.ForeignKeyConstraint(["rep"], ["reps.id"], name="fk_erasures_rep"),
        sa.UniqueConstraint("rep", name="uq_erasures_rep"),
        sqlite_autoincrement=True,
    )
    for statement in (*_refused("people", ("UPDATE",), dialect), *_refused("erasures", ("UPDATE", "DELETE"), dialect)):
        op.execute(statement)


def _refused(table: str, verbs: tuple[str, ...], dialect: str) -> tuple[str, ...]:
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
