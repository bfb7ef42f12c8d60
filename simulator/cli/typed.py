"""What was typed, and what follows from it: the library and the records, who this is, and which face is wanted."""

import os
import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.domain.attempt import Rep
    from simulator.domain.member import Member
    from simulator.usecases.desk import Desk


def desk_of(typed: Namespace) -> "Desk":
    """Open the library and the records that were named, or the usual ones."""
    from simulator.usecases.desk import open_desk

    desk = open_desk(getattr(typed, "library", None), getattr(typed, "records", None))
    typed.desks = (*getattr(typed, "desks", ()), desk)
    return desk


def records_of(typed: Namespace) -> str | None:
    """Return which records were named, here or in the environment; None for the usual ones."""
    return getattr(typed, "records", None) or os.environ.get("SIMULATOR_RECORDS") or None


def own_settings() -> Path:
    """Return where this person keeps their settings."""
    from simulator.usecases.settings import settings_file

    return settings_file()


def wants_lines(typed: Namespace) -> bool:
    """Tell whether lines are wanted: asked for, set, or all that the terminal can do."""
    if not can_draw():
        return True
    asked = getattr(typed, "plain", None)
    if asked is not None:
        return bool(asked)
    if variable := os.environ.get("SIMULATOR_PLAIN"):
        return variable != "0"
    from simulator.usecases.settings import load_settings

    return load_settings(own_settings())[0].plain


def can_draw() -> bool:
    """Tell whether the app can be shown here."""
    return os.environ.get("TERM") != "dumb" and sys.stdin.isatty() and sys.stdout.isatty()


def with_lines(typed: Namespace) -> Namespace:
    """Return the same request for plain lines."""
    return Namespace(**(vars(typed) | {"plain": True}))


def _named(typed: Namespace) -> str:
    """Return who is said to be here, for this run."""
    return getattr(typed, "rep", None) or os.environ.get("SIMULATOR_REP") or ""


def _where(typed: Namespace) -> str:
    """Return where that is said: a variable that was left over in a shell is easily forgotten."""
    return "--as" if getattr(typed, "rep", None) else "SIMULATOR_REP"


def _name(typed: Namespace) -> str:
    from simulator.usecases.settings import load_settings

    return _named(typed) or load_settings(own_settings())[0].rep or ""


def known_person(desk: "Desk", typed: Namespace) -> "Rep | Member | None":
    """Return who this is; None before the first run. A Member looks after a team, and does not practise."""
    from simulator.usecases.logins import is_named, looking_after, practising
    from simulator.usecases.people import join

    if (member := looking_after(desk)) is not None and is_named(member, _named(typed)):
        return member
    name = _name(typed)
    return practising(desk, _named(typed), _where(typed)) or (join(desk, name) if name else None)


def person_of(desk: "Desk", typed: Namespace) -> "Rep":
    """Return who is practising; whoever has not said is called by what the computer calls them."""
    from simulator.usecases.logins import practising
    from simulator.usecases.people import join

    return practising(desk, _named(typed), _where(typed)) or join(desk, _name(typed) or _login_name())


def looked_up(desk: "Desk", typed: Namespace) -> "Rep":
    """Return whose records are read; reading adds nobody."""
    from simulator.usecases.logins import practising
    from simulator.usecases.people import look_up

    return practising(desk, _named(typed), _where(typed)) or look_up(desk, _name(typed) or _login_name())


def reported_on(desk: "Desk", typed: Namespace) -> "Rep":
    """Return whom a report is on: who was named for it, else who sits here; Refused where nobody is known."""
    from simulator.usecases.logins import practising
    from simulator.usecases.people import find
    from simulator.usecases.refusal import Refused

    if typed.of:
        return find(desk, typed.of)
    if (own := practising(desk, _named(typed), _where(typed))) is not None:
        return own
    if not (name := _name(typed)):
        raise Refused("Say whose: simulator report REP. `simulator team` lists who there is.")
    return find(desk, name)


def _login_name() -> str:
    """Return what the computer calls this person; some containers have no name for anybody."""
    from getpass import getuser

    try:
        return getuser()
    except (ImportError, KeyError, OSError):
        return "rep"
