"""Who is practising."""

import hashlib
import unicodedata

from simulator.domain.attempt import Rep
from simulator.domain.ids import RepId, is_id
from simulator.domain.namesakes import told_apart
from simulator.domain.near import did_you_mean
from simulator.domain.sinks import for_file_name
from simulator.records.protocol import Conflict
from simulator.reports.wording import listed
from simulator.usecases.desk import Desk
from simulator.usecases.refusal import Refused

LONGEST_NAME = 80
"""Characters a display name may have."""


def handle_of(name: str) -> str:
    """Make what is typed for a name: "Ana Lima" is ana-lima.

    Letters that it cannot hold go into a short digest, so that Łukasz is not Ukasz, nor 李 everyone else
    whose name is written in other letters.
    """
    if is_id(name):
        return name
    letters = unicodedata.normalize("NFKD", name.casefold())
    if all(letter.isascii() or not letter.isalnum() for letter in letters):
        return for_file_name(name)
    digest = hashlib.sha256(letters.encode("utf-8", errors="surrogatepass")).hexdigest()[:8]
    return f"{for_file_name(name)[:48]}-{digest}" if _has_ascii(letters) else f"rep-{digest}"


def _has_ascii(letters: str) -> bool:
    return any(letter.isascii() and letter.isalnum() for letter in letters)


def join(desk: Desk, name: str) -> Rep:
    """Find the person of that name, handle or id, or add them; Refused where the name cannot be used."""
    rep = look_up(desk, name)
    if desk.records.rep(rep.id) is None:
        try:
            desk.records.add_rep(rep)
        except Conflict:
            # Another window has added the same person meanwhile.
            return look_up(desk, name)
    return rep


def look_up(desk: Desk, name: str) -> Rep:
    """Find the person of that name, handle or id, or else make them up: looking adds nobody to the records."""
    spoken = usable_name(name)
    # An id that says nothing of the person: it stays in the records when they are erased.
    new = Rep(id=RepId(f"r-{desk.fresh_id()}"), handle=handle_of(spoken), name=spoken, joined=desk.now())
    return _known(desk, spoken) or new


def usable_name(name: str) -> str:
    """Return a name on one line; Refused where it cannot be used."""
    spoken = " ".join(name.split())
    if not any(letter.isalnum() for letter in spoken):
        raise Refused("A name is needed, with at least one letter or digit: type what people call you.")
    if any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in spoken):
        raise Refused("That name holds control characters: type it again without them.")
    if len(spoken) > LONGEST_NAME:
        raise Refused(f"That name is too long: use at most {LONGEST_NAME} characters.")
    return spoken


def find(desk: Desk, name: str) -> Rep:
    """Return the person of that name, handle or id; Refused, with the nearest known one, where there is none."""
    known = _known(desk, " ".join(name.split()))
    if known is not None:
        return known
    everyone = sorted(rep.typed for rep in desk.records.reps())
    hint = did_you_mean(handle_of(name), everyone) or (
        f"known: {', '.join(everyone[:8])}" if everyone else "nobody has practised here yet"
    )
    raise Refused(f'There is nobody called "{name}" in these records: {hint}')


def told(desk: Desk, rep: Rep) -> str:
    """Write somebody's name, with their handle behind it where another person has the same."""
    return told_apart(desk.records.reps()).get(rep.id, rep.name)


def _known(desk: Desk, spoken: str) -> Rep | None:
    """Return who is meant; Refused where a name could mean several: only a handle or an id always means one person."""
    handle = handle_of(spoken)
    called = desk.records.rep_called(handle)
    if handle == spoken:
        found = called or desk.records.rep(RepId(spoken))
        if found is not None:
            return found if found.name else None
    alike = {
        rep.id: rep for rep in desk.records.reps() if rep == called or (rep.name and handle_of(rep.name) == handle)
    }
    if len(alike) > 1:
        handles = sorted(rep.typed for rep in alike.values())
        number = str(len(handles)) if handles[2:] else "Two"
        raise Refused(f'{number} people are called "{spoken}": {listed(handles)}; type one of these.')
    return next(iter(alike.values()), None)
