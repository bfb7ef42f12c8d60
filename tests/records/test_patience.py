"""A server that stands still is taken for lost after a while, and one that has much to do is waited for."""

import os
import signal
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import psutil
import psycopg
import pytest
from records.conftest import running_server
from records.examples import attempt, ready, said

from simulator.domain.ids import AttemptId
from simulator.records import outbox, patience, postgresql
from simulator.records.open import open_records
from simulator.records.patience import Patience
from simulator.records.protocol import Unavailable

ONE = AttemptId("one")


@pytest.fixture(scope="module")
def own() -> Generator[tuple[str, Path]]:
    """A server that can be stopped without stopping other tests."""
    with running_server() as running:
        yield running


@contextmanager
def stopped(folder: Path) -> Generator[None]:
    """Let all of a server's processes stand still: its system goes on to take what is sent to it."""
    first = int((folder / "postmaster.pid").read_text().split()[0])
    processes = [first, *(child.pid for child in psutil.Process(first).children(recursive=True))]
    for process in processes:
        os.kill(process, signal.SIGSTOP)
    try:
        yield
    finally:
        for process in reversed(processes):
            os.kill(process, signal.SIGCONT)


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything that is waited for takes a second."""
    monkeypatch.setattr(patience, "SILENT_SECONDS", 0.5)
    monkeypatch.setattr(patience, "ANSWER_SECONDS", 2)  # the driver waits for at least two
    monkeypatch.setattr(postgresql, "CONNECT_SECONDS", 2)


@pytest.mark.usefixtures("hasty")
def test_a_conversation_goes_on_when_the_server_stands_still(
    own: tuple[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(outbox, "RETRY_SECONDS", 0.2)
    address, folder = own
    records = ready(open_records(address, tmp_path / "outbox"))
    records.begin(attempt())
    records.add(ONE, said(1))
    with stopped(folder):
        begun = time.monotonic()
        records.add(ONE, said(2))
        assert 2 < time.monotonic() - begun < 6
        records.add(ONE, said(3))
        with pytest.raises(Unavailable):
            records.attempts()
        assert records.undelivered() == 3
    time.sleep(0.3)
    deadline = time.monotonic() + 20
    while records.undelivered() and time.monotonic() < deadline:
        try:
            records.attempts()
        except Unavailable:
            time.sleep(0.3)
    found = records.attempt(ONE)
    assert found is not None
    assert [each.key for each in found.moves] == ["key-1", "key-2", "key-3"]
    assert records.verify() == ()
    records.close()
    assert capfd.readouterr().err == ""


@pytest.mark.usefixtures("hasty")
def test_a_server_that_is_stopped_in_the_middle_of_an_answer_is_lost(own: tuple[str, Path]) -> None:
    address, folder = own
    connection = Patience().connect(None, None, [address], {})  # type: ignore[arg-type]  # SQLAlchemy's own
    with stopped(folder), pytest.raises(psycopg.OperationalError, match="has said nothing for too long"):
        connection.execute("SELECT pg_sleep(0)")
    assert connection.closed


@pytest.mark.usefixtures("hasty")
def test_a_server_that_has_much_to_do_is_waited_for(own: tuple[str, Path]) -> None:
    connection = Patience().connect(None, None, [own[0]], {})  # type: ignore[arg-type]  # SQLAlchemy's own
    assert connection.execute("SELECT 7, pg_sleep(2)").fetchone() == (7, "")
    connection.close()


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize("refusal", ["CONNECTION LIMIT 1", "NOLOGIN"])
def test_a_server_that_takes_nobody_in_any_more_is_waited_for_all_the_same(own: tuple[str, Path], refusal: str) -> None:
    """It answers: with too many connections, or because the login was taken away meanwhile."""
    address = own[0].replace("postgres:@", "busy@")
    with psycopg.connect(own[0], autocommit=True) as owner:
        owner.execute("CREATE ROLE busy LOGIN")
        connection = Patience().connect(None, None, [address], {})  # type: ignore[arg-type]  # SQLAlchemy's own
        owner.execute(f"ALTER ROLE busy {refusal}".encode())
        assert connection.execute("SELECT 7, pg_sleep(2)").fetchone() == (7, "")
        connection.close()
        owner.execute("DROP ROLE busy")
