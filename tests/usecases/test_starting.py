"""Start anywhere: by a real way wherever there is one."""

from pathlib import Path

import pytest
from usecases.workshop import scenario

from simulator.analysis import reaching
from simulator.conversation.table import Table
from simulator.domain.scenario import Scenario
from simulator.usecases.refusal import Refused
from simulator.usecases.starting import Started, places, started, vocabulary, wanted


@pytest.fixture
def line(tmp_path: Path) -> Scenario:
    return scenario(tmp_path)


def go(line: Scenario, place: str, state: str = "") -> Started:
    return started(line, wanted(line, place, state))


def test_turns_with_choices_and_endings_can_be_gone_to(line: Scenario) -> None:
    assert [(place.id, place.ending) for place in places(line)] == [
        ("opening", False),
        ("what-now", False),
        ("calm", True),
        ("gone", True),
    ]


def test_what_a_state_is_made_of_is_told(line: Scenario) -> None:
    assert list(vocabulary(line)) == ["trust=0…4", "knows_why"]


def test_without_a_state_the_shortest_way_is_taken(line: Scenario) -> None:
    there = go(line, "calm")
    assert (there.preview.way, there.preview.made_up) == (("name-it", "sum-up"), False)
    assert there.note == "A way of 2 choices comes here."


def test_the_start_needs_no_way(line: Scenario) -> None:
    assert go(line, "opening").note == "This is how the conversation starts."


def test_a_state_that_can_be_come_to_is_come_to_by_choices(line: Scenario) -> None:
    there = go(line, "what-now", "trust=1 -knows_why")
    assert (there.preview.way, there.note) == (("ask-number",), "A way of 1 choice comes here.")
    assert go(line, "what-now", "trust=1").preview.way == ("ask-number",)
    assert go(line, "what-now", "knows_why, trust=2").preview.way == ("name-it", "ask-again", "ask-number")


def test_a_state_that_cannot_be_come_to_is_made_up_and_called_so(line: Scenario) -> None:
    there = go(line, "what-now", "trust=4 !knows_why")
    assert there.preview.made_up
    assert there.preview.position.state == ("what-now", (4,), 0)
    assert there.note == 'Made up: no way through the conversation comes to "what-now" in this state.'


def test_what_is_not_named_in_a_made_up_state_is_as_at_the_start(line: Scenario) -> None:
    there = go(line, "gone", "trust=3 knows_why")
    assert there.preview.made_up
    assert there.preview.position.state == ("gone", (3,), 1)


def test_feelings_that_are_not_named_keep_the_value_they_start_with(tmp_path: Path) -> None:
    two = scenario(tmp_path, "label: Trust}", "label: Trust}\n  calm: {start: 1, min: 0, max: 2}")
    there = started(two, wanted(two, "opening", "calm=0"))
    assert there.preview.position.state == ("opening", (2, 0), 0)


def test_a_turn_that_nothing_leads_to_is_made_up_too(tmp_path: Path) -> None:
    cut_off = scenario(tmp_path, "        to: calm\n", "        to: gone\n")
    there = started(cut_off, wanted(cut_off, "calm", ""))
    assert there.note == 'Made up: no way through the conversation comes to "calm".'


def test_where_there_are_too_many_states_nothing_is_claimed(line: Scenario, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reaching.way_to, "__defaults__", (1,))
    there = go(line, "calm")
    assert there.preview.made_up
    assert there.note == "Made up: there are too many states to tell whether the conversation comes to this one."


def test_the_search_for_a_way_is_bounded(line: Scenario) -> None:
    with pytest.raises(reaching.TooMany):
        reaching.way_to(Table(line), lambda state: state.place == "nowhere", limit=3)
    assert reaching.way_to(Table(line), lambda state: state.place == "nowhere") is None


@pytest.mark.parametrize(
    ("place", "state", "said"),
    [
        ("openin", "", 'There is no turn called "openin": did you mean "opening"?'),
        ("sorting", "", 'There is no turn called "sorting"'),
        ("opening", "trsut=1", 'No feeling is called "trsut": did you mean "trust"?'),
        ("opening", "trust=5", '"5" is no value of trust: it goes from 0 to 4.'),
        ("opening", "trust=-1", '"-1" is no value of trust'),
        ("opening", "trust=", '"" is no value of trust'),
        ("opening", "trust=" + "9" * 5000, "is no value of trust"),
        ("opening", "trust", "trust is a feeling: give it a value, such as trust=2."),
        ("opening", "knows", 'No fact is called "knows": did you mean "knows_why"?'),
        ("opening", "-", 'No fact is called ""'),
    ],
)
def test_what_cannot_be_meant_is_answered_with_what_can(line: Scenario, place: str, state: str, said: str) -> None:
    with pytest.raises(Refused) as refusal:
        wanted(line, place, state)
    assert said in str(refusal.value)
