"""How the database itself keeps `evidence` up: each attempt gets its row, and owes it after every move."""

from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection

_ROW: Final = (
    "INSERT INTO evidence (rep, scenario, attempt, purpose, first_sight, rules) "
    "SELECT NEW.rep, NEW.scenario, NEW.place, NEW.purpose, CASE WHEN EXISTS "
    "(SELECT 1 FROM evidence WHERE rep = NEW.rep AND purpose IN ('practice', 'assessment') "
    "AND scenario = NEW.scenario) THEN 0 ELSE 1 END, 0"
)
_OWE: Final = "UPDATE evidence SET rules = 0 FROM added WHERE evidence.attempt = added.attempt AND rules <> 0"


def keep_up(connection: Connection) -> None:
    """Let the database keep the table up, once."""
    for statement in for_file() if connection.dialect.name == "sqlite" else _for_server():
        connection.exec_driver_sql(statement)
    if connection.dialect.name != "sqlite":
        bind(connection)


def bind(connection: Connection) -> None:
    """Let what acts by its owner's rights look nowhere but in the tables' schema; again is the same as once.

    Temporary tables come last and have to be named for it: else they come first, and whoever adds a move makes one
    called `evidence`, with a trigger of their own on it that then acts by the owner's rights.
    """
    schema = own_schema(connection)
    for name in ("attempts_evidence()", "moves_evidence()"):
        connection.exec_driver_sql(f"ALTER FUNCTION {name} SET search_path = {schema}, pg_temp")
        # Nor may anybody hang it on a table of their own.
        connection.exec_driver_sql(f"REVOKE ALL ON FUNCTION {name} FROM PUBLIC")


def own_schema(connection: Connection) -> str:
    """Return the schema of the tables as SQL names it."""
    name: str = connection.exec_driver_sql("SELECT pg_catalog.quote_ident(current_schema())").scalar_one()
    return name.replace("%", "%%")


def for_file() -> Iterator[str]:
    """Return the statements that do so in a SQLite file."""
    owe = "UPDATE evidence SET rules = 0 WHERE attempt = NEW.attempt AND rules <> 0"
    yield f"CREATE TRIGGER attempts_evidence AFTER INSERT ON attempts BEGIN {_ROW}; END"
    yield f"CREATE TRIGGER moves_evidence AFTER INSERT ON moves BEGIN {owe}; END"


def _for_server() -> Iterator[str]:
    # By its owner's rights: whoever adds a move on a team's server may not write here themselves.
    function = "RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS"
    each_move = "AFTER INSERT ON moves REFERENCING NEW TABLE AS added FOR EACH STATEMENT"
    yield f"CREATE FUNCTION attempts_evidence() {function} $$ BEGIN {_ROW}; RETURN NULL; END $$"
    yield "CREATE TRIGGER attempts_evidence AFTER INSERT ON attempts FOR EACH ROW EXECUTE FUNCTION attempts_evidence()"
    yield f"CREATE FUNCTION moves_evidence() {function} $$ BEGIN {_OWE}; RETURN NULL; END $$"
    yield f"CREATE TRIGGER moves_evidence {each_move} EXECUTE FUNCTION moves_evidence()"
