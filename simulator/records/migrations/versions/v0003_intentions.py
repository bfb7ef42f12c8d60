"""What reps set out to do: goals with a day, and fresh starts."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_SERIAL = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the table and let the database refuse changes to what it holds."""
    op.create_table(
        "intentions",
        sa.Column("place", _SERIAL, nullable=False),
        sa.Column("rep", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("skill", sa.Text),
        sa.Column("due", sa.Text),
        sa.Column("up_to", sa.Text),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("link", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("place", name="pk_intentions"),
        sa.ForeignKeyConstraint(["rep"], ["reps.id"], name="fk_intentions_rep"),
        sa.ForeignKeyConstraint(["up_to"], ["attempts.id"], name="fk_intentions_up_to"),
        sa.CheckConstraint("kind IN ('goal', 'goal-dropped', 'fresh-start')", name="ck_intentions_kind"),
        sa.CheckConstraint("(due IS NOT NULL) = (kind = 'goal')", name="ck_intentions_due"),
        sa.CheckConstraint("(up_to IS NOT NULL) = (kind = 'fresh-start')", name="ck_intentions_up_to"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_intentions_rep", "intentions", ["rep"])
    for statement in _append_only("intentions", op.get_bind().dialect.name):
        op.execute(statement)


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
