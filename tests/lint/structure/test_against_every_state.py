"""On any conversation the rules say what going through every state one by one says."""

from dataclasses import replace

from hypothesis import given
from strategies import scenarios

from simulator.conversation.table import State, Table
from simulator.domain.scenario import Choice, Scenario
from simulator.lint.asked import Asked
from simulator.lint.structure.never_come_to import NEVER_COME_TO
from simulator.lint.structure.no_way_out import NO_WAY_OUT
from simulator.lint.structure.nothing_to_say import NOTHING_TO_SAY
from simulator.lint.subject import Proven

States = dict[State, list[State]]
"""Every state that can be come to, with those that follow it."""


def every_state(table: Table) -> States:
    found: States = {}
    ahead = [table.start]
    while ahead:
        state = ahead.pop()
        if state not in found:
            found[state] = [table.after(state, choice.id) for choice in table.offered(state)]
            ahead += found[state]
    return found


def with_conditions_on_every_choice(scenario: Scenario) -> Scenario:
    """Give the first choice of each turn, otherwise always on offer, the condition of the last: reps can be caught."""
    turns = {
        name: replace(turn, choices=(replace(turn.choices[0], when=turn.choices[-1].when), *turn.choices[1:]))
        for name, turn in scenario.turns.items()
        if turn.choices
    }
    return replace(scenario, turns={**scenario.turns, **turns})


def caught(states: States) -> set[State]:
    """The states from which neither an ending nor silence can be reached."""
    out = {state for state, following in states.items() if not following}
    more = out
    while more:
        more = {state for state, following in states.items() if state not in out and out & set(following)}
        out = out | more
    return states.keys() - out


@given(scenarios().map(with_conditions_on_every_choice))
def test_reps_are_caught_where_it_is_said(scenario: Scenario) -> None:
    proven = Proven(scenario=scenario)
    states = every_state(proven.table)
    silent = {state.place for state, following in states.items() if not following and proven.table.turn(state)}
    assert {finding.path[1] for finding in NOTHING_TO_SAY.check(proven)} == silent
    assert {finding.path[1] for finding in NO_WAY_OUT.check(proven)} == {state.place for state in caught(states)}


@given(scenarios())
def test_nothing_that_is_come_to_is_said_never_to_be(scenario: Scenario) -> None:
    proven = Proven(scenario=scenario)
    come_to = {state.place for state in every_state(proven.table)}
    never = {finding.path[1] for finding in NEVER_COME_TO.check(proven)}
    assert never.isdisjoint(come_to)
    endings = scenario.endings.keys() - come_to
    reached_by_arrows = {to for turn in proven.space.arrows for to in proven.table.ends(turn)}
    assert endings & reached_by_arrows <= never


@given(scenarios())
def test_choices_and_variants_hold_where_it_is_said(scenario: Scenario) -> None:
    proven = Proven(scenario=scenario)
    states = every_state(proven.table)
    for asked in proven.asked:
        if asked.part != "routes":
            here = [state for state in states if state.place == asked.turn]
            answers = [answer for state in here if (answer := _answer(proven.table, asked, state)) is not None]
            assert asked.never == (True not in answers)
            assert asked.always == (bool(answers) and False not in answers)


def _answer(table: Table, asked: Asked, state: State) -> bool | None:
    """Whether a condition holds in a state; None where it is not asked."""
    compiled = table.compiled(asked.turn)
    if asked.part == "choices":
        return compiled.turn.choices[asked.index] in table.offered(state)
    tests = [test(state.feelings, state.facts) for test, _ in compiled.variants]
    return None if any(tests[: asked.index]) else tests[asked.index]


@given(scenarios())
def test_routes_hold_where_it_is_said(scenario: Scenario) -> None:
    proven = Proven(scenario=scenario)
    answers: dict[tuple[str, int], set[bool]] = {}
    for state in every_state(proven.table):
        for choice in proven.table.offered(state):
            place, feelings, facts = (
                proven.table.compiled(state.place).options[choice.id].to,
                *moved(proven, state, choice),
            )
            while place in scenario.turns and scenario.turns[place].routes:
                for index, (test, to) in enumerate(proven.table.compiled(place).routes):
                    holds = test is None or test(feelings, facts)
                    answers.setdefault((place, index), set()).add(holds)
                    if holds:
                        place = to
                        break
    told = {(asked.turn, asked.index): asked for asked in proven.asked if asked.part == "routes"}
    assert told.keys() == {(turn, index) for turn, index in _conditional(scenario) if turn in proven.arriving}
    for key, asked in told.items():
        assert asked.never == (True not in answers.get(key, set()))
        assert asked.always == (answers.get(key) == {True})


def moved(proven: Proven, state: State, choice: Choice) -> tuple[tuple[int, ...], int]:
    """Feelings and facts after a choice, before any route is followed."""
    bounds = proven.scenario.feelings
    feelings = (
        min(max(value + choice.effects.get(name, 0), bounds[name].min), bounds[name].max)
        for name, value in proven.table.values(state).items()
    )
    return tuple(feelings), state.facts | sum(1 << proven.table.facts.index(fact) for fact in choice.learns)


def _conditional(scenario: Scenario) -> set[tuple[str, int]]:
    return {
        (name, index)
        for name, turn in scenario.turns.items()
        for index, route in enumerate(turn.routes)
        if route.when is not None
    }


@given(scenarios())
def test_what_is_certain_from_the_declarations_is_so_wherever_it_is_asked(scenario: Scenario) -> None:
    proven = Proven(scenario=scenario)
    for asked in proven.asked:
        certain = proven.certain.whole(asked.when)
        assert certain is None or asked.held == (len(asked.codes) if certain else 0)
