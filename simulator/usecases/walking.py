"""Walk a scenario by naming choices: the trainer's way to see a path without playing it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from simulator.conversation.machine import Conversation, Position, conversation_of
from simulator.domain.ids import ScenarioId, SkillId
from simulator.domain.near import did_you_mean
from simulator.domain.rubric import Level
from simulator.domain.scenario import Outcome
from simulator.lint.walked import Walked, walked
from simulator.usecases.desk import Desk
from simulator.usecases.refusal import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkedTurn:
    """One turn on the way."""

    turn: str
    customer: str
    mood: str
    choice: str
    say: str
    reaction: str
    shows: Mapping[str, Level]
    feelings: Mapping[str, int]
    """After the choice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkView:
    """Where a list of choices leads."""

    scenario: ScenarioId
    turns: tuple[WalkedTurn, ...]
    place: str
    """The turn or ending it stops at."""
    customer: str
    """What the customer says there."""
    mood: str
    feelings: Mapping[str, int]
    facts: tuple[str, ...]
    offered: Mapping[str, str]
    """What can be said there: choice id to words; none at an ending."""
    outcome: Outcome | None
    """None while the conversation goes on."""
    levels: Mapping[SkillId, tuple[Level, ...]]
    critical: tuple[str, ...]


def walk(desk: Desk, scenario_id: ScenarioId, choices: Sequence[str]) -> WalkView:
    """Make the choices from the start; Refused where one is not on offer, with what is."""
    conversation = conversation_of(desk.library.scenario(scenario_id).scenario)
    way = walked(conversation, tuple(choices))
    if way.refused is not None:
        raise Refused(refusal(conversation, way))
    state = way.last.state
    words, ending = conversation.words(way.last), conversation.ending(way.last)
    return WalkView(
        scenario=scenario_id,
        turns=tuple(_turn(conversation, position) for position in way.positions[1:]),
        place=state.place,
        customer=words.customer,
        mood=words.mood,
        feelings=conversation.feelings(way.last),
        facts=conversation.table.known(state),
        offered={choice.id: choice.say for choice in conversation.table.offered(state)},
        outcome=ending.outcome if ending else None,
        levels=way.levels,
        critical=way.critical,
    )


def refusal(conversation: Conversation, way: Walked) -> str:
    """Say which choice could not be made, and what could."""
    state = way.last.state
    offered = [choice.id for choice in conversation.table.offered(state)]
    if not offered:
        return f'The conversation has ended at "{state.place}": "{way.refused}" comes after the end.'
    near = did_you_mean(way.refused or "", offered)
    listed = f"on offer there: {', '.join(offered)}"
    return f'"{way.refused}" is not on offer at "{state.place}": {near + " (" + listed + ")" if near else listed}'


def _turn(conversation: Conversation, after: Position) -> WalkedTurn:
    here = after.previous
    assert here is not None, "only the start has no position before it"
    turn = conversation.turn(here)
    assert turn is not None, "choices are made at turns"
    choice = turn.choice(after.choice or "")
    words = conversation.words(here)
    return WalkedTurn(
        turn=here.state.place,
        customer=words.customer,
        mood=words.mood,
        choice=choice.id,
        say=choice.say,
        reaction=choice.reaction,
        shows=choice.shows,
        feelings=conversation.feelings(after),
    )
