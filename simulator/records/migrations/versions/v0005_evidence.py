"""What moves show, in numbers: a derived table, owed for everything that is there already."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table with a row for each attempt, and let the database keep it up."""
    op.create_table(
        "evidence",
        sa.Column("rep", sa.Text, nullable=False),
        sa.Column("purpose", sa.Text, nullable=False),
        sa.Column("scenario", sa.Text, nullable=False),
        sa.Column("attempt", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("first_sight", sa.Integer, nullable=False),
        sa.Column("rules", sa.Integer, nullable=False),
        sa.Column("last", sa.Text),
        sa.Column("ending", sa.Text),
        sa.Column("skills", sa.Text),
        sa.Column("critical", sa.Text),
        sa.PrimaryKeyConstraint("rep", "purpose", "scenario", "attempt", name="pk_evidence"),
        sa.ForeignKeyConstraint(["rep"], ["reps.id"], name="fk_evidence_rep"),
        sa.ForeignKeyConstraint(["attempt"], ["attempts.place"], name="fk_evidence_attempt"),
        sa.UniqueConstraint("attempt", name="uq_evidence_attempt"),
        sqlite_with_rowid=False,
    )
    columns = ["rep", "purpose", "place", "scenario"]
    op.create_index("ix_attempts_rep_purpose_place_scenario", "attempts", columns)
    op.execute(
        "INSERT INTO evidence (rep, scenario, attempt, purpose, first_sight, rules) "
        "SELECT rep, scenario, place, purpose, "
        "CASE WHEN place = min(place) OVER (PARTITION BY rep, scenario) THEN 1 ELSE 0 END, 0 FROM attempts"
    )
    for statement in _kept_up(op.get_bind().dialect.name):
        op.execute(statement)


def _kept_up(dialect: str) -> tuple[str, ...]:
    row = (
        "INSERT INTO evidence (rep, scenario, attempt, purpose, first_sight, rules) "
        "SELECT NEW.rep, NEW.scenario, NEW.place, NEW.purpose, CASE WHEN EXISTS "
        "(SELECT 1 FROM evidence WHERE rep = NEW.rep AND purpose IN ('practice', 'assessment') "
        "AND scenario = NEW.scenario) THEN 0 ELSE 1 END, 0"
    )
    if dialect == "sqlite":
        owe = "UPDATE evidence SET rules = 0 WHERE attempt = NEW.attempt AND rules <> 0"
        return (
            f"CREATE TRIGGER attempts_evidence AFTER INSERT ON attempts BEGIN {row}; END",
            f"CREATE TRIGGER moves_evidence AFTER INSERT ON moves BEGIN {owe}; END",
        )
    owe = "UPDATE evidence SET rules = 0 FROM added WHERE evidence.attempt = added.attempt AND rules <> 0"
    # By its owner's rights: whoever adds a move on a team's server may not write here themselves.
    function = "RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS"
    each_move = "AFTER INSERT ON moves REFERENCING NEW TABLE AS added FOR EACH STATEMENT"
    return (
        f"CREATE FUNCTION attempts_evidence() {function} $$ BEGIN {row}; RETURN NULL; END $$",
        "CREATE TRIGGER attempts_evidence AFTER INSERT ON attempts FOR EACH ROW EXECUTE FUNCTION attempts_evidence()",
        f"CREATE FUNCTION moves_evidence() {function} $$ BEGIN {owe}; RETURN NULL; END $$",
        f"CREATE TRIGGER moves_evidence {each_move} EXECUTE FUNCTION moves_evidence()",
    )
