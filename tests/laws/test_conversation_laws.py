"""Laws that hold for every sound scenario and every way through it."""

# pyright: reportPrivateUsage=false
from datetime import UTC, datetime, timedelta
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import scenarios
from transitions import Machine

from simulator.conversation.machine import Conversation, Position
from simulator.conversation.replay import follow, replay
from simulator.conversation.table import NotOffered
from simulator.domain.attempt import Chose, Hinted, Move, Recorded, Rewound
from simulator.domain.scenario import Scenario

START = datetime(2026, 3, 1, 9, tzinfo=UTC)


def recorded(number: int, move: Move) -> Recorded:
    return Recorded(number=number, key=f"key-{number}", at=START + timedelta(seconds=number), move=move)


def wander(conversation: Conversation, data: st.DataObject, most: int = 12) -> list[Position]:
    """Walk along offered choices."""
    positions = [conversation.start()]
    while len(positions) <= most and (offered := conversation.table.offered(positions[-1].state)):
        positions.append(conversation.choose(positions[-1], data.draw(st.sampled_from(offered)).id))
    return positions


def moves_of(positions: list[Position]) -> list[Recorded]:
    """The moves that made these positions."""
    moves: list[Recorded] = []
    for number, after in enumerate(positions[1:], start=1):
        assert after.previous is not None
        assert after.choice is not None
        moves.append(recorded(number, Chose(turn=after.previous.state.place, choice=after.choice)))
    return moves


@given(scenarios(), st.data())
def test_replay_equals_live(scenario: Scenario, data: st.DataObject) -> None:
    conversation = Conversation(scenario)
    live = wander(conversation, data)
    again = replay(Conversation(scenario), moves_of(live))
    assert [position.state for position in again.position.way()] == [position.state for position in live]
    assert [step.choice for step in again.steps] == [position.choice for position in live[1:]]


@given(scenarios(), st.data())
def test_rewind_and_the_same_choice_equals_never_having_rewound(scenario: Scenario, data: st.DataObject) -> None:
    conversation = Conversation(scenario)
    live = wander(conversation, data)
    straight = replay(conversation, moves_of(live))
    trail, number = replay(conversation, []), 0
    for move in [entry.move for entry in moves_of(live)]:
        assert isinstance(move, Chose)
        detour: list[Move] = [move, Rewound(turn=move.turn), Hinted(turn=move.turn), move]
        for part in detour if data.draw(st.booleans()) else [move]:
            number += 1
            trail = follow(conversation, trail, recorded(number, part))
    assert trail.position == straight.position
    assert trail.position.visit() == straight.position.visit()
    assert [(step.turn, step.choice, step.visit) for step in trail.steps] == [
        (step.turn, step.choice, step.visit) for step in straight.steps
    ]
    assert conversation.offered(trail.position, seed=3) == conversation.offered(straight.position, seed=3)


@given(scenarios(), st.data())
def test_machine_and_table_agree_at_each_step(scenario: Scenario, data: st.DataObject) -> None:
    conversation = Conversation(scenario)
    state = conversation.table.start
    for position in wander(conversation, data)[1:]:
        assert position.choice is not None
        state = conversation.table.after(state, position.choice)
        assert position.state == state
    # The machine's own graph allows exactly the moves that the table can make.
    for turn, moves in conversation._moves.items():
        events = {event.name for event, _, _ in moves.values()}
        assert set(conversation._machine.get_triggers(f"at {turn}")) == events


@given(scenarios(), st.data())
def test_feelings_never_leave_their_bounds(scenario: Scenario, data: st.DataObject) -> None:
    conversation = Conversation(scenario)
    for position in wander(conversation, data, most=25):
        for name, value in conversation.feelings(position).items():
            assert scenario.feelings[name].min <= value <= scenario.feelings[name].max


@given(scenarios(), st.data())
def test_an_exception_in_the_middle_leaves_the_position_unchanged(scenario: Scenario, data: st.DataObject) -> None:
    conversation = Conversation(scenario)
    position = wander(conversation, data, most=3)[-1]
    before, offered = position.state, conversation.table.offered(position.state)
    if not offered:
        return
    choice = data.draw(st.sampled_from(offered)).id
    with patch.object(Machine, "set_state", side_effect=MemoryError), pytest.raises(MemoryError):
        conversation.choose(position, choice)
    assert position.state == before
    assert conversation.choose(position, choice).state == conversation.table.after(before, choice)


@given(scenarios(), st.data(), st.integers(0, 2**32 - 1))
def test_the_order_of_choices_is_fixed_by_seed_turn_and_visit(
    scenario: Scenario, data: st.DataObject, seed: int
) -> None:
    conversation = Conversation(scenario)
    for position in wander(conversation, data, most=5):
        offered = conversation.offered(position, seed)
        assert offered == Conversation(scenario).offered(position, seed)
        assert set(map(id, offered)) == set(map(id, conversation.table.offered(position.state)))


@given(scenarios(), st.data())
def test_a_choice_that_is_not_on_offer_is_refused_and_moves_nothing(scenario: Scenario, data: st.DataObject) -> None:
    conversation = Conversation(scenario)
    position = wander(conversation, data, most=4)[-1]
    offered = {choice.id for choice in conversation.table.offered(position.state)}
    for wrong in {f"choice-{number}" for number in range(5)} - offered:
        with pytest.raises(NotOffered):
            conversation.choose(position, wrong)
    assert {choice.id for choice in conversation.table.offered(position.state)} == offered
