"""Whether the best choice can be found without hearing the customer: a quiz for somebody who does not know the file."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from string import ascii_lowercase
from typing import Final

from simulator.analysis.chance import at_least
from simulator.domain.ids import ScenarioId
from simulator.domain.scenario import Choice, Customer, Turn
from simulator.usecases.desk import Desk
from simulator.usecases.refusal import Refused
from simulator.usecases.showing import named

REP: Final = "Robin"
"""What a rep is called here: who answers is nobody in particular, and customers call people by a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One turn, without what the customer says."""

    turn: str
    heard: tuple[str, ...]
    """What the customer can say there: the turn's own words, then other words by condition."""
    choices: tuple[Choice, ...]
    """In an order that the seed decides."""
    best: frozenset[int]
    """Those at the highest level, by position."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiz:
    """All turns of a scenario that call for a skill, shuffled."""

    scenario: ScenarioId
    title: str
    briefing: str
    goal: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """What somebody's picks come to."""

    found: tuple[str, ...]
    """Turns at which the best was found."""
    of: int
    """Turns that were answered."""
    by_luck: float
    """How many luck would find."""
    chance: float
    """The probability that luck would find as many, 0 to 1."""


def quiz(desk: Desk, scenario_id: ScenarioId, seed: int) -> Quiz:
    """Make the quiz; the same seed makes the same one."""
    scenario = desk.library.scenario(scenario_id).scenario
    draw = Random(f"{scenario_id}/{seed}")  # noqa: S311 - an order, not a secret
    turns = [(turn_id, turn) for turn_id, turn in scenario.turns.items() if turn.calls_for and turn.choices]
    draw.shuffle(turns)
    asked = (_question(turn_id, turn, scenario.customer, draw) for turn_id, turn in turns)
    return Quiz(
        scenario=scenario_id,
        title=scenario.title,
        briefing=_filled(scenario.customer, scenario.briefing),
        goal=_filled(scenario.customer, scenario.goal),
        # Where all are as good as each other there is nothing to find.
        questions=tuple(question for question in asked if len(question.best) < len(question.choices)),
    )


def mark(of: Quiz, picks: Sequence[str]) -> Marked:
    """Mark picks given as letters, `-` where nothing was picked; Refused where they do not fit the questions."""
    if len(picks) != len(of.questions):
        raise Refused(f"There are {len(of.questions)} questions, and {len(picks)} answers: give one letter for each.")
    found, chances = list[str](), list[float]()
    for number, (question, pick) in enumerate(zip(of.questions, picks, strict=True), 1):
        if pick == "-":
            continue
        at = ascii_lowercase.find(pick.lower()) if len(pick) == 1 else -1
        if not 0 <= at < len(question.choices):
            last = ascii_lowercase[len(question.choices) - 1]
            raise Refused(f'Answer {number} is "{pick[:20]}": give a letter from a to {last}, or - for none.')
        found += [question.turn] if at in question.best else []
        chances.append(len(question.best) / len(question.choices))
    return Marked(found=tuple(found), of=len(chances), by_luck=sum(chances), chance=at_least(len(found), chances))


def _filled(customer: Customer, text: str) -> str:
    return named(customer, text).replace("{rep}", REP)


def _question(turn_id: str, turn: Turn, customer: Customer, draw: Random) -> Question:
    choices = list(turn.choices)
    draw.shuffle(choices)
    levels = [max(choice.shows.values(), default=0) for choice in choices]
    return Question(
        turn=turn_id,
        heard=tuple(
            _filled(customer, words) for words in (turn.customer, *(variant.customer for variant in turn.variants))
        ),
        choices=tuple(replace(choice, say=_filled(customer, choice.say)) for choice in choices),
        best=frozenset(at for at, level in enumerate(levels) if level == max(levels)),
    )
