"""Critical errors in recorded attempts: what was said when one was made, and how often one could have been."""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.conversation.machine import Conversation, Position, conversation_of
from simulator.conversation.replay import replay
from simulator.domain.attempt import Attempt, Rep
from simulator.domain.evidence import CriticalError, Exposure, Step
from simulator.domain.ids import AttemptId
from simulator.usecases.content import content_of
from simulator.usecases.desk import Desk
from simulator.usecases.readiness import Readiness
from simulator.usecases.showing import fill
from simulator.usecases.talk import Talk


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The words around a critical error."""

    customer: str
    """What the customer had said."""
    said: str
    """The rep's answer."""
    why: str
    """What the author says of that answer."""


def said_at_errors(desk: Desk, found: Readiness) -> dict[CriticalError, Said]:
    """Return the words around every critical error of the rep's that can be read."""
    made = {each.attempt: each.critical for each in found.gathered.evidence if each.critical}
    said: dict[CriticalError, Said] = {}
    for attempt in found.gathered.attempts:
        if attempt.id in made:
            words = _words(desk, found.rep, attempt)
            said |= {error: words[error.turn, error.choice, error.at] for error in made[attempt.id]}
    return said


def exposure(desk: Desk, found: Readiness) -> Exposure:
    """Count the answers in the assessments that count at which a critical error was on offer, and those that were."""
    counting: set[AttemptId] = {evidence.attempt for evidence in found.verdict.evidence}
    chances = chosen = 0
    for attempt in found.gathered.attempts:
        if attempt.id in counting:
            conversation = conversation_of(content_of(desk, attempt.content, attempt.scenario))
            for position, step in _answers(conversation, attempt):
                on_offer = {choice.id for choice in conversation.table.offered(position.state) if choice.critical}
                chances += bool(on_offer)
                chosen += step.choice in on_offer
    return Exposure(chances=chances, chosen=chosen)


def _answers(conversation: Conversation, attempt: Attempt) -> Iterator[tuple[Position, Step]]:
    """Pair each standing choice with where it was made."""
    trail = replay(conversation, attempt.moves)
    return zip(trail.position.way(), trail.steps, strict=False)


def _words(desk: Desk, rep: Rep, attempt: Attempt) -> dict[tuple[str, str, object], Said]:
    conversation = conversation_of(content_of(desk, attempt.content, attempt.scenario))
    trail = replay(conversation, attempt.moves)
    talk = Talk(rep=rep, attempt=attempt, conversation=conversation, trail=trail, key="")
    words: dict[tuple[str, str, object], Said] = {}
    for position, step in _answers(conversation, attempt):
        choice = conversation.scenario.turns[step.turn].choice(step.choice)
        words[step.turn, step.choice, step.at] = Said(
            customer=fill(talk, conversation.words(position).customer),
            said=fill(talk, choice.say),
            why=fill(talk, choice.why),
        )
    return words
