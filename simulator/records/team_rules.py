"""Who may do what on a team's PostgreSQL server: the server itself holds it, whatever program somebody uses.

Each person has a login of their own. Reps see and add what is theirs, trainers and managers see their team's, trainers
review, both decide. Nobody but the owner of the tables may change or remove anything: no grant lets them.
"""

from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection

from simulator.domain.member import ROLES
from simulator.records import closing, triggers

GROUPS: Final = {role: f"simulator_{role}" for role in ROLES}
"""The server's role for each part: each login is in one of them."""

_MEMBERS: Final = """
CREATE TABLE IF NOT EXISTS members (
    login text PRIMARY KEY,
    role text NOT NULL CHECK (role IN ('rep', 'trainer', 'manager')),
    person text NOT NULL,
    team text NOT NULL DEFAULT '',
    rep text UNIQUE REFERENCES reps (id),
    CHECK ((rep IS NOT NULL) = (role = 'rep'))
)"""

# Definer's rights: what they look up is not bound by the policies that call them, or these would ask themselves.
_FUNCTIONS: Final = {
    "own_rep() RETURNS text": "SELECT rep FROM members WHERE login = session_user",
    "own_role() RETURNS text": "SELECT role FROM members WHERE login = session_user",
    "own_person() RETURNS text": "SELECT person FROM members WHERE login = session_user",
    "may_see(sought text) RETURNS boolean": """
        SELECT EXISTS (
            SELECT FROM members me WHERE me.login = session_user AND (
                me.rep = sought
                OR me.role IN ('trainer', 'manager') AND (
                    EXISTS (SELECT FROM erasures WHERE erasures.rep = sought)
                    OR EXISTS (SELECT FROM members other WHERE other.rep = sought AND me.team IN ('', other.team))
                )
            )
        )""",
    "rep_of_attempt(sought bigint) RETURNS text": (
        "SELECT rep FROM attempts WHERE attempts.place = sought AND may_see(rep)"
    ),
}

_SEES: Final = {
    "reps": "may_see(id)",
    "people": "may_see(rep)",
    "documents": "true",
    "attempts": "may_see(rep)",
    "moves": "rep_of_attempt(attempt) IS NOT NULL",
    "reviews": "rep_of_attempt(attempt) IS NOT NULL",
    "decisions": "may_see(rep)",
    "intentions": "may_see(rep)",
    "erasures": "true",
    "evidence": "may_see(rep)",
    "members": "login = session_user OR may_see(rep)",
}
"""For each table, the rows that a person sees."""

_ADDS: Final = {
    "documents": (
        ("rep",),
        "own_rep() IS NOT NULL AND digest = encode(sha256(convert_to(text, 'UTF8')), 'hex')",
    ),
    "attempts": (("rep",), "rep = own_rep()"),
    "moves": (("rep",), "rep_of_attempt(attempt) = own_rep()"),
    "intentions": (("rep",), "rep = own_rep()"),
    "reviews": (
        ("trainer",),
        "own_role() = 'trainer' AND reviewer = own_person() AND rep_of_attempt(attempt) IS NOT NULL",
    ),
    "decisions": (
        ("trainer", "manager"),
        "role = own_role() AND decider = own_person() AND may_see(rep)",
    ),
}
"""For each table, who may add, and what."""


def set_up(connection: Connection) -> None:
    """Make the members' table, the roles and all that binds them, as the tables' owner; again is the same once."""
    closing.close(connection)
    schema = triggers.own_schema(connection)
    triggers.bind(connection)
    for statement in (*_roles(), _MEMBERS, *_functions(schema), *_policies(), *_grants(schema)):
        connection.exec_driver_sql(statement)


def is_set_up(connection: Connection) -> bool:
    """Tell whether the list is there; another program's table of that name is not taken for it."""
    ours = "SELECT to_regclass('members') IS NOT NULL AND to_regprocedure('own_person()') IS NOT NULL"
    return bool(connection.exec_driver_sql(ours).scalar_one())


def _roles() -> Iterator[str]:
    for group in GROUPS.values():
        yield (
            f"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{group}') "
            f"THEN CREATE ROLE {group} NOLOGIN; END IF; END $$"
        )


def _functions(schema: str) -> Iterator[str]:
    for head, body in _FUNCTIONS.items():
        yield (
            f"CREATE OR REPLACE FUNCTION {head} LANGUAGE sql STABLE SECURITY DEFINER "
            f"SET search_path = {schema}, pg_temp AS $body$ {body} $body$"
        )


def _policies() -> Iterator[str]:
    for table, rows in _SEES.items():
        yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
        yield f"DROP POLICY IF EXISTS sees ON {table}"
        yield f"CREATE POLICY sees ON {table} FOR SELECT USING ({rows})"
    for table, (_, what) in _ADDS.items():
        yield f"DROP POLICY IF EXISTS adds ON {table}"
        yield f"CREATE POLICY adds ON {table} FOR INSERT WITH CHECK ({what})"
    # Only the owner writes what is derived: a row that nobody had to play would make somebody ready on every board.
    yield "DROP POLICY IF EXISTS works_out ON evidence"


def _grants(schema: str) -> Iterator[str]:
    groups = ", ".join(GROUPS.values())
    yield f"GRANT USAGE ON SCHEMA {schema} TO {groups}"
    yield f"REVOKE ALL ON {', '.join(_SEES)}, alembic_version FROM PUBLIC, {groups}"
    yield f"GRANT SELECT ON {', '.join(_SEES)}, alembic_version TO {groups}"
    for table, (roles, _) in _ADDS.items():
        yield f"GRANT INSERT ON {table} TO {', '.join(GROUPS[role] for role in roles)}"
    for table in ("attempts", "reviews", "decisions", "intentions"):
        yield f"GRANT USAGE ON SEQUENCE {table}_place_seq TO {groups}"
