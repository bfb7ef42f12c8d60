"""The demo line by line: the team's board, or the home of one of the example people."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from simulator.domain.attempt import Rep
from simulator.plain.board import look_around
from simulator.plain.session import sit_down
from simulator.plain.voice import Quit, Voice
from simulator.usecases.desk import Desk

HELP: Final = (
    "t: the team's board, as a manager or trainer sees it: who stands where, reviews, decisions.",
    "A number: that person's home, as a rep sees it: practise, be assessed, look at progress.",
    "q: out of either, back to here; and from here, quit. ?: this help.",
)


def try_out(desk: Desk, voice: Voice, people: Sequence[Rep], settings_file: Path) -> None:
    """Look around as one or the other until the person quits."""
    voice.say("These are example people; nothing here is kept. Do with them what you like.")
    try:
        while True:
            _say_who(voice, people)
            _answer(desk, voice, people, settings_file, voice.ask().lower())
    except Quit:
        voice.say("Nothing of the examples was kept.")


def _say_who(voice: Voice, people: Sequence[Rep]) -> None:
    for number, rep in enumerate(people, start=1):
        voice.say(f"{number}. {rep.name}")
    voice.say("Type t for the team's board, a number for that person's home, ? for help, or q to quit.")


def _answer(desk: Desk, voice: Voice, people: Sequence[Rep], settings_file: Path, answer: str) -> None:
    if answer == "t":
        look_around(desk, voice)
    elif answer.isdecimal() and 1 <= int(answer[:6]) <= len(people):
        sit_down(desk, voice, settings_file, people[int(answer[:6]) - 1])
    else:
        for line in HELP:
            voice.say(line)
