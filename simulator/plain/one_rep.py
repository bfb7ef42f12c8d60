"""What stands behind one person's row of the board, line by line, and what is done about them."""

from functools import partial
from typing import Final

from simulator.domain.attempt import Rep
from simulator.plain.deciding import ask_decision
from simulator.plain.exporting import ask_export
from simulator.plain.reviewing import ask_again, ask_review, recorded
from simulator.plain.standing import say_skills
from simulator.plain.voice import Voice
from simulator.records.protocol import RecordsError
from simulator.usecases.board import rep_evidence
from simulator.usecases.desk import Desk
from simulator.usecases.logins import looking_at_errors, signing
from simulator.usecases.people import told
from simulator.usecases.refusal import Refused
from simulator.usecases.report import report
from simulator.usecases.reviewing import lines_of, next_to_review, record, still_needed, waiting

HELP: Final = (
    "o: record your own decision. v: review a critical error. x: write the report to a file.",
    "r or s: this person again. b: back to the board. q: quit. ?: this help.",
)
"""What can be typed here."""


def look_at(desk: Desk, voice: Voice, rep: Rep) -> None:
    """Say what stands behind a person's row, and do what is asked about them, until b leads back."""
    _say_evidence(desk, voice, rep)
    while True:
        voice.say("o: your decision. v: review. x: file. b: back to the board. ?: help.")
        answer = voice.ask().lower()
        if answer == "b":
            return
        try:
            _act(desk, voice, rep, answer)
        except (Refused, RecordsError) as problem:
            voice.say(str(problem))


def _act(desk: Desk, voice: Voice, rep: Rep, answer: str) -> None:
    match answer:
        case "r" | "s" | "w":
            _say_evidence(desk, voice, rep)
        case "o":
            ask_decision(desk, voice, rep)
        case "v":
            _review(desk, voice, rep)
        case "x":
            ask_export(voice, partial(report, desk, rep), f"report-{rep.typed}")
        case _:
            for fact in HELP:
                voice.say(fact)


def _say_evidence(desk: Desk, voice: Voice, rep: Rep) -> None:
    found = rep_evidence(desk, rep)
    home = found.progress.home
    voice.say(f"{told(desk, rep)}: {home.label}.")
    for fact in filter(None, (home.sentence, home.decided, home.afresh, found.progress.chances)):
        voice.say(fact)
    say_skills(voice, found.progress, rep.name, heard=True)
    for error in found.errors:
        for fact in lines_of(error):
            voice.say(fact)
    for one in found.decisions:
        said = f"Decided by {one.by} ({one.role}) on {one.at.day}: {one.words}"
        voice.say(f'{said}, because: "{one.reason}" {one.state}')


def _review(desk: Desk, voice: Voice, rep: Rep) -> None:
    by = signing(looking_at_errors(desk), None)
    errors = next_to_review(waiting(desk, rep))
    if not errors:
        voice.say(f"No critical error of {told(desk, rep)} is open.")
        return
    answered = ask_review(voice, errors, by) if ask_again(voice, errors) else None
    if answered is None:
        voice.say("Nothing was recorded.")
        return
    done = recorded(voice, partial(record, desk, errors, *answered, again=True))
    if done is not None:
        voice.say(f"Recorded. {still_needed(rep, done)}")
