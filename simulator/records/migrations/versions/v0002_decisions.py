"""What people decide about reps, beside the computed verdict: append-only as all else."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_SERIAL = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the table and let the database refuse changes to what it holds."""
    op.create_table(
        "decisions",
        sa.Column("place", _SERIAL, nullable=False),
        sa.Column("rep", sa.Text, nullable=False),
        sa.Column("decided", sa.Text, nullable=False),
        sa.Column("decider", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("until", sa.Text),
        sa.Column("link", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("place", name="pk_decisions"),
        sa.ForeignKeyConstraint(["rep"], ["reps.id"], name="fk_decisions_rep"),
        sa.CheckConstraint("decided IN ('ready', 'not-yet')", name="ck_decisions_decided"),
        sa.CheckConstraint("role IN ('manager', 'trainer')", name="ck_decisions_role"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_decisions_rep", "decisions", ["rep"])
    for statement in _append_only("decisions", op.get_bind().dialect.name):
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
