"""The look back, line by line: the result first, then any turn the rep asks for."""

from typing import Final

from simulator.domain.scenario import Purpose
from simulator.plain.voice import Voice
from simulator.usecases.debrief import AlternativeView, Debrief, DebriefTurn, debrief
from simulator.usecases.desk import Desk
from simulator.usecases.talk import Talk

_HELP: Final = (
    "A number looks back at that turn: what else could have been said, and what it would have shown.",
    "r or s: repeat the result. w: the coaching on your last choice.",
)

HELP_PRACTICE: Final = (*_HELP, "b: take your last choice back and go on. enter: finish. q: save and quit.")
"""What can be typed after practice."""

HELP_ASSESSMENT: Final = (*_HELP, "enter: finish. q: save and quit. Nothing can be taken back in an assessment.")
"""What can be typed after an assessment."""


def say_result(desk: Desk, voice: Voice, talk: Talk) -> None:
    """Say how it came out and what it showed."""
    view = debrief(desk, talk)
    voice.say(f"The conversation has ended: {view.outcome}.")
    voice.say(f"Debrief: {view.text}")
    for skill in view.skills:
        voice.say(f"{skill.sentence}.")
    for error in view.critical:
        voice.say(f"Critical error: {error}")
    if view.follows:
        voice.say(view.follows)
    voice.say(_counting(view))


def wants_to_go_back(desk: Desk, voice: Voice, talk: Talk) -> bool:
    """Go through the turns on request until the rep has seen enough; return whether to take the last choice back."""
    view = debrief(desk, talk)
    while view.turns:
        voice.say(f"Type {_numbers(view)} to look back at a turn, ? for help, or press enter to finish.")
        answer = voice.ask().lower()
        if answer in {"", "home"}:
            return False
        if answer == "b" and talk.practice:
            return True
        _answer(desk, voice, talk, view, answer)
    return False


def _answer(desk: Desk, voice: Voice, talk: Talk, view: Debrief, answer: str) -> None:
    if answer in {"r", "s"}:
        say_result(desk, voice, talk)
    elif answer == "w":
        voice.say(f"Why: {view.turns[-1].chosen.why or 'there is no coaching on your last choice.'}")
    elif answer == "b":
        voice.say("This was an assessment: nothing can be taken back. You can practise this conversation now.")
    elif answer == "?":
        for line in HELP_PRACTICE if talk.practice else HELP_ASSESSMENT:
            voice.say(line)
    elif answer.isdecimal() and 1 <= int(answer[:6]) <= len(view.turns):
        _say_turn(voice, view, view.turns[int(answer[:6]) - 1])
    else:
        voice.say(f'"{answer[:20]}" is not a turn of this conversation.')


def _numbers(view: Debrief) -> str:
    return "1" if len(view.turns) == 1 else f"1 to {len(view.turns)}"


def _counting(view: Debrief) -> str:
    if view.counts:
        return "This assessment counts towards your readiness."
    if view.purpose is Purpose.ASSESSMENT:
        return "You had met this customer before, so this counts for nothing."
    return "This was practice: it counts neither for nor against you."


def _say_turn(voice: Voice, view: Debrief, turn: DebriefTurn) -> None:
    voice.say(f"Turn {turn.number} of {len(view.turns)}.")
    voice.say(f"{view.customer}: {turn.customer}")
    if turn.cue:
        voice.say(f"To notice: {turn.cue}")
    if turn.calls_for:
        voice.say(f"Called for: {' and '.join(turn.calls_for)}.")
    for number, alternative in enumerate(turn.alternatives, start=1):
        _say_alternative(voice, view.customer, number, alternative)


def _say_alternative(voice: Voice, customer: str, number: int, alternative: AlternativeView) -> None:
    voice.say(f"{number}. {'You said' if alternative.chosen else 'Not said'}: {alternative.text}")
    for shown in alternative.shown:
        voice.say(f"Shows {shown.indicator} ({shown.skill}): {shown.word}, level {shown.level:d} of 3.")
    if alternative.critical:
        voice.say(f"Critical error: {alternative.critical}.")
    if alternative.why:
        voice.say(f"Coach: {alternative.why}")
    voice.say(f"{customer}, to that: {alternative.answer}")
