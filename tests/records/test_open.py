"""From a place to records: where, with which rights, in which version, and how heavy."""

import re
import shutil
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from records.conftest import NewPlace
from records.examples import DOCUMENT, NOON, at_once, attempt, ready, said
from sqlalchemy import text

from simulator import __version__
from simulator.domain.attempt import Rep
from simulator.domain.decision import Decided, Decision, Role
from simulator.domain.ids import RepId
from simulator.records.chain import first_link
from simulator.records.open import open_records
from simulator.records.protocol import RecordsError, Unavailable
from simulator.records.rows import opening_of, stamp, step_of
from simulator.records.sqlite import sqlite_database
from simulator.records.versions import MIGRATIONS, bring_up_to_date, migrate

NEXT_VERSION = """
from alembic import op
revision, down_revision = "0007", "0006"
def upgrade() -> None:
    op.execute("CREATE TABLE later (id TEXT)")
"""


def run(code: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_what_was_recorded_is_there_when_opened_again(place: str) -> None:
    records = ready(open_records(place))
    records.begin(attempt(moves=(said(1),)))
    records.close()
    again = open_records(place)
    assert again.attempts() == (attempt(moves=(said(1),)),)
    assert again.verify() == ()
    again.close()


def test_memory_forgets() -> None:
    ready(open_records("memory:"))
    assert open_records("memory:").reps() == ()


def test_no_place_is_a_file_in_the_users_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    ready(open_records(None)).close()
    assert (tmp_path / "conversation-simulator" / "records.db").is_file()


def test_a_home_folder_and_odd_characters_in_a_path_are_understood(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    for place in ("~/a?b=%20#ü.db", "sqlite:///b.db", f"sqlite:///{tmp_path}/c.db", "d.db"):
        open_records(place).close()
    assert {path.name for path in tmp_path.iterdir()} == {"a?b=%20#ü.db", "b.db", "c.db", "d.db"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in another way")
def test_only_its_owner_may_read_what_was_made(tmp_path: Path) -> None:
    place = tmp_path / "new" / "records.db"
    open_records(str(place)).close()
    assert (mode(place.parent), mode(place)) == (0o700, 0o600)


@pytest.mark.parametrize(
    "place",
    ["", "mysql://localhost/x", "sqlite://", "sqlite:///", "sqlite:x.db", ":memory:", "file:x.db", "https://x", "a\0b"],
)
def test_what_is_no_place_is_refused_with_the_places_there_are(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(RecordsError, match=r"no place for records; name a file, .*postgresql://.*memory:"):
        open_records(place)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", ["postgresql://[::1/x", "postgresql://host:port/x", "postgresql:x"])
def test_an_address_that_is_none_is_refused_without_repeating_it(place: str) -> None:
    with pytest.raises(RecordsError) as refused:
        open_records(place)
    assert "write it as postgresql://" in str(refused.value)


def test_a_folder_is_no_records_file(tmp_path: Path) -> None:
    with pytest.raises(RecordsError, match="is a folder; name a file in it"):
        open_records(str(tmp_path))


def test_a_place_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Unavailable, match=r"file/records.db cannot be made: .*name another place"):
        open_records(str(tmp_path / "file" / "records.db"))


@pytest.mark.parametrize("content", [b"this is a letter to a friend, " * 40, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_file_of_something_else_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "records.db"
    path.write_bytes(content)
    with pytest.raises(Unavailable, match=r"records\.db could not be used .* left as it is; move it aside"):
        open_records(str(path))
    assert path.read_bytes() == content
    assert [found.name for found in tmp_path.iterdir()] == ["records.db"]


def test_another_programs_database_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(RecordsError, match=r"holds tables of another program \(recipes\)"):
        open_records(str(path))
    assert path.read_bytes() == before


def test_on_a_server_other_tables_may_live_beside(new_place: NewPlace) -> None:
    place = new_place("postgresql")
    with psycopg.connect(place) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    records = ready(open_records(place))
    assert len(records.reps()) == 1
    records.close()


def test_records_of_a_newer_program_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "records.db"
    open_records(str(path)).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(RecordsError, match=r"written by a newer version of this program .*0999.*; update"):
        open_records(str(path))
    assert path.read_bytes() == before


def later(tmp_path: Path) -> Path:
    migrations = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, migrations)
    (migrations / "versions" / "v0007_later.py").write_text(NEXT_VERSION)
    return migrations


def test_an_older_file_is_copied_before_it_is_migrated(tmp_path: Path) -> None:
    path = tmp_path / "records.db"
    records = ready(open_records(str(path)))
    records.begin(attempt(moves=(said(1),)))
    records.close()
    bring_up_to_date(sqlite_database(path), path, later(tmp_path), ("0001", "0006", "0007"))
    assert version(path) == "0007"
    copy = tmp_path / "records.db.before-migrating-0006"
    assert mode(copy) == 0o600
    assert version(copy) == "0006"
    assert open_records(str(copy)).attempts() == (attempt(moves=(said(1),)),)


def older(path: Path, version: str) -> None:
    """Make a file as that version of the program left it, with one person and one attempt."""
    opening = opening_of(attempt(), first_link(RepId("sam")))
    step = step_of(said(1), opening.link)
    with sqlite_database(path).writing.begin() as connection:
        migrate(connection, to=version)
        for table, row in (
            ("reps", {"id": "sam", "name": "Sam Lee", "joined": stamp(NOON)}),
            ("documents", {"digest": DOCUMENT.digest, "kind": "scenario", "name": "warm-up", "text": DOCUMENT.text}),
            ("attempts", opening._asdict()),
            ("moves", {"attempt": 1, **step._asdict()}),
        ):
            columns = ", ".join(row)
            values = ", ".join(f":{name}" for name in row)
            connection.execute(text(f"INSERT INTO {table} ({columns}) VALUES ({values})"), row)


@pytest.mark.parametrize("begun", ["0001", "0002", "0003"])
def test_an_older_file_keeps_all_it_had_and_takes_what_is_new(tmp_path: Path, begun: str) -> None:
    path = tmp_path / "records.db"
    older(path, begun)
    records = open_records(str(path))
    decision = Decision(rep=RepId("sam"), decided=Decided.READY, by="Kim", role=Role.TRAINER, reason="seen", at=NOON)
    records.add_decision(decision)
    assert records.attempts() == (attempt(moves=(said(1),)),)
    assert records.decisions() == (decision,)
    assert records.reps() == (Rep(id=RepId("sam"), name="Sam Lee", joined=NOON),)
    assert records.rep_called("sam") == records.reps()[0]
    assert records.verify() == ()
    assert version(tmp_path / f"records.db.before-migrating-{begun}") == begun


def test_a_migration_that_fails_leaves_the_file_and_every_copy(tmp_path: Path) -> None:
    path, migrations = tmp_path / "records.db", later(tmp_path)
    ready(open_records(str(path))).close()
    broken = migrations / "versions" / "v0007_later.py"
    broken.write_text(NEXT_VERSION + '    op.execute("CREATE TABLE later (id TEXT)")\n')
    for _ in range(2):
        with pytest.raises(Unavailable, match="table later already exists"):
            bring_up_to_date(sqlite_database(path), path, migrations, ("0001", "0006", "0007"))
    assert len(open_records(str(path)).reps()) == 1
    copies = sorted(found.name for found in tmp_path.iterdir() if found.is_file())
    assert copies == ["records.db", "records.db.before-migrating-0006", "records.db.before-migrating-0006.2"]


def version(path: Path) -> str:
    with sqlite3.connect(path) as connection:
        found: str = connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]
    connection.close()
    return found


def test_tables_from_before_the_first_version_are_migrated(place: str) -> None:
    """A place where Alembic has left its table and nothing else yet."""
    if "://" in place:
        with psycopg.connect(place) as connection:
            connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) PRIMARY KEY)")
    else:
        Path(place).parent.mkdir()
        with sqlite3.connect(place) as file:
            file.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) PRIMARY KEY)")
        file.close()
    records = ready(open_records(place))
    assert len(records.reps()) == 1
    records.close()


