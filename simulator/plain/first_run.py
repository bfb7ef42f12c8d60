"""The first run: a name, plain lines or the app, a warm-up of three turns, a goal."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from simulator.domain.attempt import Rep
from simulator.domain.ids import ScenarioId
from simulator.plain.play import brief_and_talk
from simulator.plain.remembering import ask_goal, remember
from simulator.plain.voice import Voice
from simulator.usecases.desk import Desk
from simulator.usecases.people import join
from simulator.usecases.refusal import Refused
from simulator.usecases.settings import load_settings

WARM_UP: Final = ScenarioId("warm-up")
"""The conversation that everyone begins with, where the library has it."""

ABOUT_NAME: Final = "Your name stands in your records and reports. Type it and press enter. q: quit."
"""What the question for a name is about."""

ABOUT_FACE: Final = "Both can do the same, and count the same. You can change it later. q: save and quit."
"""What the question for a face is about."""


def ask_name(desk: Desk, voice: Voice, settings_file: Path) -> Rep:
    """Ask who this is until it is known, and remember it."""
    voice.say("Welcome. Here you practise hard customer conversations before you have them.")
    voice.say("Nobody watches. Practice counts neither for nor against you.")
    while True:
        try:
            rep = join(desk, voice.ask_for("What do people call you?", ABOUT_NAME))
        except Refused as problem:
            voice.say(str(problem))
            continue
        remember(voice, settings_file, replace(load_settings(settings_file)[0], rep=rep.typed))
        voice.say(f"Good to have you, {rep.name}. Everything is saved as you go.")
        return rep


def ask_face(voice: Voice, settings_file: Path) -> bool:
    """Ask whether plain lines or the app is liked better, and remember it; return whether it is plain lines."""
    voice.say("Do you use a screen reader, or like plain text?")
    voice.say("Choose 1 to 2.")
    voice.say("1. Plain text: whole lines, made for screen readers; nothing moves, nothing is drawn.")
    voice.say("2. The app: a full screen with colours, keys and the mouse.")
    while (answer := voice.ask_for("Type 1 or 2, or press enter for plain text.", ABOUT_FACE)) not in {"", "1", "2"}:
        voice.say(f'"{answer[:20]}" is not one of the answers.')
    plain = answer != "2"
    remember(voice, settings_file, replace(load_settings(settings_file)[0], plain=plain))
    return plain


def warm_up(desk: Desk, voice: Voice, settings_file: Path, rep: Rep) -> None:
    """Offer the warm-up, then ask for a goal."""
    if WARM_UP in desk.library.ids:
        voice.say("Here is a warm-up of three turns, to learn the keys.")
        brief_and_talk(desk, voice, lambda: rep, WARM_UP)
    ask_goal(
        voice, settings_file, "What do you want to get better at? Type it in your words, or press enter for later."
    )
