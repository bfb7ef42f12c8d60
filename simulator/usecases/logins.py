"""On a team's server the login is the person: who practises, who looks after the team, and who signs what."""

from pathlib import Path

from simulator.domain.attempt import Rep
from simulator.domain.member import Member
from simulator.usecases.desk import Desk
from simulator.usecases.people import handle_of
from simulator.usecases.refusal import Refused


def practising(desk: Desk, named: str, where: str = "--as") -> Rep | None:
    """Return whose login this is; None where any name may be given.

    Refused where somebody else is `named` (`where` says how), and where the login is of somebody who does not practise.
    """
    member = desk.access.member
    if member is None:
        return None
    if member.rep is None:
        raise Refused(
            f"This login is {_whose(member)}, and nobody practises with it: `simulator board` shows the team, and "
            "`simulator report NAME` one person. To practise yourself, leave --records and SIMULATOR_RECORDS out."
            + (f' {where} says that "{named}" is here: leave it out to come to the board.' if named else "")
        )
    rep = desk.records.rep(member.rep)
    assert rep is not None, "whoever is on the list as a rep is recorded"
    if named and not _is_called(rep, named):
        raise Refused(
            f'This login is {_whose(member)}, and {where} says that "{named}" is here: leave {where} out, or sign in '
            "with their login."
        )
    return rep


def is_new_here(desk: Desk, settings_file: Path) -> bool:
    """Tell whether a login says who a rep is, and nothing is remembered yet of how they like this program."""
    member = desk.access.member
    return member is not None and member.rep is not None and not settings_file.exists()


def looking_after(desk: Desk) -> Member | None:
    """Return whose login this is where they look after a team; None for reps and where the records know no logins."""
    member = desk.access.member
    return member if member is not None and member.rep is None else None


def is_named(member: Member, named: str) -> bool:
    """Tell whether somebody's own name was given, or none."""
    return not named or " ".join(named.split()).casefold() == member.person.casefold()


def deciding(desk: Desk) -> Member | None:
    """Return whose login decides; None where any name may be given. Refused where it is a rep's."""
    member = desk.access.member
    if member is not None and member.rep is not None:
        raise Refused(f"This login is {_whose(member)}: trainers and managers decide, with logins of their own.")
    return member


def looking_at_errors(desk: Desk) -> Member | None:
    """Return whose login reviews; None where any name may be given. Refused where it is no trainer's."""
    member = desk.access.member
    if member is not None and member.role != "trainer":
        raise Refused(f"This login is {_whose(member)}: trainers review, with logins of their own.")
    return member


def signing(member: Member | None, by: str | None) -> str | None:
    """Return the name to sign with: the login's, where it has one; Refused where another was given."""
    if member is None:
        return by
    if by is not None and not is_named(member, by):
        raise Refused(f"This login is {_whose(member)}, and signs with that name: leave --by out.")
    return member.person


def _is_called(rep: Rep, named: str) -> bool:
    spoken = " ".join(named.split())
    return spoken == rep.id or handle_of(spoken) == rep.typed or spoken.casefold() == rep.name.casefold()


def _whose(member: Member) -> str:
    return f"that of {member.person} ({member.role})"
