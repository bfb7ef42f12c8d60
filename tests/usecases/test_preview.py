"""A conversation on its author's bench: what can be done in it, and the same way over another version."""

from collections.abc import Callable
from pathlib import Path

import pytest
from usecases.workshop import scenario

from simulator.conversation.table import State
from simulator.usecases.preview import Preview, back, begin, begin_in, follow, renewed, restart, say
from simulator.usecases.refusal import Refused


@pytest.fixture
def start(tmp_path: Path) -> Preview:
    return begin(scenario(tmp_path))


def test_a_choice_leads_on_and_can_be_taken_back(start: Preview) -> None:
    after = say(start, "name-it")
    assert (after.place, after.way) == ("what-now", ("name-it",))
    assert back(after) == start
    assert back(start) == start


def test_a_choice_that_is_kept_back_says_by_what(start: Preview) -> None:
    here = say(start, "ask-number")
    with pytest.raises(Refused, match=r'"sum-up" is not on offer here. It needs: knows_why and trust >= 3'):
        say(here, "sum-up")
    with pytest.raises(Refused, match=r"\(now not knows_why, trust 1\)"):
        say(here, "sum-up")


def test_a_choice_of_another_turn_is_none_of_this_one(start: Preview) -> None:
    with pytest.raises(Refused, match='There is no choice "promise" at "opening"'):
        say(start, "promise")


def test_restarting_goes_to_the_start(start: Preview) -> None:
    assert restart(say(say(start, "name-it"), "promise")) == start


def test_restarting_in_a_made_up_state_goes_there_first_and_then_to_the_start(start: Preview) -> None:
    made_up = begin_in(start.scenario, State("what-now", (4,), 1))
    assert restart(say(made_up, "sum-up")) == made_up
    assert restart(made_up) == start


def test_a_made_up_state_at_a_turn_with_routes_is_sent_on(start: Preview) -> None:
    assert begin_in(start.scenario, State("sorting", (0,), 0)).place == "gone"


def test_another_version_is_looked_at_from_the_same_turn(tmp_path: Path, start: Preview) -> None:
    here = say(start, "name-it")
    again, note = renewed(here, scenario(tmp_path, "So what happens now?", "And now?"))
    assert (again.place, again.way, note) == ("what-now", ("name-it",), "")
    assert again.scenario.turns["what-now"].customer == "And now?"


def test_a_way_stops_where_its_next_choice_is_gone_and_goes_on_when_it_is_back(tmp_path: Path, start: Preview) -> None:
    here = say(say(start, "name-it"), "sum-up")
    stopped, note = renewed(here, scenario(tmp_path, "id: name-it", "id: name-the-cost"))
    assert (stopped.place, stopped.way) == ("opening", ())
    assert note == '"name-it" is no longer on offer at "opening": stopped there.'
    back_again, note = renewed(stopped, scenario(tmp_path))
    assert (back_again.place, back_again.way, note) == ("calm", ("name-it", "sum-up"), "")


def test_whoever_goes_on_from_where_it_stopped_is_not_sent_back_to_the_old_way(tmp_path: Path, start: Preview) -> None:
    here = say(say(start, "name-it"), "sum-up")
    stopped, _ = renewed(here, scenario(tmp_path, "trust >= 3", "trust >= 4"))
    assert stopped.place == "what-now"
    elsewhere = say(stopped, "promise")
    again, note = renewed(elsewhere, scenario(tmp_path))
    assert (again.way, note) == (("name-it", "promise"), "")


@pytest.mark.parametrize("leave", [back, restart])
def test_whoever_goes_back_from_where_it_stopped_stays_there(
    tmp_path: Path, start: Preview, leave: Callable[[Preview], Preview]
) -> None:
    stopped, _ = renewed(say(say(start, "name-it"), "sum-up"), scenario(tmp_path, "trust >= 3", "trust >= 4"))
    again, note = renewed(leave(stopped), scenario(tmp_path))
    assert (again.way, note) == ((), "")


def test_it_is_said_when_the_same_choices_lead_elsewhere(tmp_path: Path, start: Preview) -> None:
    again, note = renewed(say(start, "name-it"), scenario(tmp_path, "when: trust >= 1", "when: trust >= 4"))
    assert (again.place, note) == ("gone", 'The same choices lead to "gone" now.')


def test_it_is_said_when_the_conversation_ends_before_the_way_does(tmp_path: Path, start: Preview) -> None:
    here = say(say(start, "name-it"), "promise")
    again, note = renewed(here, scenario(tmp_path, "when: trust >= 1", "when: trust >= 4"))
    assert (again.place, note) == ("gone", 'The conversation ends at "gone" now, before "promise".')


def test_a_made_up_state_is_kept_within_new_bounds(tmp_path: Path, start: Preview) -> None:
    here = say(begin_in(start.scenario, State("what-now", (4,), 1)), "ask-again")
    changed = scenario(
        tmp_path,
        "min: 0, max: 4, label: Trust}",
        "min: 0, max: 3, label: Trust}\n  calm: {start: 1, min: 0, max: 2}",
        "facts:\n",
        "facts:\n  asked: She was asked.\n",
    )
    again, note = renewed(here, changed)
    assert (again.made_up, again.place, again.way, note) == (True, "opening", ("ask-again",), "")
    assert again.position.state == State("opening", (3, 1), 0b10)


def test_a_made_up_state_whose_turn_has_gone_gives_way_to_the_start(tmp_path: Path, start: Preview) -> None:
    here = begin_in(start.scenario, State("what-now", (4,), 1))
    again, note = renewed(here, scenario(tmp_path, "what-now", "next"))
    assert (again.made_up, again.place) == (False, "opening")
    assert note == 'There is no turn "what-now" any more: this is the start.'


def test_a_walk_is_followed_as_far_as_it_holds(start: Preview) -> None:
    assert follow(start.scenario, ("name-it", "sum-up")).ended
    stopped = follow(start.scenario, ("ask-number", "sum-up", "promise"))
    assert (stopped.place, stopped.ahead) == ("what-now", ("sum-up", "promise"))
