"""Setting a goal with a day, and starting afresh, by question and answer."""

from collections.abc import Sequence
from typing import Final

from simulator.domain.attempt import Rep
from simulator.plain.voice import Voice
from simulator.usecases.afresh import prospect, start_afresh
from simulator.usecases.desk import Desk
from simulator.usecases.goals import choices_of, drop_goal, set_goal
from simulator.usecases.refusal import Refused

ABOUT_WHAT: Final = "A goal says what you want to have shown by when; home says what is between. Enter: leave it."
ABOUT_WHEN: Final = "The last day that is in time: a date, or how many days or weeks from today. Enter: leave it."
ABOUT_YES: Final = "It cannot be taken back. y: start afresh. n or enter: leave everything as it is."


def ask_day(desk: Desk, voice: Voice, rep: Rep) -> None:
    """Ask for a skill and a day; enter leaves things as they are."""
    what = _ask_what(voice, (*choices_of(desk), ("", "No goal with a day")))
    if what:
        _ask_when(desk, voice, rep, what)
    elif what is not None:
        voice.say("You have no goal with a day any more." if drop_goal(desk, rep) else "There was none.")


def _ask_what(voice: Voice, choices: Sequence[tuple[str, str]]) -> str | None:
    """Ask what the goal is for; None where nothing is to change."""
    voice.say("What do you want to have shown?")
    for number, (_, title) in enumerate(choices, start=1):
        voice.say(f"{number}. {title}")
    numbers = {str(number): typed for number, (typed, _) in enumerate(choices, start=1)}
    while answer := voice.ask_for(f"Choose 1 to {len(choices)}.", ABOUT_WHAT):
        if answer in numbers:
            return numbers[answer]
        voice.say(f'"{answer[:20]}" is not one of the answers.')
    return None


def _ask_when(desk: Desk, voice: Voice, rep: Rep, what: str) -> None:
    while day := voice.ask_for("By when? A date such as 2027-01-31, or: 4 weeks.", ABOUT_WHEN):
        try:
            with voice.undisturbed():
                goal = set_goal(desk, rep, what, day)
        except Refused as refusal:
            voice.say(str(refusal))
        else:
            voice.say(f"Goal by day: {goal.title}. {goal.between}")
            return


def ask_afresh(desk: Desk, voice: Voice, rep: Rep) -> None:
    """Say what a fresh start would do, and make it where the answer is yes."""
    ahead = prospect(desk, rep)
    for fact in filter(None, (ahead.sentence, ahead.refusal)):
        voice.say(fact)
    while not ahead.refusal:
        match voice.ask_for("Start afresh? y or n", ABOUT_YES).lower():
            case "y" | "yes":
                with voice.undisturbed():
                    start_afresh(desk, rep)
                voice.say("You start afresh: from now on only new assessments count.")
                return
            case "n" | "no" | "":
                voice.say("Everything stays as it is.")
                return
            case _:
                voice.say("Type y or n.")
