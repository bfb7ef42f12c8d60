"""What a server refuses, and that there is none, is said in words: what, where, what next, and no password."""

import time
from collections.abc import Generator

import psycopg
import pytest
from records.conftest import running_server
from sqlalchemy.exc import DBAPIError

from simulator.records.open import open_records
from simulator.records.protocol import RecordsError, Unavailable
from simulator.records.server_words import explain

RULES = "local all postgres trust\nlocal all shut reject\nlocal all ana,nobody,left scram-sha-256\n"
"""Who may sign in: only who knows a password, except for the owner."""


@pytest.fixture(scope="module")
def guarded() -> Generator[str]:
    """A server that asks for passwords."""
    with running_server() as (address, folder):
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(
                "CREATE ROLE ana LOGIN PASSWORD 'right'; CREATE ROLE shut LOGIN; CREATE ROLE left NOLOGIN"
            )
            (folder / "pg_hba.conf").write_text(RULES)
            connection.execute("SELECT pg_reload_conf()")
        time.sleep(0.5)
        yield address


def refused(address: str) -> str:
    with pytest.raises(Unavailable) as said:
        open_records(address)
    text = str(said.value)
    assert text.startswith("the records on the PostgreSQL server ")
    assert ("\n" in text, "(" in text.partition("server ")[2].partition(":")[0]) == (False, False)
    return text


@pytest.mark.parametrize(
    ("signs_in", "told"),
    [
        ("ana:wr0ng", "it does not accept this login or password; check both in the address"),
        ("ana", "it does not accept this login or password"),
        ("nobody:wr0ng", "it does not accept this login or password"),
        ("shut", "it lets nobody in with this login from this computer"),
        ("stranger:wr0ng", "it lets nobody in with this login from this computer"),
    ],
)
def test_who_may_not_sign_in_is_told_what_to_check(guarded: str, signs_in: str, told: str) -> None:
    said = refused(guarded.replace("postgres:@", f"{signs_in}@"))
    assert told in said
    for raw in ("FATAL", "connection to server", "wr0ng", "scram"):
        assert raw not in said


@pytest.mark.parametrize(
    ("address", "told"),
    [
        (
            "postgresql://ana:pw@no-such-host.invalid/team",
            "server no-such-host.invalid/team could not be used: there is no",
        ),
        ("postgresql://ana:pw@127.0.0.1:1/team", "server 127.0.0.1:1/team could not be used: nothing answers there"),
        ("postgresql://ana:pw@/team?host=/tmp/nothing-here", "nothing answers there; check that the server runs"),
        ("postgresql://ana:pw@127.0.0.1:99999/team", "check the address, and that the server runs, or ask who looks"),
        ("postgresql://ana:bogus@127.0.0.1/team?sslmode=bogus", "check sslmode in the address"),
    ],
)
def test_an_address_that_leads_nowhere_is_told_by_what_is_wrong_with_it(address: str, told: str) -> None:
    said = refused(address)
    assert told in said
    assert "connection to server" not in said


@pytest.mark.parametrize("hosts", ["host=a&host=b&port=1", "host=a,b&port=1,2,3", "host=a:b:c&host=d", "port=five"])
def test_hosts_that_cannot_be_told_apart_are_said(hosts: str) -> None:
    with pytest.raises(RecordsError, match="does not say clearly where the server is"):
        open_records(f"postgresql://ana:pw@/team?{hosts}")


def test_several_servers_are_named_one_by_one() -> None:
    assert "server 127.0.0.1:1, 127.0.0.1:2/team could" in refused(
        "postgresql://x@/team?host=127.0.0.1:1&host=127.0.0.1:2"
    )


def test_a_database_that_is_not_there_is_told(guarded: str) -> None:
    assert "it has no database of that name" in refused(guarded.replace("/postgres?", "/team?"))


def test_nobody_is_shown_what_the_server_said_of_a_right_that_is_missing(guarded: str) -> None:
    with pytest.raises(RecordsError) as said:
        open_records(guarded.replace("postgres:@", "ana:right@"))
    assert not isinstance(said.value, Unavailable)
    assert "this login may not do that here" in str(said.value)
    assert "permission denied" not in str(said.value)


def said_of(problem: Exception) -> str:
    return str(explain(DBAPIError("SELECT 1", None, problem), "db/team", "s3cret"))


@pytest.mark.parametrize(
    ("problem", "told"),
    [
        (psycopg.errors.AdminShutdown("terminating"), "it is shutting down or starting up"),
        (psycopg.errors.TooManyConnections("FATAL: sorry"), "it is out of space, memory or connections"),
        (
            psycopg.OperationalError("host a: connection refused\nhost b: FATAL: password authentication failed"),
            "it does not accept this login or password",
        ),
        (psycopg.errors.LockNotAvailable("canceling statement"), "somebody holds what this needs"),
        (psycopg.errors.QueryCanceled("statement timeout"), "it broke this off because it took too long"),
        (psycopg.errors.DeadlockDetected("deadlock\nDETAIL: rows"), "somebody else wrote the same"),
        (psycopg.OperationalError("FATAL: sorry, too many clients already"), "it is out of space, memory"),
        (
            psycopg.OperationalError("server closed the connection unexpectedly\n\tThis"),
            "the connection to it broke off",
        ),
        (psycopg.OperationalError("FATAL:  mot de passe s3cret\nDETAIL: x"), 'it says "mot de passe …"'),
        (
            psycopg.errors.InternalError_("ERROR: " + "x" * 999),
            'this was not expected; ask who looks after it; it says "xxx',
        ),
    ],
)
def test_each_kind_is_told_by_what_it_means(problem: Exception, told: str) -> None:
    said = said_of(problem)
    assert told in said
    assert ("\n" in said, "s3cret" in said, len(said) < 420) == (False, False, True)
