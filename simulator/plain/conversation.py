"""One conversation, line by line."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from simulator.plain.debrief import say_result, wants_to_go_back
from simulator.plain.voice import Quit, Voice, facts_of
from simulator.records.protocol import Conflict, RecordsError
from simulator.usecases.desk import Desk
from simulator.usecases.refusal import Refused
from simulator.usecases.showing import (
    TAKEN_BACK,
    FeelingView,
    OptionView,
    Speaker,
    TalkView,
    fill,
    transcript,
    view_of,
)
from simulator.usecases.talk import Talk, choose, hint, resume, rewind

HELP_PRACTICE: Final = (
    "Type a number to say that line.",
    "r: repeat this turn. b: take your last choice back. h: a hint. w: why the mood moved.",
    "s: where you are. t: all that was said so far. k: what you knew beforehand, and the goal.",
    "home: save and go home. q: save and quit. ?: this help.",
)
"""What can be typed in practice."""

HELP_ASSESSMENT: Final = (
    "Type a number to say that line.",
    "r: repeat this turn. s: where you are. t: all that was said so far. k: what you knew beforehand, and the goal.",
    "home: save and go home. q: save and quit. ?: this help.",
    "This is an assessment: no taking back, no hints; coaching comes at the end.",
)
"""What can be typed in an assessment."""

SAVED: Final = "Saved. You can go on at this turn later."
"""Said to whoever leaves before the end."""


def converse(desk: Desk, voice: Voice, talk: Talk) -> None:
    """Talk and look back, until the rep goes home; Quit where they leave altogether."""
    _Exchange(desk, voice, talk).run()


@dataclass(slots=True)
class _Exchange:
    """A conversation in front of one person: the one place in plain mode that changes."""

    desk: Desk
    voice: Voice
    talk: Talk

    def run(self) -> None:
        """Talk to an ending and look back at it, as often as the rep takes the last choice back from there."""
        self._say_turn(opening=True)
        while self._reach_an_ending():
            say_result(self.desk, self.voice, self.talk)
            if not wants_to_go_back(self.desk, self.voice, self.talk):
                return
            self._answer("b")

    def _reach_an_ending(self) -> bool:
        """Talk until the end; False where the rep goes home before."""
        while not self.talk.ended:
            try:
                answer = self.voice.ask().lower()
            except Quit:
                self.voice.say(SAVED)
                raise
            if answer == "home":
                self.voice.say(SAVED)
                return False
            self._answer(answer)
        return True

    def _answer(self, answer: str) -> None:
        try:
            with self.voice.undisturbed():
                self._commands().get(answer, partial(self._choose, answer))()
        except Conflict:
            self.talk = resume(self.desk, self.talk.attempt.id)
            self.voice.say("This conversation went on in another window; here is where it stands now.")
            self._say_turn()
        except (Refused, RecordsError) as problem:
            self.voice.say(str(problem))
            self._say_choose()

    def _commands(self) -> dict[str, Callable[[], None]]:
        commands: dict[str, Callable[[], None]] = {
            "r": self._say_turn,
            "s": self._say_status,
            "t": self._say_transcript,
            "k": self._say_known,
            "?": self._say_help,
        }
        practice = {"b": self._rewind, "h": self._hint, "w": self._say_why}
        return commands | (practice if self.talk.practice else dict.fromkeys(practice, self._not_here))

    def _choose(self, answer: str) -> None:
        options = view_of(self.talk).options
        by_number = {str(option.number): option for option in options}
        if answer not in by_number:
            what = f'"{answer[:20]}" is not one of the answers.' if answer else "Nothing was said."
            self.voice.say(f"{what} Type {_numbers(options)}, or ? for help.")
            return
        waited = self.talk.waits
        self.talk = choose(self.desk, self.talk, by_number[answer].id)
        if self.talk.waits and not waited:
            self.voice.say(view_of(self.talk).kept)
        if waited and not self.talk.waits:
            self.voice.say("The server is back, and what you said has been delivered.")
        self._say_turn()

    def _rewind(self) -> None:
        self.talk = rewind(self.desk, self.talk)
        self.voice.say(TAKEN_BACK)
        self._say_turn(opening=True)

    def _hint(self) -> None:
        self.talk = hint(self.desk, self.talk)
        self.voice.say(f"Hint: {view_of(self.talk).hint or 'there is none for this turn.'}")
        self._say_choose()

    def _say_why(self) -> None:
        view = view_of(self.talk)
        self.voice.say(f"Why: {f'{view.why} {view.coached}'.strip() or 'nothing has been said yet.'}")
        self._say_choose()

    def _not_here(self) -> None:
        self.voice.say("This is an assessment: that is not open here. Coaching comes at the end.")
        self._say_choose()

    def _say_help(self) -> None:
        for line in HELP_PRACTICE if self.talk.practice else HELP_ASSESSMENT:
            self.voice.say(line)
        self._say_choose()

    def _say_status(self) -> None:
        view = view_of(self.talk)
        made = "1 choice" if view.number == 1 else f"{view.number} choices"
        self.voice.say(f"Conversation: {view.title}, {self.talk.attempt.purpose}, {made} made.")
        self.voice.say(mood_line(view))
        self._say_choose()

    def _say_transcript(self) -> None:
        for line in transcript(self.talk):
            self.voice.say(f"{line.name}: {line.text}")
        self._say_choose()

    def _say_known(self) -> None:
        scenario = self.talk.scenario
        for fact in facts_of(f"The situation: {fill(self.talk, scenario.briefing)}"):
            self.voice.say(fact)
        self.voice.say(f"Goal: {fill(self.talk, scenario.goal)}")
        self._say_choose()

    def _say_turn(self, *, opening: bool = False) -> None:
        view = view_of(self.talk)
        for line in view.spoken:
            # On coming back, the rep's own last words were said before; only the customer's are needed.
            if not opening or line.speaker is Speaker.CUSTOMER:
                self.voice.say(f"{line.name}: {line.text}")
        if view.mood:
            self.voice.say(mood_line(view))
        if not self.talk.ended:
            self._say_options(view)

    def _say_options(self, view: TalkView) -> None:
        self.voice.say(_invitation(view))
        for option in view.options:
            self.voice.say(f"{option.number}. {option.text}")

    def _say_choose(self) -> None:
        if not self.talk.ended:
            self.voice.say(_invitation(view_of(self.talk)))


def _invitation(view: TalkView) -> str:
    return f"Choose {_numbers(view.options)}."


def _numbers(options: Sequence[OptionView]) -> str:
    return "1" if len(options) == 1 else f"1 to {len(options)}"


def mood_line(view: TalkView) -> str:
    """Say the mood in a word; in practice with its number and what it was."""
    if view.feeling is None:
        return f"Mood: {view.mood}."
    return f"Mood: {view.mood}, {_feeling(view.feeling)}."


def _feeling(feeling: FeelingView) -> str:
    now = f"{feeling.label.lower()} {feeling.value} of {feeling.high}"
    return now if feeling.was in {None, feeling.value} else f"{now}, was {feeling.was}"
