"""Closing a PostgreSQL database to everybody who is not on the list, as far as its own defaults leave it open.

Whoever may make things in the schema of the tables can make a function or an operator that the server takes for one of
its own, because it fits better; then it acts by the rights of whoever asks next, and that may be the owner.
"""

from typing import Final

from sqlalchemy import Connection

from simulator.records.protocol import RecordsError

_OPEN: Final = """
SELECT has_schema_privilege('public', current_schema()::text, 'CREATE'), (
    SELECT has_database_privilege('public', current_database()::text, 'TEMPORARY') AND pg_has_role(datdba, 'USAGE')
    FROM pg_database WHERE datname = current_database()
), quote_ident(current_schema()), quote_ident(current_database()), quote_ident(current_user), (
    SELECT pg_has_role(nspowner, 'USAGE') FROM pg_namespace WHERE nspname = current_schema()
)"""

_TABLES_ARE_OF: Final = """
SELECT quote_ident(rolname) FROM pg_class JOIN pg_roles ON pg_roles.oid = relowner
WHERE pg_class.oid = to_regclass('reps')"""

_STRANGERS: Final = """
SELECT made.name, rolname FROM (
    SELECT proname, proowner FROM pg_proc WHERE pronamespace = current_schema()::text::regnamespace
    UNION ALL SELECT oprname, oprowner FROM pg_operator WHERE oprnamespace = current_schema()::text::regnamespace
) AS made (name, owner) JOIN pg_roles ON pg_roles.oid = owner
WHERE NOT rolsuper AND rolname <> current_user AND owner NOT IN (
    SELECT nspowner FROM pg_namespace WHERE nspname = current_schema()
    UNION ALL SELECT relowner FROM pg_class WHERE oid = to_regclass('reps')
) ORDER BY 1 LIMIT 1"""


def close(connection: Connection) -> None:
    """Let nobody but the owner make anything here; RecordsError where this login may not see to that."""
    creates, temporary, schema, database, login, owns = connection.exec_driver_sql(_OPEN).one()
    if temporary:
        connection.exec_driver_sql(f"REVOKE TEMPORARY ON DATABASE {_quoted(database)} FROM PUBLIC")
    if creates and owns:
        connection.exec_driver_sql(f"REVOKE CREATE ON SCHEMA {_quoted(schema)} FROM PUBLIC")
        if (keeper := connection.exec_driver_sql(_TABLES_ARE_OF).scalar()) is not None:
            # They may have made the tables by that right alone.
            connection.exec_driver_sql(f"GRANT CREATE ON SCHEMA {_quoted(schema)} TO {_quoted(keeper)}")
        creates = connection.exec_driver_sql(_OPEN).one()[0]
    if creates:
        raise RecordsError(
            f"every login of that server may make functions in the schema {schema}, and could so act by your rights; "
            f"the login {login} may not end that. Nothing was changed. Whoever looks after the server allows it with: "
            f"ALTER SCHEMA {schema} OWNER TO {login}"
        )
    stranger = connection.exec_driver_sql(_STRANGERS).one_or_none()
    if stranger is not None:
        raise RecordsError(
            f"the schema {schema} holds a function or operator {stranger[0]} made by the login {stranger[1]}, which "
            "could act by your rights. Nothing was changed. Take it away, or use a database of your own"
        )


def _quoted(name: str) -> str:
    return name.replace("%", "%%")
