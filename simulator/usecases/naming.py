"""What somebody signs with their name: who it is and why."""

import unicodedata

from simulator.domain.attempt import Rep
from simulator.usecases.people import LONGEST_NAME, handle_of
from simulator.usecases.refusal import Refused

LONGEST_REASON = 1000
"""Characters a reason may have."""


def signed_by(name: str | None, of: Rep) -> str:
    """Return the name of who signs; Refused where it is none, or the rep's own."""
    spoken = _plain(name, "The name")
    if not any(letter.isalnum() for letter in spoken):
        how = " Add --by NAME." if name is None else ""
        raise Refused(f"It has to be said who does this: a name with at least one letter or digit.{how}")
    if len(spoken) > LONGEST_NAME:
        raise Refused(f"That name is too long: use at most {LONGEST_NAME} characters.")
    if handle_of(spoken) == of.typed or spoken.casefold() == of.name.casefold():
        raise Refused(f"{of.name} cannot do this for themselves: name somebody else.")
    return spoken


def reason_of(reason: str | None) -> str:
    """Return the reason on one line; Refused where there is none."""
    spoken = _plain(reason, "The reason")
    if not any(letter.isalnum() for letter in spoken):
        how = " Add --reason TEXT." if reason is None else ""
        raise Refused(f"A reason is needed, in words that the rep will read too.{how}")
    if len(spoken) > LONGEST_REASON:
        raise Refused(f"That reason is too long: use at most {LONGEST_REASON} characters.")
    return spoken


def _plain(text: str | None, what: str) -> str:
    spoken = " ".join((text or "").split())
    if any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in spoken):
        raise Refused(f"{what} holds control characters: type it again without them.")
    return spoken
