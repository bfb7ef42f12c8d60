"""An office whose records stand on a real server that is set up for a team: who signs in is who they are."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
from office import NAMES, Office, Strict
from tui import shelf

from simulator.domain.attempt import Rep
from simulator.domain.member import Member
from simulator.domain.scenario import Purpose
from simulator.records.open import open_records
from simulator.records.protocol import Records
from simulator.records.team_server import add, set_up
from simulator.usecases.desk import Desk

PEOPLE = (("ana", "Ana Lima", "rep"), ("oskar", "Oskar Lund", "trainer"), ("helen", "Helen Marsh", "manager"))
"""Login, name and part of everybody on the list."""


@dataclass
class Served(Office):
    """The office on a team's server; what the owner does is done by its `desk`, what others do by `sits`."""

    folder: Path = field(kw_only=True)
    opened: dict[str, Records] = field(default_factory=dict[str, Records])

    def login(self, name: str) -> str:
        """The login of somebody, such as ana: logins are the whole server's, so each test has its own."""
        return f"{name}_{self.place.rpartition('_')[2][:12]}"

    def address(self, name: str) -> str:
        """Where somebody signs in."""
        head, _, tail = self.place.partition("://")
        return f"{head}://{self.login(name)}:secret@{tail.partition('@')[2]}"

    def desk(self) -> Desk:
        return self._desk("", self.place)

    def sits(self, name: str) -> Desk:
        """The desk of whoever signs in as `name`."""
        return self._desk(name, self.address(name))

    def _desk(self, name: str, place: str) -> Desk:
        if name not in self.opened:
            self.opened[name] = open_records(place, self.folder / f"outbox-{name}")
        scenarios = tuple(shelf.scenario(Purpose.ASSESSMENT, name, title=f"Title of {name}") for name in NAMES)
        return Desk(
            library=Strict(scenarios),
            open_records=lambda: self.opened[name],
            now=self.now,
            fresh_seed=lambda: 1,
        )


@contextmanager
def served(place: str, folder: Path) -> Generator[Served]:
    """Set a server up for Ana, who has made a critical error, a trainer and a manager."""
    office = Served(place, folder=folder)
    office.takes("Ana Lima", 1, "better worse better")
    office.rep("Bo")
    set_up(place)
    for login, person, role in PEOPLE:
        rep: Rep | None = office.rep(person) if role == "rep" else None
        member = Member(login=office.login(login), role=role, person=person, team="", rep=rep.id if rep else None)
        add(place, member, "secret")
    try:
        yield office
    finally:
        for records in office.opened.values():
            records.close()
        drop(place, *(office.login(login) for login, _, _ in PEOPLE))


def drop(place: str, *logins: str) -> None:
    """Take logins off the server, where they are there."""
    with psycopg.connect(place, autocommit=True) as connection:
        for login in logins:
            if connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (login,)).fetchone():
                connection.execute(f'DROP OWNED BY "{login}"; DROP ROLE "{login}"'.encode())
