"""Critical errors on the terminal: they are shown, somebody says what they found, and says yes to it."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from simulator.plain.voice import Quit, Voice
from simulator.records.protocol import RecordsError
from simulator.usecases.naming import reason_of, signed_by
from simulator.usecases.refusal import Refused
from simulator.usecases.reviewing import Waiting, already, lines_of

ABOUT_NAME = (
    "Your name stands beside what you found, in reports and in the rep's own progress. q: stop, nothing is kept."
)
ABOUT_REASON = "What you found when you went through it with the rep; both of you and managers read it. q: stop."
FOR_GOOD = "It cannot be changed afterwards, and the rep reads it too."
ABOUT_YES = "It cannot be changed or taken back afterwards. y: record it. n or q: stop, nothing is kept."
ABOUT_AGAIN = "y: try once more; the same is never recorded twice. n or q: stop, and what you said is gone."

T = TypeVar("T")


def ask_again(voice: Voice, errors: Sequence[Waiting]) -> bool:
    """Ask whether another review is wanted, where there is one; stopping is a no."""
    before = already(errors)
    if not before:
        return True
    voice.say(before)
    try:
        return confirmed(voice, "Add another review? y or n", "y: another one beside it. n: nothing is recorded.")
    except Quit:
        return False


def ask_review(voice: Voice, errors: Sequence[Waiting], by: str | None) -> tuple[str, str] | None:
    """Show the errors of an attempt and ask for a name and a reason; None where it was stopped or not confirmed."""
    for error in errors:
        for fact in lines_of(error):
            voice.say(fact)
    rep = errors[0].rep
    try:
        name = signed_by(by, rep) if by else asked(voice, "Who are you?", ABOUT_NAME, lambda name: signed_by(name, rep))
        reason = asked(voice, "What did you find?", ABOUT_REASON, reason_of)
        voice.say(f"To be recorded: reviewed by {name}: {reason}")
        voice.say(FOR_GOOD)
        return (name, reason) if confirmed(voice, "Record this for good? y or n", ABOUT_YES) else None
    except Quit:
        return None


def confirmed(voice: Voice, question: str, about: str) -> bool:
    """Ask for a yes or a no until it is one."""
    while True:
        match voice.ask_for(question, about).lower():
            case "y" | "yes":
                return True
            case "n" | "no":
                return False
            case _:
                voice.say("Type y or n.")


def recorded(voice: Voice, act: Callable[[], T]) -> T | None:
    """Record something; where that fails, ask whether to try once more with what was said. None where it is left."""
    while True:
        try:
            with voice.undisturbed():
                return act()
        except RecordsError as problem:
            voice.say(str(problem))
        try:
            again = confirmed(voice, "What you said is still here. Try to record it once more? y or n", ABOUT_AGAIN)
        except Quit:
            again = False
        if not again:
            voice.say("Not recorded, as far as can be told. Look once more when the records answer.")
            return None


def asked(voice: Voice, question: str, about: str, accept: Callable[[str], str]) -> str:
    """Ask until the answer can be used."""
    while True:
        try:
            return accept(voice.ask_for(question, about))
        except Refused as problem:
            voice.say(str(problem))
