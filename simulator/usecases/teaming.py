"""A team on a PostgreSQL server: setting it up, and giving people their logins."""

import re

from simulator.domain.attempt import Rep
from simulator.domain.member import Member
from simulator.usecases.desk import Desk
from simulator.usecases.people import join
from simulator.usecases.refusal import Refused

SERVERS = ("postgresql:", "postgres:", "postgresql+psycopg:")


def set_up_team(desk: Desk, url: str | None) -> tuple[str, ...]:
    """Let the server hold who may do what; Refused where the records are not on one."""
    from simulator.records.team_server import set_up

    address = _server(url)
    # Opened first, so that the tables are there and up to date.
    assert desk.records is not None
    set_up(address)
    return (
        "This server is set up for a team: reps see and add what is theirs, trainers and managers see their team's.",
        'Next, a login for each person: simulator team add "Ana Lima" --login ana --role rep --team north',
    )


def add_person(
    desk: Desk, url: str | None, name: str | None, *, login: str | None, role: str, team: str, password: str | None
) -> tuple[str, ...]:
    """Give a person a login on the team's server; Refused where name or login cannot be used."""
    from simulator.records.team_server import add

    address = _server(url)
    if not name:
        raise Refused("Say who: simulator team add NAME --login LOGIN --role rep")
    if login is None or not re.fullmatch(r"[a-z_][a-z0-9_]{0,62}", login, re.ASCII):
        raise Refused("Give them a login of small letters, digits and _, such as --login ana.")
    rep: Rep | None = join(desk, name) if role == "rep" else None
    person = rep.name if rep else " ".join(name.split())
    add(address, Member(login=login, role=role, person=person, team=team, rep=rep.id if rep else None), password)
    typed = f"simulator --records postgresql://{login}@HOST/DATABASE"
    given = () if password else (f"{login} has no password yet: \\password {login} in psql sets one.",)
    return (
        f"{person} is on the list as {role}{f' of {team}' if team else ''}.",
        *given,
        f"They type: {typed}",
    )


def _server(url: str | None) -> str:
    if url is None or not url.startswith(SERVERS):
        raise Refused(
            "That needs a PostgreSQL server: name it with --records postgresql://OWNER@HOST/DATABASE. "
            "Without one, a team shares files: simulator records export and import."
        )
    return url
