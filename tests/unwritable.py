"""Records that cannot be written to until somebody mends them."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection

from simulator.records.protocol import Unavailable
from simulator.records.sql import SqlRecords
from simulator.records.sqlite import sqlite_database

T = TypeVar("T")


class Unwritable(SqlRecords):
    """A records file whose disk, or a server whose line, fails at every write until `fails` is 0."""

    def __init__(self, place: str, fails: int) -> None:
        super().__init__(sqlite_database(Path(place)))
        self.fails = fails
        self.loses_answers = 0
        """How often something is written, and that it was is lost on the way."""

    def _write(self, write: Callable[[Connection], T], *, alone: bool = False) -> T:
        if self.fails:
            self.fails -= 1
            raise Unavailable("The server has gone away: try again later.")
        done = super()._write(write, alone=alone)
        if self.loses_answers:
            self.loses_answers -= 1
            raise Unavailable("The answer was lost: try again later.")
        return done
