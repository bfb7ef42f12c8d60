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
from simulator.usecases.talk import begin, purpose_of

HELP_BRIEFING: Final = (
    "Press enter to begin. r: repeat the briefing. s: what beginning means.",
    "b: leave without opening it. q: quit. ?: this help.",
)
"""What can be typed before a conversation."""


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
    purpose: Purpose | None = None,
    seed: int | None = None,
) -> None:
    """Brief the rep, then talk; goes on with an unfinished attempt. Quit where they want to leave altogether.

    For practice the briefing needs no records, so they are opened while the rep reads.
    """
    scenario = desk.library.scenario(scenario_id).scenario
    rep = who() if Purpose.ASSESSMENT in {purpose, scenario.purpose} else None
    planned = purpose_of(desk, rep, scenario_id, purpose) if rep else Purpose.PRACTICE
    view = briefing(desk, rep, scenario_id, planned)
    say_briefing(voice, view)
    if planned is not scenario.purpose:
        voice.say("You have met this customer before, so this is practice.")
    opening = _open_records_meanwhile(desk)
    if not _ready(voice, view):
        return
    opening.join()
    with voice.undisturbed():
        talk = begin(desk, rep or who(), scenario_id, planned, seed)
    if talk.trail.steps:
        voice.say(f"You stopped here before; going on at turn {len(talk.trail.steps) + 1}.")
    converse(desk, voice, talk)


def say_briefing(voice: Voice, view: Briefing) -> None:
    """Read out what the rep should know beforehand."""
    customer = view.customer
    voice.say(f"Conversation: {view.title}.")
    _say_purpose(voice, view)
    voice.say("Customer: " + ", ".join(part for part in (customer.name, customer.role, customer.company) if part) + ".")
    if customer.manner:
        voice.say(f"Manner: {customer.manner}")
    for fact in facts_of(f"What you know: {view.text}"):
        voice.say(fact)
    voice.say(f"Goal: {view.goal}")
    for skill in view.skills:
        voice.say(f"Good {skill.title.lower()}: {skill.effective}")


def _say_purpose(voice: Voice, view: Briefing) -> None:
    voice.say(f"Purpose: {view.purpose}. {view.means}")


def _ready(voice: Voice, view: Briefing) -> bool:
    """Wait until the rep has read the briefing; False where they leave it, Quit where they leave altogether."""
    try:
        return _wants_to_begin(voice, view)
    except Quit:
        voice.say("Not opened; nothing is recorded.")
        raise


def _wants_to_begin(voice: Voice, view: Briefing) -> bool:
    while True:
        voice.say("Press enter to begin, or type ? for help.")
        match voice.ask().lower():
            case "":
                return True
            case "b" | "home":
                voice.say("Not opened; nothing is recorded.")
                return False
            case "r":
                say_briefing(voice, view)
            case "s" | "w":
                _say_purpose(voice, view)
            case _:
                for line in HELP_BRIEFING:
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
