"""In circles a moment counts once: held against every state together with the turns met so far."""

from math import isclose

import pytest
from hypothesis import assume, given
from strategies import SKILLS, scenarios

from simulator.analysis.chooser import at_random
from simulator.analysis.counts import stuck, without_end
from simulator.analysis.exploring import explore
from simulator.analysis.extremes import goes_round, least, longest, most
from simulator.analysis.flow import flow
from simulator.analysis.spread import spread
from simulator.conversation.table import State, Table
from simulator.domain.ids import SkillId
from simulator.domain.rubric import Level
from simulator.domain.scenario import Scenario

Node = tuple[State, frozenset[str]]
"""A state, and the turns that were answered before it."""


def after(table: Table, node: Node) -> list[tuple[str, Node]]:
    state, met = node
    answered = met | {state.place}
    return [(choice.id, (table.after(state, choice.id), answered)) for choice in table.offered(state)]


def nodes(table: Table, most_nodes: int = 5_000) -> set[Node] | None:
    """Find everything that can be come to; None where it is more than this."""
    start: Node = (table.start, frozenset())
    found, ahead = {start}, [start]
    while ahead:
        new = {node for _, node in after(table, ahead.pop())} - found
        found |= new
        ahead += new
        if len(found) > most_nodes:
            return None
    return found


def met(scenario: Scenario, turns: frozenset[str], skill: SkillId) -> int:
    return sum(skill in scenario.turns[turn].calls_for for turn in turns)


@pytest.mark.parametrize("skill", SKILLS)
@given(scenario=scenarios(most_turns=5))
def test_the_least_and_the_most_moments_count_each_turn_once(skill: SkillId, scenario: Scenario) -> None:
    table = Table(scenario)
    everything = nodes(table)
    assume(everything is not None)
    assert everything is not None
    numbers = [met(scenario, turns, skill) for state, turns in everything if state.place in scenario.endings]

    def called(turn: str, _choice: str) -> bool:
        return skill in scenario.turns[turn].calls_for

    space = explore(table)
    for found, expected in ((least(space, called), min), (most(space, called), max)):
        assert (found is None) == (not numbers)
        if found is not None:
            assert found.value == expected(numbers)
            node: Node = (table.start, frozenset())
            for step in found.steps:
                node = dict(after(table, node))[step.choice]
            assert node[0].place == found.ending
            assert met(scenario, node[1], skill) == found.value


@given(scenario=scenarios(most_turns=4))
def test_what_is_to_be_expected_counts_each_turn_once(scenario: Scenario) -> None:
    table = Table(scenario)
    everything = nodes(table)
    space = explore(table)
    assume(everything is not None and not stuck(space) and not without_end(space))
    moments, handled = dict.fromkeys(SKILLS, 0.0), dict.fromkeys(SKILLS, 0.0)
    mass: dict[Node, float] = {(table.start, frozenset()): 1.0}
    for _ in range(3_000):
        following: dict[Node, float] = {}
        for node, here in mass.items():
            ways = after(table, node)
            for choice_id, to in ways:
                following[to] = following.get(to, 0.0) + here / len(ways)
                if node[0].place not in node[1]:
                    for key, level in scenario.turns[node[0].place].choice(choice_id).shows.items():
                        skill = SkillId(key.partition(".")[0])
                        moments[skill] += here / len(ways)
                        handled[skill] += here / len(ways) * (level >= Level.EFFECTIVE)
        mass = {node: here for node, here in following.items() if here > 1e-14}
        if not any(node[0].place in scenario.turns for node in mass):
            break
    else:
        assume(not mass)
    found = flow(space, at_random)
    for skill in SKILLS:
        assert isclose(found.skills[skill].moments, moments[skill], abs_tol=1e-6)
        assert isclose(found.skills[skill].handled, handled[skill], abs_tol=1e-6)
        spread_out = spread(space, at_random, skill)
        assert isclose(sum(tally.met * chance for tally, chance in spread_out.items()), moments[skill], abs_tol=1e-6)


@given(scenario=scenarios(most_turns=5))
def test_there_is_a_longest_path_where_no_state_comes_again(scenario: Scenario) -> None:
    space = explore(Table(scenario))
    assert longest(space) is None or not goes_round(space)
