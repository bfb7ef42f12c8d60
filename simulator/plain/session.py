"""A whole sitting in plain mode: first run, home, and what can be opened from there."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from simulator.authoring.library import BrokenScenario, UnknownScenario
from simulator.domain.attempt import Rep
from simulator.domain.ids import ScenarioId
from simulator.plain.first_run import ask_face, ask_name, warm_up
from simulator.plain.intending import ask_afresh, ask_day
from simulator.plain.play import brief_and_talk
from simulator.plain.remembering import ask_goal
from simulator.plain.standing import say_home, say_next, say_progress
from simulator.plain.voice import Quit, Voice, goodbye
from simulator.records.protocol import RecordsError
from simulator.usecases.desk import Desk
from simulator.usecases.home import home
from simulator.usecases.logins import is_new_here
from simulator.usecases.progress import progress
from simulator.usecases.refusal import Refused
from simulator.usecases.settings import load_settings

HELP_HOME: Final = (
    "Type the number of a conversation to open it. n: the suggested one. w: why that one.",
    "p: your progress and its evidence. g: your own goal, in words. d: a goal with a day. a: start afresh.",
    "r or s: where you stand, and the conversations. q: quit. ?: this help.",
)
"""What can be typed at home."""


def sit_down(desk: Desk, voice: Voice, settings_file: Path, rep: Rep | None, *, can_draw: bool = False) -> bool:
    """Spend a sitting at home: choose, talk, look at progress, leave.

    Return whether a newcomer wants the app instead, which is asked for only where it `can_draw`.
    """
    try:
        person = rep or ask_name(desk, voice, settings_file)
        if rep is None or is_new_here(desk, settings_file):
            plain = ask_face(voice, settings_file)
            if not plain and can_draw:
                return True
            if not plain:
                voice.say("The app needs a terminal that can draw, so it opens there. Here it goes on in plain text.")
        if rep is None:
            warm_up(desk, voice, settings_file, person)
        _Sitting(desk, voice, settings_file, person).run()
    except Quit:
        voice.say(goodbye(example=desk.example))
    return False


@dataclass(slots=True)
class _Sitting:
    """One person at home in plain mode."""

    desk: Desk
    voice: Voice
    settings_file: Path
    rep: Rep

    def run(self) -> None:
        """Answer until the person quits."""
        self._say_home()
        while True:
            self.voice.say("Type a conversation's number, n for the suggested one, or ? for help.")
            answer = self.voice.ask().lower()
            try:
                self._answer(answer)
            except (Refused, BrokenScenario, UnknownScenario, RecordsError) as problem:
                self.voice.say(str(problem))

    def _answer(self, answer: str) -> None:
        commands: dict[str, Callable[[], None]] = {
            "": self._say_help,
            "?": self._say_help,
            "b": lambda: self.voice.say("You are at home: there is nothing to go back to."),
            "w": lambda: say_next(self.voice, home(self.desk, self.rep)),
            "r": self._say_home,
            "s": self._say_home,
            "home": self._say_home,
            "n": self._open_suggested,
            "p": lambda: say_progress(self.voice, progress(self.desk, self.rep)),
            "g": self._ask_goal,
            "d": lambda: ask_day(self.desk, self.voice, self.rep),
            "a": lambda: ask_afresh(self.desk, self.voice, self.rep),
        }
        commands.get(answer, lambda: self._open_number(answer))()

    def _open_number(self, answer: str) -> None:
        rows = home(self.desk, self.rep).scenarios
        if not answer.isdecimal() or not 1 <= int(answer[:6]) <= len(rows):
            self.voice.say(f'"{answer[:20]}" is not one of the answers.')
            return
        self._open(rows[int(answer[:6]) - 1].id)

    def _open_suggested(self) -> None:
        suggestion = home(self.desk, self.rep).suggestion
        if suggestion is None:
            self.voice.say("There is no conversation in this library yet.")
            return
        self._open(suggestion.scenario.id)

    def _open(self, scenario: ScenarioId) -> None:
        row = next(row for row in home(self.desk, self.rep).scenarios if row.id == scenario)
        brief_and_talk(self.desk, self.voice, lambda: self.rep, scenario, rep=self.rep, purpose=row.purpose)
        self._say_home()

    def _ask_goal(self) -> None:
        goal = load_settings(self.settings_file)[0].goal
        question = f"Your goal now: {goal or 'none'}. Type a new one, or press enter to keep it."
        ask_goal(self.voice, self.settings_file, question)

    def _say_help(self) -> None:
        for line in HELP_HOME:
            self.voice.say(line)

    def _say_home(self) -> None:
        settings, note = load_settings(self.settings_file)
        if note:
            self.voice.say(note)
        say_home(self.voice, home(self.desk, self.rep), settings.goal)
