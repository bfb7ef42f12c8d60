"""A whole sitting in plain mode: first run, home, briefing, conversation, progress."""

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from simulator.authoring.library import BrokenScenario, UnknownScenario
from simulator.domain.attempt import Rep
from simulator.domain.ids import ScenarioId
from simulator.domain.scenario import Purpose
from simulator.plain.conversation import converse, say_briefing
from simulator.plain.voice import Voice
from simulator.usecases.briefing import briefing
from simulator.usecases.desk import Desk
from simulator.usecases.home import Home, Progress, home
from simulator.usecases.people import join
from simulator.usecases.progress import ProgressView, progress
from simulator.usecases.refusal import Refused
from simulator.usecases.settings import Settings, load_settings, save_settings
from simulator.usecases.talk import begin

HELP_HOME = (
    "Type the number of a conversation to open it.",
    "n: the suggested one. p: your progress and its evidence. g: your own goal.",
    "r: repeat. q: quit. ?: this help.",
)
"""What can be typed at home."""

HELP_BRIEFING = "Press enter to begin. r: repeat the briefing. q: leave without opening it. ?: this help."
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
    """Brief the rep, then talk; goes on with an unfinished attempt.

    For practice the briefing needs no records, so they are opened while the rep reads.
    """
    scenario = desk.library.scenario(scenario_id).scenario
    planned = purpose or scenario.purpose
    rep = who() if planned is Purpose.ASSESSMENT else None
    say_briefing(voice, briefing(desk, rep, scenario_id, planned))
    opening = _open_records_meanwhile(desk)
    if not _ready(desk, voice, rep, scenario_id, planned):
        return
    opening.join()
    talk = begin(desk, rep or who(), scenario_id, purpose, seed)
    if talk.trail.steps:
        voice.say(f"You stopped here before; going on at turn {len(talk.trail.steps) + 1}.")
    if talk.attempt.purpose is not planned:
        voice.say("You have met this customer before, so this is practice.")
    converse(desk, voice, talk)


def sit_down(desk: Desk, voice: Voice, settings_file: Path, rep: Rep | None) -> None:
    """Spend a sitting at home: choose, talk, look at progress, leave."""
    person = rep or first_run(desk, voice, settings_file)
    if person is not None:
        _Sitting(desk, voice, settings_file, person).run()


def first_run(desk: Desk, voice: Voice, settings_file: Path) -> Rep | None:
    """Ask who this is, and remember it; None at the end of input."""
    voice.say("Welcome. Here you practise hard customer conversations before you have them.")
    while True:
        voice.say("What do people call you?")
        answer = voice.ask()
        if answer is None or answer.lower() == "q":
            return None
        try:
            rep = join(desk, answer)
        except Refused as problem:
            voice.say(str(problem))
            continue
        _remember(voice, settings_file, rep=rep.id)
        voice.say(f"Good to have you, {rep.name}. Everything is saved as you go.")
        return rep


@dataclass(slots=True)
class _Sitting:
    """One person at home in plain mode."""

    desk: Desk
    voice: Voice
    settings_file: Path
    rep: Rep

    def run(self) -> None:
        self._say_home()
        while True:
            self.voice.say("Type a conversation's number, n for the suggested one, or ? for help.")
            answer = self.voice.ask()
            if answer is None or answer.lower() in {"q", "quit"}:
                self.voice.say("Everything is saved. Until next time.")
                return
            try:
                self._answer(answer.lower())
            except (Refused, BrokenScenario, UnknownScenario) as problem:
                self.voice.say(str(problem))

    def _answer(self, answer: str) -> None:
        commands: dict[str, Callable[[], None]] = {
            "": self._say_help,
            "?": self._say_help,
            "w": self._say_help,
            "b": self._say_help,
            "r": self._say_home,
            "s": self._say_home,
            "n": self._open_suggested,
            "p": lambda: say_progress(self.voice, progress(self.desk, self.rep)),
            "g": self._ask_goal,
        }
        command = commands.get(answer)
        if command is not None:
            command()
            return
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
        play(self.desk, self.voice, lambda: self.rep, scenario, purpose=row.purpose)
        self._say_home()

    def _ask_goal(self) -> None:
        settings, _ = load_settings(self.settings_file)
        self.voice.say(f"Your goal now: {settings.goal or 'none'}. Type a new one, or press enter to keep it.")
        if answer := self.voice.ask():
            _remember(self.voice, self.settings_file, goal=answer[:200])
            self.voice.say(f"Your goal: {answer[:200]}")

    def _say_help(self) -> None:
        for line in HELP_HOME:
            self.voice.say(line)

    def _say_home(self) -> None:
        settings, note = load_settings(self.settings_file)
        if note:
            self.voice.say(note)
        say_home(self.voice, home(self.desk, self.rep), settings)


