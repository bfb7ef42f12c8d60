"""One conversation from its briefing on."""

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from simulator.domain.attempt import Rep
from simulator.domain.ids import ScenarioId
from simulator.domain.scenario import Purpose
from simulator.plain.conversation import converse
from simulator.plain.voice import Quit, Voice, facts_of
from simulator.usecases.briefing import Briefing, briefing
from simulator.usecases.desk import Desk
from simulator.usecases.talk import Talk, begin, open_attempt, purpose_of, resume

HELP_BRIEFING: Final = (
    "Press enter to begin. r: repeat the briefing. s: what beginning means.",
    "b: leave without opening it. q: quit. ?: this help.",
)
"""What can be typed before a conversation."""

HELP_GOING_ON: Final = (
    "Press enter to go on where you stopped. r: repeat the briefing. s: what kind of conversation this is.",
    "b: leave it as it is. q: quit. ?: this help.",
)
"""What can be typed before a conversation that has begun already."""


def play(
    desk: Desk,
    voice: Voice,
    who: Callable[[], Rep],
    scenario_id: ScenarioId,
    *,
    purpose: Purpose | None = None,
    seed: int | None = None,
) -> None:
    """Brief the rep and talk; this one conversation and nothing around it."""
    with suppress(Quit):
        brief_and_talk(desk, voice, who, scenario_id, purpose=purpose, seed=seed)


def brief_and_talk(
    desk: Desk,
    voice: Voice,
    who: Callable[[], Rep],
    scenario_id: ScenarioId,
    *,
    rep: Rep | None = None,
    purpose: Purpose | None = None,
    seed: int | None = None,
) -> None:
    """Brief the rep, then talk; goes on with an unfinished attempt. Quit where they want to leave altogether.

    Where it is not known yet who the `rep` is, a briefing for practice needs no records, so they are opened while it
    is read.
    """
    scenario = desk.library.scenario(scenario_id).scenario
    rep = rep or (who() if Purpose.ASSESSMENT in {purpose, scenario.purpose} else None)
    planned = purpose_of(desk, rep, scenario_id, purpose) if rep else Purpose.PRACTICE
    stopped = _stopped(desk, rep, scenario_id, planned) if rep else None
    view = briefing(desk, rep, scenario_id, planned)
    say_briefing(voice, view, stopped)
    if planned is not scenario.purpose:
        voice.say("You have met this customer before, so this is practice.")
    opening = _open_records_meanwhile(desk)
    if not _ready(voice, view, stopped, known=rep is not None):
        return
    opening.join()
    with voice.undisturbed():
        talk = begin(desk, rep or who(), scenario_id, planned, seed)
    if talk.trail.steps:
        voice.say(f"You stopped here before; going on at turn {_turn_of(talk)}.")
    converse(desk, voice, talk)


def _stopped(desk: Desk, rep: Rep, scenario: ScenarioId, purpose: Purpose) -> int | None:
    """Return the turn at which the rep stopped in an attempt that is still open; None where none is."""
    unfinished = open_attempt(desk, rep, scenario)
    if unfinished is None or unfinished.purpose is not purpose:
        return None
    return _turn_of(resume(desk, unfinished.id))


def _turn_of(talk: Talk) -> int:
    return len(talk.trail.steps) + 1


def say_briefing(voice: Voice, view: Briefing, stopped: int | None = None) -> None:
    """Read out what the rep should know beforehand; `stopped` is the turn where one that has begun goes on."""
    customer = view.customer
    voice.say(f"Conversation: {view.title}.")
    _say_purpose(voice, view)
    if stopped is not None:
        voice.say(f"In progress: you have opened it already, and it goes on at turn {stopped}.")
    voice.say("Customer: " + ", ".join(part for part in (customer.name, customer.role, customer.company) if part) + ".")
    if customer.manner:
        voice.say(f"Manner: {customer.manner}")
    for fact in facts_of(f"The situation: {view.text}"):
        voice.say(fact)
    voice.say(f"Goal: {view.goal}")
    for skill in view.skills:
        voice.say(f"Good {skill.title.lower()}: {skill.effective}")


def _say_purpose(voice: Voice, view: Briefing) -> None:
    voice.say(f"Purpose: {view.purpose}. {view.means}")


def _ready(voice: Voice, view: Briefing, stopped: int | None, *, known: bool) -> bool:
    """Wait until the rep has read the briefing; False where they leave it, Quit where they leave altogether."""
    # Whose practice it is may not have been asked: then it may be one that they have begun before.
    left = "Not opened; nothing is recorded." if known else "Nothing is recorded now."
    if stopped is not None:
        left = f"It stays as it is, in progress. You can go on at turn {stopped} whenever you open it again."
    try:
        ready = _wants_to_begin(voice, view, stopped)
    except Quit:
        voice.say(left)
        raise
    if not ready:
        voice.say(left)
    return ready


def _wants_to_begin(voice: Voice, view: Briefing, stopped: int | None) -> bool:
    while True:
        voice.say(f"Press enter to {'begin' if stopped is None else 'go on'}, or type ? for help.")
        match voice.ask().lower():
            case "":
                return True
            case "b" | "home":
                return False
            case "r":
                say_briefing(voice, view, stopped)
            case "s" | "w":
                _say_purpose(voice, view)
            case other:
                if other != "?":
                    voice.say(f'"{other[:20]}" is not one of the answers.')
                for line in HELP_BRIEFING if stopped is None else HELP_GOING_ON:
                    voice.say(line)


def _open_records_meanwhile(desk: Desk) -> threading.Thread:
    """Load and open the records in the background: the database is the slowest thing to load."""

    def opened() -> None:
        # What goes wrong here goes wrong again in the foreground, and is answered there.
        with suppress(Exception):
            _ = desk.records

    thread = threading.Thread(target=opened, daemon=True)
    thread.start()
    return thread
