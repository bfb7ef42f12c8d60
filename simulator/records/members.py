"""The list of a team's PostgreSQL server: who is on it, with which login, and putting people on it and off it.

What each of them may do stands in `team_rules.py`.
"""

from typing import Final

from psycopg import sql
from sqlalchemy import Connection

from simulator.domain.attempt import Rep
from simulator.domain.member import Access, Member
from simulator.domain.near import did_you_mean
from simulator.records import adding
from simulator.records.leaving import execute
from simulator.records.protocol import RecordsError
from simulator.records.team_rules import GROUPS, is_set_up
from simulator.records.triggers import own_schema

_PEOPLE: Final = "SELECT login, role, person, team, rep FROM members"

_MAY: Final = """
SELECT rolname, rolsuper OR rolcreaterole, (
    SELECT min(tableowner) FROM pg_tables WHERE schemaname = current_schema() AND tablename IN ('reps', 'members')
    AND NOT pg_has_role(tableowner, 'USAGE')
), EXISTS (
    SELECT FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'reps'
) OR has_schema_privilege(current_schema(), 'CREATE'), (
    SELECT min(other.rolname) FROM pg_roles other WHERE other.rolname = ANY (%s) AND NOT pg_roles.rolsuper
    AND current_setting('server_version_num')::int >= 160000 AND NOT pg_has_role(other.oid, 'MEMBER WITH ADMIN OPTION')
)
FROM pg_roles WHERE rolname = current_user"""

_READS: Final = """
SELECT session_user, has_table_privilege(oid, 'SELECT'), pg_has_role(relowner, 'USAGE')
FROM pg_class WHERE oid = to_regclass('members')"""

_OWNER: Final = """
SELECT owner.rolname FROM pg_class JOIN pg_roles owner ON owner.oid = relowner
WHERE pg_class.oid = to_regclass('reps') AND owner.rolcreaterole AND NOT owner.rolsuper
AND (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)"""


def access(connection: Connection) -> Access:
    """Tell whether the server has been set up for a team, and whose login this is."""
    if not is_set_up(connection):
        return Access()
    login, reads, owns = connection.exec_driver_sql(_READS).one()
    row = (
        connection.exec_driver_sql(f"{_PEOPLE} WHERE login = session_user").mappings().one_or_none() if reads else None
    )
    if row is None and not owns:
        raise RecordsError(
            f"the login {login} is not on the list of this server's team; ask its owner, who puts people on it with "
            "`simulator team add`"
        )
    return Access(guarded=True, member=Member(**row) if row else None)


def refuse_unless_owner(connection: Connection) -> None:
    """Refuse a login that may not set a team up or keep its list, before anything is changed."""
    login, makes_logins, owner, makes_tables, others = connection.exec_driver_sql(_MAY, (list(GROUPS.values()),)).one()
    if owner is not None:
        raise RecordsError(
            f"the login {login} does not own these records: only who does sets a team up and keeps its list; sign in "
            f"as {owner}"
        )
    if not makes_logins:
        raise RecordsError(
            f"the login {login} may not make logins, which a team needs. Nothing was changed. Whoever looks after the "
            f'server allows it with: ALTER ROLE "{login}" CREATEROLE'
        )
    if not makes_tables:
        raise RecordsError(
            f"the login {login} may not make tables in that database. Nothing was changed. Whoever looks after the "
            f'server allows it with: ALTER DATABASE … OWNER TO "{login}"'
        )
    if others is not None:
        raise RecordsError(
            f"somebody else has set up a team on this server already, and the login {login} may not put people into "
            "their groups. Nothing was changed. Whoever looks after the server allows it with: GRANT "
            f'{", ".join(GROUPS.values())} TO "{login}" WITH ADMIN OPTION'
        )


