"""Who is on the list of a team's server, and what records say of whoever opened them."""

from dataclasses import dataclass
from typing import Final

from simulator.domain.ids import RepId

ROLES: Final = ("rep", "trainer", "manager")
"""What somebody can be on the list as."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A person with a login of their own."""

    login: str
    role: str
    """One of ROLES."""
    person: str
    """Their name, as it stands under what they review and decide."""
    team: str
    """The team whose reps a trainer or manager sees, and to which a rep belongs; empty is all, or none."""
    rep: RepId | None
    """Who they are as a rep; None for a trainer or manager."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """What holds people to what is theirs in some records, and who has opened them."""

    guarded: bool = False
    """Whether a server keeps reps from changing what is recorded of them."""
    member: Member | None = None
    """Whose login it is; None where the records know nobody in particular, and for who owns the server's tables."""
