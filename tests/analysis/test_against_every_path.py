"""The analysis says of a small scenario what walking every path of it says."""

import re
from math import isclose

import pytest
from analysis.brute import Whole, moments, paths
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import SKILLS, scenarios

from simulator.analysis.chooser import at_random
from simulator.analysis.counts import number_of_paths, stuck, way_to
from simulator.analysis.exploring import explore
from simulator.analysis.extremes import goes_round, least, longest, most, shortest
from simulator.analysis.flow import flow
from simulator.analysis.space import Space
from simulator.analysis.spread import spread
from simulator.assessment.posterior import Tally
from simulator.conversation.table import State, Table
from simulator.domain.ids import SkillId
from simulator.domain.scenario import Scenario


def walked(scenario: Scenario) -> tuple[Table, Space, list[Whole]]:
    table = Table(scenario)
    everything = paths(table)
    assume(everything is not None)
    assert everything is not None
    return table, explore(table), everything


@given(scenario=scenarios(loops=False, most_turns=4), words=st.booleans())
def test_it_finds_the_states_that_paths_come_to_but_for_what_nothing_asks_about_any_more(
    scenario: Scenario, *, words: bool
) -> None:
    table, _, everything = walked(scenario)
    space = explore(table, words=words)
    coding = space.coding
    found = {
        (place, coding.feelings(code), coding.known_facts(code))
        for place, codes in space.states.items()
        for code in codes
    }
    assert found == {forgotten(table, state, words=words) for path in everything for state in path.states}


def forgotten(table: Table, state: State, *, words: bool) -> State:
    """Take from a state what no condition asks about at its place or after it."""
    asked = asked_from(table.scenario, state.place, words=words)
    lows = [feeling.min for feeling in table.scenario.feelings.values()]
    kept = zip(table.feelings, state.feelings, lows, strict=True)
    facts = sum(1 << bit for bit, fact in enumerate(table.facts) if state.facts >> bit & 1 and fact in asked)
    return State(state.place, tuple(value if name in asked else low for name, value, low in kept), facts)


def asked_from(scenario: Scenario, place: str, *, words: bool) -> set[str]:
    """Find every name in the conditions of all turns that arrows reach from a place."""
    reached, ahead, asked = {place}, [place], set[str]()
    while ahead:
        turn = scenario.turns.get(ahead.pop())
        if turn is None:
            continue
        whens = (
            *(choice.when for choice in turn.choices),
            *(route.when for route in turn.routes),
            *(variant.when for variant in turn.variants if words),
        )
        asked.update(word for when in whens for word in re.findall(r"[a-z_]+", when or ""))
        new = {*(choice.to for choice in turn.choices), *(route.to for route in turn.routes)} - reached
        reached |= new
        ahead += new
    return asked


@given(scenario=scenarios(loops=False, most_turns=4))
def test_it_counts_the_paths_and_knows_the_shortest_and_the_longest(scenario: Scenario) -> None:
    _, space, everything = walked(scenario)
    lengths = [len(path.choices) for path in everything if path.place in scenario.endings]
    assert number_of_paths(space) == len(lengths)
    ends = [shortest(space), longest(space)]
    assert [end and len(end.steps) for end in ends] == ([min(lengths), max(lengths)] if lengths else [None, None])


@pytest.mark.parametrize("skill", SKILLS)
@given(scenario=scenarios(loops=False, most_turns=4))
def test_it_knows_the_least_and_the_most_moments_and_a_path_to_each(skill: SkillId, scenario: Scenario) -> None:
    table, space, everything = walked(scenario)
    ended = {path.choices: path for path in everything if path.place in scenario.endings}
    assume(ended)
    numbers = [len(moments(table, path, skill)) for path in ended.values()]

    def called(turn: str, _choice: str) -> bool:
        return skill in scenario.turns[turn].calls_for

    for found, expected in ((least(space, called), min(numbers)), (most(space, called), max(numbers))):
        assert found is not None
        assert found.value == expected
        path = ended[tuple(step.choice for step in found.steps)]
        assert path.place == found.ending
        assert len(moments(table, path, skill)) == expected


@given(scenario=scenarios(loops=False, most_turns=4))
def test_a_random_choice_comes_to_endings_as_often_as_the_paths_say(scenario: Scenario) -> None:
    _, space, everything = walked(scenario)
    assume(not stuck(space))
    found = flow(space, at_random)
    assert found.unsettled == 0
    for ending, chance in found.endings.items():
        assert isclose(chance, sum(path.chance for path in everything if path.place == ending), abs_tol=1e-9)


@pytest.mark.parametrize("skill", SKILLS)
@given(scenario=scenarios(loops=False, most_turns=4))
def test_the_spread_of_evidence_is_that_of_the_paths(skill: SkillId, scenario: Scenario) -> None:
    table, space, everything = walked(scenario)
    assume(not stuck(space))
    expected: dict[Tally, float] = {}
    for path in everything:
        answers = moments(table, path, skill)
        tally = Tally(sum(answers), len(answers))
        expected[tally] = expected.get(tally, 0.0) + path.chance
    found = spread(space, at_random, skill)
    assert found.keys() == expected.keys()
    assert all(isclose(found[tally], expected[tally], abs_tol=1e-9) for tally in found)
    handled = flow(space, at_random).skills[skill].handled
    assert isclose(handled, sum(tally.handled * chance for tally, chance in found.items()), abs_tol=1e-9)


@given(scenario=scenarios())
def test_with_circles_the_way_to_each_place_leads_there(scenario: Scenario) -> None:
    table = Table(scenario)
    space = explore(table)
    for place in space.states:
        state = table.start
        for step in way_to(space, place):
            assert state.place == step.turn
            state = table.after(state, step.choice)
        assert state.place == place
    assert (number_of_paths(space) is None) == goes_round(space)


@given(scenario=scenarios())
def test_bounds_hold_where_the_space_is_too_large(scenario: Scenario) -> None:
    exact, coarse = explore(Table(scenario)), explore(Table(scenario), limit=0)
    assume(len(exact.states) > 1)
    assert not coarse.exact
    assert exact.states.keys() <= coarse.states.keys()
    fewest, at_most = shortest(exact), shortest(coarse)
    if fewest is not None:
        assert at_most is not None
        assert len(at_most.steps) <= len(fewest.steps)
