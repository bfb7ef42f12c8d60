"""What the owner of a team's PostgreSQL server does with it: set it up, and put people on the list."""

from collections.abc import Callable

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from simulator.domain.member import Member
from simulator.records import members
from simulator.records.postgresql import postgresql_database


def set_up(address: str) -> None:
    """Let the server hold who sees and adds what; the tables must be there. RecordsError where that may not be done."""
    _change(address, members.set_up)


def add(address: str, member: Member, password: str | None) -> None:
    """Give a person a login; RecordsError where it is on the list already, or may not be made."""
    _change(address, lambda connection: members.add(connection, member, password))


def _change(address: str, change: Callable[[Connection], None]) -> None:
    database = postgresql_database(address)
    try:
        with database.writing.begin() as connection:
            change(connection)
    except SQLAlchemyError as error:
        raise database.explain(error) from error
    finally:
        database.writing.dispose()
