"""What the owner of a team's PostgreSQL server does with it: set it up, and keep the list of its people."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from simulator.domain.attempt import Rep
from simulator.domain.member import Member
from simulator.records import closing, leaving, members, team_rules
from simulator.records.database import Database
from simulator.records.locks import wait_for_no_lock_for_ever
from simulator.records.postgresql import postgresql_database

T = TypeVar("T")


def may_set_up(address: str) -> None:
    """Refuse, before there is even a table, a login or a place that is not fit for a team; RecordsError says why."""
    _as_owner(address, closing.close)


def set_up(address: str) -> None:
    """Let the server hold who sees and adds what; the tables must be there. RecordsError where that may not be done."""

    def set_up_by_owner(connection: Connection) -> None:
        # By the rights of whoever asks: the schema may be a superuser's.
        closing.close(connection)
        members.act_as_owner(connection)
        team_rules.set_up(connection)

    _as_owner(address, set_up_by_owner)


def add(address: str, member: Member, password: str | None, rep: Rep | None = None) -> None:
    """Give a person a login, and record `rep` where they are new; all of it, or RecordsError and nothing."""

    def add_by_owner(connection: Connection) -> None:
        members.act_as_owner(connection)
        members.add(connection, member, password, rep)

    _as_owner(address, add_by_owner)


def remove(address: str, login: str) -> tuple[Member, tuple[str, ...]]:
    """Take somebody off the list, end their connections and drop their login; RecordsError where nobody has it.

    Return who it was and, in words, what could not be done.
    """
    gone = _as_owner(address, lambda connection: members.remove(connection, login))
    return gone, _with(address, lambda database: leaving.shut_out(database.writing, (login,)))


def everybody(address: str) -> tuple[Member, ...]:
    """Return who is on the list, by name; RecordsError where the server has none."""
    return _at(address, members.everybody)


def _as_owner(address: str, change: Callable[[Connection], T]) -> T:
    def checked(connection: Connection) -> T:
        members.refuse_unless_owner(connection)
        return change(connection)

    return _at(address, checked)


def _at(address: str, do: Callable[[Connection], T]) -> T:
    def begun(database: Database) -> T:
        with database.writing.begin() as connection:
            wait_for_no_lock_for_ever(connection)
            return do(connection)

    return _with(address, begun)


def _with(address: str, do: Callable[[Database], T]) -> T:
    database = postgresql_database(address)
    try:
        return do(database)
    except SQLAlchemyError as error:
        raise database.explain(error) from error
    finally:
        database.writing.dispose()
