"""What plain mode remembers of a person between runs."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from simulator.plain.voice import Voice
from simulator.usecases.settings import Settings, load_settings, save_settings

LONGEST_GOAL: Final = 200
"""Characters of a goal that are kept."""

ABOUT_GOAL: Final = (
    "A goal in your own words stands at home above all else. Enter leaves it as it is. q: save and quit."
)
"""What the question for a goal is about."""


def remember(voice: Voice, file: Path, change: Settings) -> None:
    """Write the settings, or say that they could not be written."""
    try:
        save_settings(file, change)
    except OSError as problem:
        voice.say(f"The settings could not be written to {file}: {problem.strerror}. This run is not affected.")


def ask_goal(voice: Voice, file: Path, question: str) -> None:
    """Ask for the person's own goal and keep it; enter leaves things as they are."""
    settings, _ = load_settings(file)
    goal = voice.ask_for(question, ABOUT_GOAL)[:LONGEST_GOAL]
    if goal:
        remember(voice, file, replace(settings, goal=goal))
        voice.say(f"Your goal: {goal}")
