"""Somebody leaves a team's server: what they can do ends first, and only then their login is dropped.

Dropping can fail: whoever has a login can make something that stands in the way, in another database too. So each step
is a transaction of its own, and what cannot be done is said.
"""

from collections.abc import Sequence
from typing import Final

from psycopg import sql
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from simulator.domain.ids import RepId
from simulator.records.locks import wait_for_no_lock_for_ever
from simulator.records.team_rules import GROUPS, is_set_up

_GROUPS: Final = sql.SQL(", ").join(map(sql.Identifier, GROUPS.values()))
_OF: Final = sql.SQL("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = {literal}")
_STEPS: Final = (
    # Whoever is no superuser ends only connections, and drops only what belongs to logins, that they are members of.
    (sql.SQL("GRANT {name} TO CURRENT_USER"),),
    # They could hold back what follows.
    (_OF,),
    (sql.SQL("REVOKE {groups} FROM {name}"),),
    (sql.SQL("ALTER ROLE {name} NOLOGIN"),),
    (_OF,),
    (sql.SQL("DROP OWNED BY {name}"), sql.SQL("DROP ROLE {name}")),
)


def strike_off(connection: Connection, rep: RepId) -> tuple[str, ...]:
    """Take a rep off the list, where there is one and they are on it; return the logins to shut out afterwards."""
    if not is_set_up(connection):
        return ()
    found = connection.exec_driver_sql("DELETE FROM members WHERE rep = %s RETURNING login", (rep,))
    return tuple(found.scalars())


def shut_out(engine: Engine, logins: Sequence[str]) -> tuple[str, ...]:
    """Shut out whoever has been struck off; say of each login that could not be dropped what stands in the way."""
    return tuple(left for login in logins if (left := _shut_out(engine, login)))


def _shut_out(engine: Engine, login: str) -> str:
    why = ""
    for step in _STEPS:
        try:
            with engine.begin() as connection:
                if _signs_in(connection, login) is None:
                    return ""
                wait_for_no_lock_for_ever(connection)
                for statement in step:
                    execute(
                        connection,
                        statement.format(name=sql.Identifier(login), literal=sql.Literal(login), groups=_GROUPS),
                    )
        except SQLAlchemyError as problem:
            why = _words(problem)
    return _left(engine, login, why)


def _left(engine: Engine, login: str, why: str) -> str:
    with engine.begin() as connection:
        signs_in = _signs_in(connection, login)
    if signs_in is None:
        return ""
    can = "can still sign in, but sees and adds nothing" if signs_in else "can no longer sign in"
    return (
        f"The login {login} {can}; it could not be dropped ({why}). Whoever looks after the server takes away what "
        f'stands in the way, and then types: DROP ROLE "{login}"'
    )


def _signs_in(connection: Connection, login: str) -> bool | None:
    """Tell whether a login can sign in; None where there is none of that name."""
    query = "SELECT rolcanlogin FROM pg_roles WHERE rolname = %s"
    found: bool | None = connection.exec_driver_sql(query, (login,)).scalar()
    return found


def _words(problem: SQLAlchemyError) -> str:
    """Return the server's own words, with what it says of the objects that are in the way."""
    said = getattr(problem.orig if isinstance(problem, DBAPIError) else None, "diag", None)
    told = (getattr(said, part, None) for part in ("message_primary", "message_detail"))
    return "; ".join(" ".join(each.split()) for each in told if each)[:300] or "the connection broke off"


def execute(connection: Connection, statement: sql.Composed) -> None:
    """Run a statement that names somebody's login."""
    driver = connection.connection.driver_connection
    connection.exec_driver_sql(statement.as_string(driver).replace("%", "%%"))