def say_home(voice: Voice, view: Home, settings: Settings | None = None) -> None:
    """Say where the rep stands, what to do next and why, and what there is."""
    voice.say(f"{view.rep.name}: {view.label}.")
    voice.say(view.sentence)
    if settings is not None and settings.goal:
        voice.say(f"Your goal: {settings.goal}")
    for skill in view.skills:
        voice.say(f"{skill.title}: {skill.word}. {skill.sentence}")
    if view.suggestion is not None:
        voice.say(f"Next: {view.suggestion.scenario.title}. {view.suggestion.reason}")
    voice.say("Conversations:")
    for number, row in enumerate(view.scenarios, start=1):
        times = "" if row.progress is not Progress.DONE else f", last time: {row.outcome}"
        voice.say(f"{number}. {row.title}, with {row.customer} ({row.purpose}, {row.level}, {row.progress}{times}).")
    for broken in view.broken:
        voice.say(f"Not available because of mistakes in its file: {broken}. See: simulator lint")


def say_progress(voice: Voice, view: ProgressView) -> None:
    """Say every skill's standing and every piece of evidence behind it."""
    voice.say(f"{view.home.rep.name}: {view.home.label}. {view.home.sentence}")
    for skill in view.skills:
        voice.say(f"{skill.row.title}: {skill.row.word}. {skill.row.sentence}")
        if len(skill.history) > 1:
            course = ", ".join(f"{share:.0%}" for share in skill.history)
            voice.say(f"{skill.row.title}, estimate after each assessment: {course}.")
        for line in skill.evidence:
            said = f'You: "{line.said}"' if line.said else "Not answered yet."
            shown = f"{line.indicator}: {line.word}. " if line.indicator else ""
            voice.say(f"{skill.row.title}, {line.at:%Y-%m-%d}, {line.scenario}. {shown}{said}")
    if view.home.suggestion is not None:
        voice.say(f"Next: {view.home.suggestion.scenario.title}. {view.home.suggestion.reason}")


def _ready(desk: Desk, voice: Voice, rep: Rep | None, scenario_id: ScenarioId, purpose: Purpose) -> bool:
    """Wait until the rep has read the briefing; False where they leave."""
    while True:
        voice.say("Press enter to begin, or q to leave.")
        answer = voice.ask()
        if answer is None or answer.lower() in {"q", "quit"}:
            voice.say("Not opened; nothing is recorded.")
            return False
        if answer == "":
            return True
        if answer.lower() in {"r", "s"}:
            say_briefing(voice, briefing(desk, rep, scenario_id, purpose))
        else:
            voice.say(HELP_BRIEFING)


def _open_records_meanwhile(desk: Desk) -> threading.Thread:
    """Load and open the records in the background: the database is the slowest thing to load."""

    def opened() -> None:
        # What goes wrong here goes wrong again in the foreground, and is answered there.
        with suppress(Exception):
            _ = desk.records

    thread = threading.Thread(target=opened, daemon=True)
    thread.start()
    return thread


def _remember(voice: Voice, file: Path, *, rep: str | None = None, goal: str | None = None) -> None:
    settings, _ = load_settings(file)
    changed = replace(settings, rep=rep or settings.rep, goal=settings.goal if goal is None else goal)
    try:
        save_settings(file, changed)
    except OSError as problem:
        voice.say(f"The settings could not be written to {file}: {problem.strerror}. This run is not affected.")
