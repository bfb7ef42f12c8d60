"""What a PostgreSQL server's refusals mean, in the words of whoever sits before the screen.

A refusal within a connection has a code. One of connecting has only words, the server's or the driver's: those that are
known are told by what they mean; others are passed on, because whoever looks after the server may know them.
"""

import re
from typing import Final

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from simulator.records.protocol import RecordsError, Unavailable

_NOT_ALLOWED: Final = "42501"
_REFUSALS: Final = frozenset({_NOT_ALLOWED, "42710", "42939", "2BP01"})
"""Codes of what may not be done: no reason to take the server for lost."""

_LOGIN: Final = (
    "it does not accept this login or password; check both in the address, or ask who gave you the login: it may have "
    "been taken away"
)
_DATABASE: Final = "it has no database of that name; check the name at the end of the address"
_FULL: Final = "it is out of space, memory or connections; tell who looks after it, and try again later"
_RESTARTING: Final = "it is shutting down or starting up; try again in a moment"
_SILENT: Final = (
    "it does not answer; check that it runs, and that this computer reaches it (network, VPN, firewall), and try again"
)
_BROKEN: Final = "the connection to it broke off; try again in a moment"
_AT_ONCE: Final = "somebody else wrote the same at the same moment; try again"

_BY_CODE: Final = {
    "28": _LOGIN,
    _NOT_ALLOWED: "this login may not do that here. On a team's server reps see and add only what is theirs, trainers "
    "review, trainers and managers decide; elsewhere it needs the right to create and use tables. Ask who looks after "
    "the server",
    "3D": _DATABASE,
    "3F": "this login has no schema there to make tables in; ask who looks after the server",
    "25": "it is read-only; use the primary server",
    "2BP01": "something else on that server belongs to this login, and has to go first; ask who looks after the server",
    "23": _AT_ONCE,
    "40": _AT_ONCE,
    "55P03": "somebody holds what this needs, and has not let go of it for ten seconds; try again in a moment. Where "
    "it stays like that, whoever looks after the server sees in pg_locks who it is",
    "42710": "that login was given to somebody else meanwhile; choose another",
    "42939": "it keeps that login for itself; choose another",
    "53": _FULL,
    "57": _RESTARTING,
    "57014": "it broke this off because it took too long; try again, or ask who looks after it for more time",
}
"""By code, or by the class of codes that its first two characters say."""

_BY_WORDS: Final = tuple(
    (re.compile(words, re.IGNORECASE), meaning)
    for words, meaning in (
        # First what a server says itself: of several, another may not have answered at all.
        ('authentication failed|no password supplied|role ".*" (does not exist|is not permitted to log in)', _LOGIN),
        ('database ".*" does not exist', _DATABASE),
        (
            r"pg_hba\.conf",
            "it lets nobody in with this login from this computer; ask who looks after it (its pg_hba.conf says who)",
        ),
        ("permission denied for database", "this login may not use that database; ask who looks after the server"),
        ("too many (clients|connections)|connection slots", _FULL),
        ("starting up|shutting down|in recovery", _RESTARTING),
        (
            "failed to resolve host|could not translate host name",
            "there is no server of that name; check how it is spelled, and that this computer is on the network",
        ),
        (
            "connection refused|no such file or directory",
            "nothing answers there; check that the server runs, and that its name and port are right",
        ),
        ("timeout expired|timed out|no route to host|network is unreachable", _SILENT),
        (r"\bssl|certificate", "no encrypted connection to it comes about; check sslmode in the address"),
        (
            "closed the connection|connection is (lost|closed)|terminating connection|connection reset|broken pipe",
            _BROKEN,
        ),
    )
)
_OWN_WORDS: Final = 200
"""Characters of the server's own words that are passed on."""


def explain(error: SQLAlchemyError, place: str, password: str | None = None) -> RecordsError:
    """Say what a PostgreSQL error means for the person before the screen; never with a password."""
    cause = error.orig if isinstance(error, DBAPIError) else None
    code = str(getattr(cause, "sqlstate", None) or "")
    if code in _REFUSALS:
        return RecordsError(f"the PostgreSQL server {place} refuses this: {_BY_CODE[code]}")
    meaning = _BY_CODE.get(code) or _BY_CODE.get(code[:2]) or _by_words(str(cause or error), password, known=bool(code))
    return Unavailable(f"the records on the PostgreSQL server {place} could not be used: {meaning}")


def _by_words(said: str, password: str | None, *, known: bool) -> str:
    """Say what the server's own words mean; `known` where it has taken the connection, and the words are no refusal."""
    for words, meaning in _BY_WORDS:
        if not known and words.search(said):
            return meaning
    if password:
        said = said.replace(password, "…")
    own = re.sub(r"^.*(failed|FATAL|ERROR|bad): +", "", said.strip().partition("\n")[0])[:_OWN_WORDS]
    what = "this was not expected; ask" if known else "check the address, and that the server runs, or ask"
    return f'{what} who looks after it; it says "{own}"'
