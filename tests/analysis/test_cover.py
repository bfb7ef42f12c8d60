"""A cover makes every choice that some path to an ending makes: checked on generated conversations and shipped ones."""

import pytest
import strategies
from hypothesis import given

from simulator.analysis.cover import cover
from simulator.analysis.exploring import explore
from simulator.analysis.extremes import Step
from simulator.analysis.space import Space
from simulator.authoring.library import default_root, open_library
from simulator.conversation.machine import conversation_of
from simulator.domain.ids import ScenarioId
from simulator.domain.scenario import Choice, Customer, Difficulty, Ending, Outcome, Purpose, Scenario, Turn
from simulator.lint.walked import walked

LIBRARY = open_library(default_root(), None)


def can_be_made(space: Space) -> set[Step]:
    """Choices after which an ending can be reached, found by going back from the endings until nothing is new."""
    good = {(place, state) for place in space.endings for state in range(len(space.states[place]))}
    while True:
        found = {
            (Step(turn, arrow.option.choice.id), (turn, source))
            for turn, arrows in space.arrows.items()
            for arrow in arrows
            for source, target in zip(arrow.sources, arrow.targets, strict=True)
            if (arrow.to, target) in good
        }
        new = {node for _, node in found} - good
        if not new:
            return {step for step, _ in found}
        good |= new


def made(scenario: Scenario, space: Space) -> set[Step]:
    """The choices that a cover makes, each of its paths walked by the machine itself."""
    conversation, steps = conversation_of(scenario), set[Step]()
    for way in cover(space).ways:
        walk = walked(conversation, tuple(step.choice for step in way.steps))
        assert walk.refused is None
        assert walk.last.state.place == way.ending
        assert way.ending in scenario.endings
        places = [position.state.place for position in walk.positions]
        assert [step.turn for step in way.steps] == places[:-1]
        steps |= set(way.steps)
    return steps


@given(strategies.scenarios())
def test_a_cover_makes_every_choice_that_can_be_made_and_names_the_others(scenario: Scenario) -> None:
    space = explore(conversation_of(scenario).table)
    every = {Step(name, choice.id) for name, turn in scenario.turns.items() for choice in turn.choices}
    possible = can_be_made(space)
    assert made(scenario, space) == possible
    assert set(cover(space).never) == every - possible
    steps = [set(way.steps) for way in cover(space).ways]
    for number, own in enumerate(steps):
        assert own.difference(*steps[:number], *steps[number + 1 :]), "each path is needed"


@pytest.mark.parametrize("name", LIBRARY.ids)
def test_the_shipped_conversations_are_covered_by_few_walks(name: ScenarioId) -> None:
    scenario = LIBRARY.scenario(name).scenario
    space = explore(conversation_of(scenario).table)
    every = {Step(turn_id, choice.id) for turn_id, turn in scenario.turns.items() for choice in turn.choices}
    assert made(scenario, space) == every
    assert len(cover(space).ways) <= len(every) / 3


def test_a_choice_that_is_on_offer_only_when_one_comes_round_again_is_covered() -> None:
    again = Turn(
        customer="Well?",
        choices=(
            Choice(id="ask", say="Why?", to="asked", learns=("asked_once",)),
            Choice(id="settle", say="So be it.", to="over", when="asked_once"),
        ),
    )
    scenario = Scenario(
        format=1,
        id=ScenarioId("round"),
        title="Round",
        summary="s",
        purpose=Purpose.PRACTICE,
        level=Difficulty.CORE,
        minutes=1,
        skills=(),
        customer=Customer(name="Ada Byron"),
        briefing="b",
        goal="g",
        start="asked",
        turns={"asked": again},
        endings={"over": Ending(outcome=Outcome.WON, customer="Bye.", debrief="d")},
        facts={"asked_once": "Asked."},
    )
    found = cover(explore(conversation_of(scenario).table))
    assert [[step.choice for step in way.steps] for way in found.ways] == [["ask", "settle"]]
    assert found.never == ()
