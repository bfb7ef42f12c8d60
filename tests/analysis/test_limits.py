"""Twisted conversations come to an answer or to a stated limit."""

import pytest
from authoring.sample import edited

from simulator.analysis.chooser import at_random, by_rank
from simulator.analysis.exploring import explore
from simulator.analysis.extremes import least, most
from simulator.analysis.flow import MOST_STEPS, flow, rounds_of
from simulator.analysis.order import components
from simulator.analysis.spread import TooMany, spread
from simulator.assessment.posterior import Tally
from simulator.authoring.reading import read_content
from simulator.conversation.table import Table
from simulator.domain.ids import SkillId
from simulator.domain.scenario import Scenario


def waiting(back: int, fact_bits: int) -> Scenario:
    """A turn with so many choices that lead back to itself, one that leads out, and facts that multiply its states."""
    facts = "".join(f"  fact_{bit}: Something.\n" for bit in range(fact_bits))
    choices = "".join(
        f'      - {{id: again-{n}, say: "Say that again.", shows: {{empathy.names-stake: 1}}, '
        f"learns: [fact_{n % fact_bits}], to: opening}}\n"
        for n in range(back)
    )
    whens = " or ".join(f"not fact_{bit}" for bit in range(fact_bits))
    out = (
        '      - {id: out, say: "Go.", shows: {empathy.names-stake: 3}, to: middle}\n'
        f'      - {{id: other, when: {whens}, say: "Go on.", shows: {{empathy.names-stake: 2}}, to: middle}}\n'
    )
    text = edited("  knows_why: She has said why.\n", f"  knows_why: She has said why.\n{facts}")
    start, end = text.index("      - id: sorry"), text.index("  middle:\n")
    value = read_content("scenario", (text[:start] + choices + out + text[end:]).encode(), "x.yaml").value
    assert isinstance(value, Scenario)
    return value


def test_who_never_leaves_a_circle_is_left_there_and_it_is_said() -> None:
    space = explore(Table(waiting(back=8, fact_bits=8)))
    assert space.size > 256
    stays = flow(space, by_rank(lambda _, choice: choice.id.startswith("again")))
    assert stays.unsettled > 0.999
    assert sum(stays.endings.values()) < 0.001
    # Whoever leaves it there has met one moment, and missed it: an assessment that is left counts as far as it went.
    found = spread(space, by_rank(lambda _, choice: choice.id.startswith("again")), SkillId("empathy"))
    assert found == {Tally(0, 1): pytest.approx(1)}


def test_a_circle_that_is_left_sooner_or_later_is_followed_to_its_end() -> None:
    leaves = flow(explore(Table(waiting(back=8, fact_bits=4))), at_random)
    assert leaves.unsettled < 1e-9
    assert abs(sum(leaves.endings.values()) - 1) < 1e-9


def test_a_large_circle_is_gone_through_less_often() -> None:
    space = explore(Table(waiting(back=8, fact_bits=8)))
    steps = sum(len(arrow.sources) for arrow in space.arrows["opening"])
    assert rounds_of(space, ["opening"], 10_000) == MOST_STEPS // steps < 10_000
    assert rounds_of(space, ["opening"], 5) == 5


def test_a_long_row_of_turns_is_ordered_one_by_one() -> None:
    length = 20_000
    parts = components("0", lambda name: (str(int(name) + 1),) if int(name) < length else ())
    assert parts == tuple((str(number),) for number in range(length + 1))


def creeping(steps: int) -> Scenario:
    """A turn that leads back to itself while a feeling creeps up by one, so many times."""
    choices = (
        '      - {id: wait, say: "One moment.", shows: {empathy.names-stake: 1}, effects: {trust: +1}, to: opening}\n'
        f'      - {{id: out, when: trust >= {steps}, say: "Go.", shows: {{empathy.names-stake: 3}}, to: middle}}\n'
    )
    text = edited("max: 4", f"max: {steps}")
    start, end = text.index("      - id: sorry"), text.index("  middle:\n")
    value = read_content("scenario", (text[:start] + choices + text[end:]).encode(), "x.yaml").value
    assert isinstance(value, Scenario)
    return value


def test_a_circle_that_comes_to_one_new_state_a_round_is_followed_as_far_as_it_pays() -> None:
    assert explore(Table(creeping(1_000))).exact
    assert not explore(Table(creeping(100_000))).exact


def test_in_a_circle_too_large_to_follow_the_most_has_no_bound_and_the_least_is_one() -> None:
    scenario = creeping(50)
    exact, coarse = explore(Table(scenario)), explore(Table(scenario), limit=0)

    def handled(turn: str, choice: str) -> int:
        return any(level.handled_well for level in scenario.turns[turn].choice(choice).shows.values())

    # Only the first visit counts, and in that she is made to wait; without states, the good way out looks like it.
    fewest, bound = least(exact, handled), least(coarse, handled)
    assert fewest is not None
    assert bound is not None
    assert bound.value <= fewest.value == 0
    assert most(coarse, handled) is None
    assert most(coarse, lambda turn, _: turn not in coarse.round) is not None


def test_a_row_of_thousands_of_moments_is_not_told_apart_by_tally() -> None:
    row = "".join(
        f"  row-{n}: {{customer: And?, mood: cool, calls_for: [empathy], choices: ["
        f"{{id: a, say: Aye., shows: {{empathy.names-stake: 3}}, to: row-{n + 1}}}, "
        f"{{id: b, say: Bee., shows: {{empathy.names-stake: 1}}, to: row-{n + 1}}}]}}\n"
        for n in range(2_000)
    )
    text = edited("to: calm\n", "to: row-0\n").replace("  middle:\n", f"{row}  middle:\n").replace("row-2000", "calm")
    value = read_content("scenario", text.encode(), "x.yaml").value
    assert isinstance(value, Scenario)
    with pytest.raises(TooMany):
        spread(explore(Table(value)), at_random, SkillId("empathy"))
