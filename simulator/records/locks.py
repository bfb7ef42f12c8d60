"""Waiting for others on a PostgreSQL server, but not for ever: any login can hold a lock for as long as it likes."""

from typing import Final

from sqlalchemy import Connection

LOCK_SECONDS: Final = 10
"""Seconds for which a writer waits for somebody else's lock."""

BRIEFLY: Final = f"pg_catalog.set_config('lock_timeout'::text, '{LOCK_SECONDS}s'::text, true)"
"""What a query has to ask for first, before the lock itself."""


def wait_for_no_lock_for_ever(connection: Connection) -> None:
    """Let the statements of this transaction give up where somebody holds what they need."""
    connection.exec_driver_sql(f"SELECT {BRIEFLY}")
