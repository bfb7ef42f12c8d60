"""Who is practising."""

from simulator.domain.attempt import Rep
from simulator.domain.ids import RepId, is_id
from simulator.domain.near import did_you_mean
from simulator.domain.sinks import for_file_name
from simulator.usecases.desk import Desk
from simulator.usecases.refusal import Refused

LONGEST_NAME = 80
"""Characters a display name may have."""


def rep_id(name: str) -> RepId:
    """Make the id for a name: "Ana Lima" is ana-lima."""
    return RepId(name if is_id(name) else for_file_name(name))


def join(desk: Desk, name: str) -> Rep:
    """Find the person of that name or id, or add them; Refused where the name cannot be used."""
    spoken = " ".join(name.split())
    if not spoken:
        raise Refused("A name is needed: type what people call you.")
    if len(spoken) > LONGEST_NAME:
        raise Refused(f"That name is too long: use at most {LONGEST_NAME} characters.")
    known = desk.records.rep(rep_id(spoken))
    if known is not None:
        return known
    rep = Rep(id=rep_id(spoken), name=spoken, joined=desk.now())
    desk.records.add_rep(rep)
    return rep


def find(desk: Desk, name: str) -> Rep:
    """Return the person of that name or id; Refused, with the nearest known one, where there is none."""
    known = desk.records.rep(rep_id(" ".join(name.split())))
    if known is not None:
        return known
    everyone = [rep.id for rep in desk.records.reps()]
    hint = did_you_mean(rep_id(name), everyone) or (
        f"known: {', '.join(everyone[:8])}" if everyone else "nobody has practised here yet"
    )
    raise Refused(f'There is nobody called "{name}" in these records: {hint}')
