"""A team on a PostgreSQL server: setting it up, giving people their logins, and taking them away again."""

import re
import secrets
import shlex
from collections.abc import Iterator

from simulator.domain.member import Member
from simulator.records.open import is_server
from simulator.usecases.desk import Desk
from simulator.usecases.people import look_up, usable_name
from simulator.usecases.refusal import Refused


def set_up_team(desk: Desk, url: str | None) -> tuple[str, ...]:
    """Let the server hold who may do what; Refused where the records are not on one."""
    address = _server(url)
    from simulator.records.team_server import may_set_up, set_up

    may_set_up(address)
    # Opened first, so that the tables are there and up to date.
    desk.records.access()
    set_up(address)
    return (
        "This server is set up for a team: reps see and add what is theirs, trainers and managers see their team's.",
        "Next, a login for each person:",
        '  simulator team add "Helen Marsh" --login helen --role manager',
        '  simulator team add "Oskar Lund" --login oskar --role trainer',
        '  simulator team add "Ana Lima" --login ana',
    )


def add_person(
    desk: Desk, url: str | None, name: str | None, *, login: str | None, role: str, team: str, password: str | None
) -> tuple[str, ...]:
    """Give a person a login on the team's server; Refused where name or login cannot be used, and nothing is added."""
    address = _server(url)
    from simulator.records.team_server import add

    if not name:
        raise Refused("Say who: simulator team add NAME --login LOGIN --role rep")
    if login is None or not re.fullmatch(r"[a-z_][a-z0-9_]{0,62}", login, re.ASCII):
        raise Refused("Give them a login of small letters, digits and _, such as --login ana.")
    rep = look_up(desk, name) if role == "rep" else None
    person = rep.name if rep else usable_name(name)
    made = secrets.token_urlsafe(12)
    member = Member(
        login=login,
        role=role,
        person=person,
        team=usable_name(team) if team.strip() else "",
        rep=rep.id if rep else None,
    )
    add(address, member, password or made, rep)
    return (f"{person} is on the list as {_part(member)}.", *_invitation(address, login, None if password else made))


def remove_person(url: str | None, login: str | None) -> tuple[str, ...]:
    """Take somebody off the list, with their login; Refused where it is not said whom."""
    address = _server(url)
    from simulator.records.team_server import remove

    if not login:
        raise Refused("Say whose login: simulator team remove LOGIN. `simulator team list` says who has which.")
    gone, left = remove(address, login)
    return (
        f"{gone.person} ({_part(gone)}) is off the list{'.' if left else f', and {login} can no longer sign in.'}",
        *left,
        "What they recorded stays."
        + (" Added again under the same name they find it; `simulator records erase` removes it." if gone.rep else ""),
    )


def list_team(url: str | None) -> tuple[str, ...]:
    """Say who is on the list, one person a line."""
    address = _server(url)
    from simulator.records.team_server import everybody

    found = everybody(address)
    if not found:
        return ("Nobody is on the list yet: simulator team add NAME --login LOGIN",)
    rows = [("Person", "Login", "Role", "Team"), *((each.person, each.login, each.role, each.team) for each in found)]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    return tuple("  ".join((*map(str.ljust, row, widths), row[3])).rstrip() for row in rows)


def _part(member: Member) -> str:
    return f"{member.role}{f' of {member.team}' if member.team else ''}"


def _invitation(address: str, login: str, made: str | None) -> Iterator[str]:
    """Say what somebody types; `made` is a password that they cannot know yet."""
    from simulator.records.postgresql import address_for, is_reached_from_elsewhere

    if made:
        yield "Send them this line; it holds their password, which is shown only now:"
    else:
        yield "They type this, with the password that you gave for PASSWORD:"
    yield f"  simulator --records {shlex.quote(address_for(address, login, made or 'PASSWORD'))}"
    if not is_reached_from_elsewhere(address):
        yield "Put in the name by which their computers reach this server: the one in it means this computer."


def _server(url: str | None) -> str:
    if url is None or not is_server(url):
        raise Refused(
            "That needs a PostgreSQL server: name it with --records postgresql://OWNER@HOST/DATABASE. "
            "Without one, a team shares files: simulator records export and import."
        )
    from simulator.records.postgresql import postgresql_database

    # Reaches nothing yet: it refuses an address that is none, and says what to install where there is no driver.
    postgresql_database(url).writing.dispose()
    return url