def test_many_that_open_a_new_place_at_once_make_it_once(place: str) -> None:
    def open_and_add(_: int) -> None:
        records = ready(open_records(place))
        records.close()

    at_once(8, open_and_add)
    records = open_records(place)
    assert len(records.reps()) == 1
    records.close()


LOADED = """
import sys
from simulator import __version__
from simulator.domain.attempt import Rep
from simulator.domain.decision import Decided, Decision, Role
from simulator.domain.ids import RepId
from simulator.records.chain import first_link
from simulator.records.open import open_records
heavy = "sqlalchemy", "sqlalchemy.orm", "alembic", "platformdirs", "sqlite3", "psycopg"
print("open:", *(name for name in heavy if name in sys.modules))
open_records(sys.argv[1]).close()
print("opened:", *(name for name in heavy if name in sys.modules))
"""


def test_nothing_heavy_is_loaded_before_it_is_needed_and_alembic_not_at_all(tmp_path: Path) -> None:
    assert run(LOADED, "memory:") == "open:\nopened:\n"
    for _time in ("new", "up to date"):
        assert run(LOADED, str(tmp_path / "records.db")) == "open:\nopened: sqlalchemy sqlite3\n"


def test_without_its_driver_it_is_said_how_to_get_it_from_the_file_that_was_handed_on() -> None:
    """No package index has this program: under its name there, anything may be offered."""
    said_then = run(
        "import sys; sys.modules['psycopg'] = None\n"
        "from simulator.records.open import open_records\n"
        "try: open_records('postgresql://nobody@localhost/none')\n"
        "except Exception as problem: print(problem)\n"
    )
    command = f'pip install "conversation_simulator-{__version__}-py3-none-any.whl[postgresql]"'
    assert command in said_then
    assert command in (Path(__file__).parents[2] / "docs" / "managers.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://sales:P@ss@127.0.0.1:5/team",
        "postgresql://sales:P@ss/w#rd:1%@127.0.0.1:5/team",
        "postgresql://sales:Pss/word@127.0.0.1:5/team",
        "postgresql://sales:Pss#word@127.0.0.1/team",
        "postgresql://sales:Pss?word@127.0.0.1:5/team",
    ],
)
def test_a_sign_in_a_password_that_ends_it_too_soon_is_told_and_nothing_of_it(address: str) -> None:
    with pytest.raises(RecordsError, match="write @ as %40") as caught:
        open_records(address)
    assert not re.search(r"Pss|P@|ss@|ss/|rd:|word", str(caught.value).replace("password", ""))


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://sales:p%40ss%2Fw@127.0.0.1:1/team?connect_timeout=1",
        "postgresql://sales:p:ss@127.0.0.1:1/team?connect_timeout=1&application_name=a@b",
        "postgresql://sales@127.0.0.1:1/team?connect_timeout=1",
        "postgresql:///team?host=/nowhere&application_name=a@b",
        "postgresql://127.0.0.1:1/team?application_name=a@b",
    ],
)
def test_an_address_without_such_a_sign_is_asked(address: str, tmp_path: Path) -> None:
    with pytest.raises(Unavailable):
        open_records(address, tmp_path)
