"""What the SQL records need to know of the database they stand on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from simulator.domain.member import Access
from simulator.records.protocol import RecordsError


@dataclass(frozen=True, slots=True, kw_only=True)
class Database:
    """One database, and the few things in which SQLite and PostgreSQL differ."""

    place: str
    """Where it is, for messages; never with a password."""
    reading: Engine
    """Its transactions see one moment of the records."""
    writing: Engine
    """Its transactions are durable once committed."""
    own: bool
    """Whether every table in it must be ours (a file), or others may live beside (a server)."""
    table_names: str
    """The query that lists its tables."""
    hold_schema: str | None
    """The statement that keeps others from making the tables at the same time."""
    explain: Callable[[SQLAlchemyError], RecordsError]
    """Say in a person's words what went wrong, where and what next."""
    access: Callable[[Connection], Access]
    """Tell what holds people to what is theirs, and whose login this is."""
    read_anything: Callable[[Connection], None]
    """Let this connection give back bytes that are no text, where the database can hold such."""
    forget: Callable[[Engine, Sequence[str]], tuple[str, ...]]
    """Leave nothing readable of what was removed in the place where it lay, as far as that can be done from here, and
    shut out whoever had these logins; return, in words, what stays."""
    damage: Callable[[Connection], str | None]
    """Let the database check itself; what is wrong with it, or None."""
