"""A server lost in the middle of a conversation: nothing said is lost, nothing is delivered twice."""

from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import TypeVar, cast

import psycopg
import pytest
from records.conftest import NewPlace
from records.examples import DOCUMENT, NOON, attempt, rep, said

from simulator.domain.attempt import Attempt
from simulator.domain.ids import AttemptId, RepId
from simulator.records.locking import locked
from simulator.records.open import open_records
from simulator.records.outbox import RETRY_SECONDS, OutboxRecords
from simulator.records.postgresql import outbox_name
from simulator.records.protocol import Conflict, Records, RecordsError, Unavailable

ONE = AttemptId("one")
T = TypeVar("T")


class Cut:
    """Records whose connection can be cut, before a call reaches them or after it was done."""

    def __init__(self, inner: Records, cut: str = "") -> None:
        self.inner = inner
        self.cut = cut

    @property
    def derived(self) -> "Cut":
        return Cut(cast("Records", self.inner.derived), self.cut)

    def __getattr__(self, name: str) -> object:
        method: Callable[..., object] = getattr(self.inner, name)

        def call(*given: object) -> object:
            if self.cut == "before":
                raise Unavailable("the server does not answer")
            answer = method(*given)
            if self.cut == "after":
                raise Unavailable("the connection broke before the answer came")
            return answer

        return call


@dataclass
class Line:
    """An outbox before records that can be cut off, and a clock."""

    server: Cut
    folder: Path
    now: float = 0.0
    opened: list[OutboxRecords] = field(default_factory=list[OutboxRecords])

    @property
    def file(self) -> Path:
        return self.folder / "outbox.db"

    def records(self) -> OutboxRecords:
        """What a program that starts now has."""
        made = OutboxRecords(
            lambda: self.server,  # type: ignore[arg-type,return-value]  # it has all methods, by name
            lambda: open_records(str(self.file)),
            self.file,
            clock=lambda: self.now,
        )
        self.opened.append(made)
        return made

    def later(self) -> None:
        self.now += RETRY_SECONDS


@pytest.fixture(params=["memory", "postgresql"])
def line(request: pytest.FixtureRequest, new_place: NewPlace, tmp_path: Path) -> Generator[Line]:
    """Each kind of server in turn, reached over a line that can be cut."""
    inner = open_records(new_place(request.param), tmp_path / "unused")
    (tmp_path / "box").mkdir()
    yield Line(Cut(inner), tmp_path / "box")
    inner.close()


def begun(line: Line) -> OutboxRecords:
    records = line.records()
    records.add_rep(rep())
    records.keep(DOCUMENT)
    records.begin(attempt())
    records.add(ONE, said(1))
    return records


def stored(line: Line) -> list[str]:
    found = line.server.inner.attempt(ONE)
    assert found is not None
    return [each.key for each in found.moves]


@pytest.mark.parametrize("cut", ["before", "after"])
def test_the_conversation_goes_on_and_everything_is_delivered_once(line: Line, cut: str) -> None:
    records = begun(line)
    line.server.cut = cut
    for number in (2, 3, 4):
        records.add(ONE, said(number))
    assert records.undelivered() == 4
    line.server.cut = ""
    line.later()
    records.add(ONE, said(5))
    assert stored(line) == [f"key-{number}" for number in range(1, 6)]
    assert records.undelivered() == 0
    assert not line.file.exists()
    assert line.server.inner.verify() == ()


def test_what_waits_outlasts_the_program(line: Line) -> None:
    records = begun(line)
    line.server.cut = "before"
    records.add(ONE, said(2))
    del records
    line.server.cut = ""
    again = line.records()
    found = again.attempt(ONE)
    assert found is not None
    assert len(found.moves) == 2
    assert stored(line) == ["key-1", "key-2"]


def test_a_conversation_that_is_gone_on_with_waits_too(line: Line) -> None:
    """A new start asks for the attempt alone: the person it knows by login, the text it has in its library."""
    begun(line)
    again = line.records()
    assert again.attempt(ONE) is not None
    line.server.cut = "before"
    again.add(ONE, said(2))
    assert again.undelivered() == 2
    line.server.cut = ""
    line.later()
    again.open()
    assert stored(line) == ["key-1", "key-2"]


def test_a_delivery_that_breaks_off_is_made_again_and_counts_once(line: Line) -> None:
    records = begun(line)
    line.server.cut = "before"
    records.add(ONE, said(2))
    line.server.cut = "after"
    line.later()
    with pytest.raises(Unavailable):
        records.attempt(ONE)
    assert stored(line) == ["key-1", "key-2"]
    assert records.undelivered() == 2
    line.server.cut = ""
    line.later()
    records.add(ONE, said(3))
    assert stored(line) == ["key-1", "key-2", "key-3"]


def test_the_server_is_not_asked_again_at_once(line: Line) -> None:
    records = begun(line)
    line.server.cut = "before"
    records.add(ONE, said(2))
    line.server.cut = ""
    records.add(ONE, said(3))
    assert stored(line) == ["key-1"]
    with pytest.raises(Unavailable, match="kept on this computer"):
        records.attempts()
    line.later()
    records.add(ONE, said(4))
    assert stored(line) == ["key-1", "key-2", "key-3", "key-4"]


def test_what_was_never_begun_on_the_server_cannot_be_begun_without_it(line: Line) -> None:
    records = begun(line)
    line.server.cut = "before"
    with pytest.raises(Unavailable):
        records.begin(attempt("two"))
    with pytest.raises(Unavailable):
        records.add(AttemptId("two"), said(1, key="other"))
    assert records.undelivered() == 0


