"""What the owner of a team's PostgreSQL server does with it: set it up, and keep the list of its people."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from simulator.domain.attempt import Rep
from simulator.domain.member import Member
from simulator.records import closing, members, team_rules
from simulator.records.postgresql import postgresql_database

T = TypeVar("T")


def may_set_up(address: str) -> None:
    """Refuse, before there is even a table, a login or a place that is not fit for a team; RecordsError says why."""
    _as_owner(address, closing.close)


def set_up(address: str) -> None:
    """Let the server hold who sees and adds what; the tables must be there. RecordsError where that may not be done."""
    _as_owner(address, team_rules.set_up)


def add(address: str, member: Member, password: str | None, rep: Rep | None = None) -> None:
    """Give a person a login, and record `rep` where they are new; all of it, or RecordsError and nothing."""
    _as_owner(address, lambda connection: members.add(connection, member, password, rep))


def remove(address: str, login: str) -> Member:
    """Take somebody off the list, with their login; return who it was. RecordsError where nobody has that login."""
    return _as_owner(address, lambda connection: members.remove(connection, login))


def everybody(address: str) -> tuple[Member, ...]:
    """Return who is on the list, by name; RecordsError where the server has none."""
    return _at(address, members.everybody)


def _as_owner(address: str, change: Callable[[Connection], T]) -> T:
    def checked(connection: Connection) -> T:
        members.refuse_unless_owner(connection)
        return change(connection)

    return _at(address, checked)


def _at(address: str, do: Callable[[Connection], T]) -> T:
    database = postgresql_database(address)
    try:
        with database.writing.begin() as connection:
            return do(connection)
    except SQLAlchemyError as error:
        raise database.explain(error) from error
    finally:
        database.writing.dispose()
