"""Everything about an attempt, derived from its moves: resume, rewind, debrief and audit are all this."""

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.conversation.machine import Conversation, Position
from simulator.conversation.table import NotOffered
from simulator.domain.attempt import Chose, Hinted, Recorded, Rewound
from simulator.domain.evidence import Step


class DoesNotReplay(ValueError):
    """A recorded move does not fit the scenario it stands on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """Where a list of moves leads, and the choices that still stand."""

    position: Position
    steps: tuple[Step, ...]
    """Standing choices in order; rewound ones are gone."""
    hinted: bool
    """Whether the hint was asked for at the present turn since it was last reached."""


def replay(conversation: Conversation, moves: Iterable[Recorded]) -> Trail:
    """Follow the recorded moves from the start; DoesNotReplay names the first that does not fit."""
    trail = Trail(position=conversation.start(), steps=(), hinted=False)
    for recorded in moves:
        trail = follow(conversation, trail, recorded)
    return trail


def follow(conversation: Conversation, trail: Trail, recorded: Recorded) -> Trail:
    """Follow one more move; DoesNotReplay where it does not fit."""
    name = f"move {recorded.number}"
    match recorded.move:
        case Chose(turn=turn, choice=choice):
            _stand_at(trail.position, turn, name)
            step = Step(turn=turn, choice=choice, visit=trail.position.visit(), at=recorded.at)
            position = _chosen(conversation, trail.position, choice, name)
            return Trail(position=position, steps=(*trail.steps, step), hinted=False)
        case Rewound(turn=turn):
            if trail.position.previous is None:
                raise DoesNotReplay(f"{name} goes back from the first turn")
            _stand_at(trail.position.previous, turn, name)
            return Trail(position=trail.position.previous, steps=trail.steps[:-1], hinted=False)
        case Hinted(turn=turn):
            _stand_at(trail.position, turn, name)
            return Trail(position=trail.position, steps=trail.steps, hinted=True)


def _chosen(conversation: Conversation, position: Position, choice: str, name: str) -> Position:
    try:
        return conversation.choose(position, choice)
    except NotOffered as problem:
        raise DoesNotReplay(f"{name}: {problem}") from problem


def _stand_at(position: Position, turn: str, name: str) -> None:
    if position.state.place != turn:
        raise DoesNotReplay(f'{name} belongs to "{turn}", not to "{position.state.place}"')