def test_a_conversation_that_went_on_elsewhere_meanwhile_is_kept_aside_and_said(line: Line) -> None:
    records = begun(line)
    line.server.cut = "before"
    records.add(ONE, said(2, key="here"))
    line.server.cut = ""
    line.server.inner.add(ONE, said(2, key="elsewhere"))
    line.later()
    with pytest.raises(
        Conflict, match=r"kept in .*outbox\.db\.refused-1, and does not count\. The rest has been delivered"
    ):
        records.attempt(ONE)
    assert stored(line) == ["key-1", "elsewhere"]
    kept = open_records(f"{line.file}.refused-1").attempt(ONE)
    assert kept is not None
    assert [each.key for each in kept.moves] == ["key-1", "here"]
    # The rest goes on.
    assert records.rep(RepId("sam")) == rep()


def test_one_outbox_for_each_server_and_person() -> None:
    one = "postgresql://ana:secret@host/team"
    assert outbox_name(one) == outbox_name(one.replace("secret", "other"))
    assert outbox_name(one) != outbox_name(one.replace("ana", "bo"))
    assert outbox_name(one) != outbox_name(one.replace("host", "elsewhere"))


CUT = b"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'postgres' AND pid <> pg_backend_pid()"


def test_a_server_that_goes_away_for_real_and_comes_back(new_place: NewPlace, server: str, tmp_path: Path) -> None:
    """Every connection is cut by the server itself, and the next ones are turned away until it lets people in again."""
    place = new_place("postgresql")
    records = open_records(place, tmp_path / "outbox")
    records.add_rep(rep())
    records.keep(DOCUMENT)
    records.begin(attempt())
    records.add(ONE, said(1))
    with psycopg.connect(server.replace("/postgres?", "/template1?"), autocommit=True) as admin:
        admin.execute(b"ALTER DATABASE postgres ALLOW_CONNECTIONS false")
        admin.execute(CUT)
        try:
            records.add(ONE, said(2))
            records.add(ONE, said(3))
            assert records.undelivered() == 3
        finally:
            admin.execute(b"ALTER DATABASE postgres ALLOW_CONNECTIONS true")
    records.close()
    again = open_records(place, tmp_path / "outbox")
    found = again.attempt(ONE)
    assert found is not None
    assert [each.key for each in found.moves] == ["key-1", "key-2", "key-3"]
    assert again.undelivered() == 0
    assert again.verify() == ()
    again.close()


def test_what_another_program_puts_by_during_a_delivery_is_not_thrown_away(line: Line) -> None:
    """One delivers; another, for which the server is still lost, puts a move by at the same time."""
    one = begun(line)
    line.server.cut = "before"
    one.add(ONE, said(2))
    line.server.cut = ""
    line.later()
    real = line.server.inner.begin
    done: list[str] = []

    def slow(delivered: Attempt) -> None:
        """The other program answers while this one delivers: it waits, and then begins a file of its own."""
        waiting = Thread(target=put_by, args=(line, delivered, done))
        waiting.start()
        waiting.join(0.3)
        assert not done, "it does not write into a file that is being delivered"
        real(delivered)
        threads.append(waiting)

    threads: list[Thread] = []
    setattr(line.server.inner, "begin", slow)  # noqa: B010 - mypy knows no other way
    one.attempt(ONE)
    threads[0].join(5)
    setattr(line.server.inner, "begin", real)  # noqa: B010 - as above
    assert done == ["put by"]
    line.later()
    one.attempt(ONE)
    assert stored(line) == ["key-1", "key-2", "key-3"]


def put_by(line: Line, known: Attempt, done: list[str]) -> None:
    """What a program does for which the server is lost."""
    with locked(line.file):
        box = open_records(str(line.file))
        box.add_rep(rep())
        box.keep(DOCUMENT)
        box.begin(known)
        box.add(ONE, said(3))
        box.close()
    done.append("put by")


def test_one_conversation_that_does_not_fit_keeps_no_other_back(line: Line) -> None:
    records = begun(line)
    records.begin(attempt("two"))
    line.server.cut = "before"
    records.add(ONE, said(2, key="here"))
    records.add(AttemptId("two"), said(1, key="fits"))
    line.server.cut = ""
    line.server.inner.add(ONE, said(2, key="elsewhere"))
    line.later()
    with pytest.raises(Conflict, match="The rest has been delivered"):
        records.reps()
    fitting = line.server.inner.attempt(AttemptId("two"))
    assert fitting is not None
    assert [each.key for each in fitting.moves] == ["fits"]


def test_of_somebody_erased_meanwhile_nothing_is_kept_here(line: Line) -> None:
    records = begun(line)
    line.server.cut = "before"
    records.add(ONE, said(2))
    line.server.cut = ""
    line.server.inner.erase(RepId("sam"), RepId("gone"), NOON)
    line.later()
    assert records.reps() == ()
    assert not line.file.exists()
    assert [each.name for each in line.folder.iterdir()] == ["outbox.db.lock"]


def test_a_refusal_is_no_lost_server(line: Line) -> None:
    records = begun(line)
    with pytest.raises(RecordsError, match='no attempt is recorded as "nowhere"'):
        records.add(AttemptId("nowhere"), said(1, key="x"))
    assert records.reps() == (rep(),)
