"""A decision on a rep, by question and answer: nothing is recorded without a name, a reason and a yes."""

from datetime import UTC
from functools import partial
from typing import Final

from simulator.domain.attempt import Rep
from simulator.domain.decision import Decided, Role
from simulator.plain.reviewing import ABOUT_NAME, ABOUT_YES, FOR_GOOD, asked, confirmed, recorded
from simulator.plain.voice import Voice
from simulator.usecases.deciding import decide, last_day
from simulator.usecases.desk import Desk
from simulator.usecases.logins import deciding
from simulator.usecases.naming import reason_of, signed_by
from simulator.usecases.people import told
from simulator.usecases.refusal import Refused

ABOUT_WHAT: Final = (
    "It stands beside the computed verdict for everybody to see, and changes nothing in it. Enter: none."
)
ABOUT_ROLE: Final = "Your part stands beside your name: type manager or trainer."
ABOUT_REASON: Final = "What you have seen that the records do not hold; the rep reads it too."
ABOUT_UNTIL: Final = "The last day on which it stands; enter: it stands until another takes its place."


def ask_decision(desk: Desk, voice: Voice, rep: Rep) -> None:
    """Ask for a decision and record it; enter at the first question leaves all as it is."""
    member = deciding(desk)
    what = voice.ask_for("What do you decide? ready or not yet. Enter: nothing.", ABOUT_WHAT).lower()
    known = {"ready": Decided.READY, "not yet": Decided.NOT_YET, "not-yet": Decided.NOT_YET}
    if what not in known:
        voice.say(
            "Nothing was recorded." if not what else f'"{what[:20]}" is not one of the answers: ready or not yet.'
        )
        return
    if member is None:
        role = Role(asked(voice, "As what? manager or trainer.", ABOUT_ROLE, _role))
        name = asked(voice, "Who are you?", ABOUT_NAME, partial(signed_by, of=rep))
    else:
        role, name = Role(member.role), signed_by(member.person, rep)
    reason = asked(voice, "Why?", ABOUT_REASON, reason_of)
    today = desk.now().astimezone(UTC).date()
    until = asked(
        voice,
        f"Until which day, such as {today.year}-12-31? Enter: no end.",
        ABOUT_UNTIL,
        lambda typed: f"{last_day(typed or None, today) or ''}",
    )
    end = f", until {until}" if until else ""
    voice.say(f"To be recorded: {name} ({role}) decides {what} on {told(desk, rep)}{end}: {reason}")
    voice.say(FOR_GOOD)
    if not confirmed(voice, "Record this for good? y or n", ABOUT_YES):
        voice.say("Nothing was recorded.")
        return
    act = partial(decide, desk, rep, known[what], by=name, role=role, reason=reason, until=until or None)
    done = recorded(voice, act)
    if done is None:
        return
    voice.say("This stands already." if done.before else "Recorded; the rep sees it too.")
    voice.say(done.sentence)


def _role(typed: str) -> str:
    found = typed.lower()
    if found not in set(Role):
        raise Refused(f'"{typed[:20]}" is not one of the answers: manager or trainer.')
    return found
