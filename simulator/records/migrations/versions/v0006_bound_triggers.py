"""What keeps `evidence` up by its owner's rights looks for it in its own schema, not among temporary tables."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bind the functions of the triggers to the schema; a file has none."""
    connection = op.get_bind()
    if connection.dialect.name != "postgresql":
        return
    name: str = connection.exec_driver_sql("SELECT pg_catalog.quote_ident(current_schema())").scalar_one()
    schema = name.replace("%", "%%")
    for function in ("attempts_evidence()", "moves_evidence()"):
        connection.exec_driver_sql(f"ALTER FUNCTION {function} SET search_path = {schema}, pg_temp")
        connection.exec_driver_sql(f"REVOKE ALL ON FUNCTION {function} FROM PUBLIC")