def act_as_owner(connection: Connection) -> None:
    """Let a superuser make logins in the owner's stead, to the end of the transaction.

    Who makes a login can take it away; since PostgreSQL 16 nobody else can, and that would leave the owner out.
    """
    owner = connection.exec_driver_sql(_OWNER).scalar()
    if owner is None:
        return
    connection.exec_driver_sql(f"SET LOCAL search_path = {own_schema(connection)}")
    name = sql.Identifier(owner)
    for group in GROUPS.values():
        if has_login(connection, group):
            execute(connection, sql.SQL("GRANT {} TO {} WITH ADMIN OPTION").format(sql.Identifier(group), name))
    execute(connection, sql.SQL("SET LOCAL ROLE {}").format(name))


def everybody(connection: Connection) -> tuple[Member, ...]:
    """Return who is on the list, by name; whoever does not own the server sees only those whom they look after."""
    _refuse_unless_set_up(connection)
    found = (Member(**row) for row in connection.exec_driver_sql(_PEOPLE).mappings())
    return tuple(sorted(found, key=lambda member: (member.person.casefold(), member.login)))


def add(connection: Connection, member: Member, password: str | None, rep: Rep | None = None) -> None:
    """Put a person on the list with a new login, and record `rep` where they are one and not known yet."""
    _refuse_unless_set_up(connection)
    for login, person in connection.exec_driver_sql(
        "SELECT login, person FROM members WHERE login = %s OR rep = %s", (member.login, member.rep)
    ):
        raise RecordsError(
            f"the login {login} is on the list already, for {person}: choose another"
            if login == member.login
            else f"{person} is on the list already, with the login {login}"
        )
    for login, role, person, team in connection.exec_driver_sql("SELECT login, role, person, team FROM members").all():
        if member.rep is None and role != "rep" and person.casefold() == member.person.casefold():
            raise RecordsError(
                f"{person} is on the list already as {role}, with the login {login}: reviews and decisions are signed "
                'by name, so choose another, such as "Helen Marsh (south)"'
            )
        if member.team != team and member.team.casefold() == team.casefold():
            raise RecordsError(f'there is a team called "{team}" already: write it like that')
    if has_login(connection, member.login):
        raise RecordsError(f"the server has a login {member.login} for something else already: choose another")
    if rep is not None:
        adding.add_rep(connection, rep)
    name = sql.Identifier(member.login)
    execute(connection, sql.SQL("CREATE ROLE {} LOGIN").format(name))
    if password:
        execute(connection, sql.SQL("ALTER ROLE {} PASSWORD {}").format(name, _sealed(connection, member, password)))
    execute(connection, sql.SQL("GRANT {} TO {}").format(sql.Identifier(GROUPS[member.role]), name))
    connection.exec_driver_sql(
        "INSERT INTO members (login, role, person, team, rep) VALUES (%s, %s, %s, %s, %s)",
        (member.login, member.role, member.person, member.team, member.rep),
    )


def remove(connection: Connection, login: str) -> Member:
    """Take somebody off the list; return who it was. What they recorded stays, and so does their login as yet."""
    listed = {member.login: member for member in everybody(connection)}
    if login not in listed:
        hint = did_you_mean(login, sorted(listed)) or "`simulator team list` says who is"
        raise RecordsError(f"no login {login} is on the list: {hint}")
    connection.exec_driver_sql("DELETE FROM members WHERE login = %s", (login,))
    return listed[login]


def _refuse_unless_set_up(connection: Connection) -> None:
    if not is_set_up(connection):
        raise RecordsError("this server has not been set up for a team: run `simulator team setup` first")


def has_login(connection: Connection, login: str) -> bool:
    """Tell whether the server has a login or group of that name."""
    return connection.exec_driver_sql("SELECT 1 FROM pg_roles WHERE rolname = %s", (login,)).scalar() is not None


def _sealed(connection: Connection, member: Member, password: str) -> sql.Literal:
    """Return the password as the server keeps it: in plain letters it could end up in the server's log."""
    driver = connection.connection.driver_connection
    assert driver is not None
    way = connection.exec_driver_sql("SELECT current_setting('password_encryption')").scalar_one()
    sealed: bytes = driver.pgconn.encrypt_password(password.encode(), member.login.encode(), way.encode())
    return sql.Literal(sealed.decode())
