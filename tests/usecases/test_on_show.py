"""What an author sees of a preview."""

from pathlib import Path

import pytest
from usecases.workshop import scenario

from simulator.conversation.table import State
from simulator.domain.rubric import Level
from simulator.usecases.on_show import FeelingNow, OnShow, on_show
from simulator.usecases.preview import begin, begin_in, follow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def shown(folder: Path, *choices: str) -> OnShow:
    return on_show(follow(scenario(folder), choices))


def test_the_start_shows_words_mood_and_what_the_turn_asks_for(folder: Path) -> None:
    view = shown(folder)
    assert (view.place, view.way, view.visit, view.said) == ("opening", (), 1, None)
    assert (view.customer, view.mood) == ("Ada", "cool")
    assert view.words == "You again? I have rung Engines twice about that line."
    assert (view.calls_for, view.cue) == (("empathy",), "She counts the calls.")
    assert view.feelings == (FeelingNow(name="trust", value=2, low=0, high=4, moved=0),)
    assert view.facts == ()


def test_a_choice_shows_all_that_it_does(folder: Path) -> None:
    first, second = shown(folder).offers
    assert (first.number, first.id, first.to, first.on_offer) == (1, "name-it", "sorting", True)
    assert (first.shows, first.effects, first.learns) == (
        {"empathy.names-stake": Level.EXEMPLARY},
        {"trust": 1},
        ("knows_why",),
    )
    assert (second.number, second.id, second.critical) == (2, "ask-number", "")


def test_what_was_said_stands_above_with_its_reaction_coaching_and_the_turns_that_sent_on(folder: Path) -> None:
    said = shown(folder, "name-it").said
    assert said is not None
    assert (said.id, said.reaction, said.through) == ("name-it", "It has.", ("sorting",))
    assert said.why == "Names what it cost her before anything else."


def test_what_the_last_choice_moved_is_told(folder: Path) -> None:
    view = shown(folder, "name-it")
    assert view.feelings == (FeelingNow(name="trust", value=3, low=0, high=4, moved=1),)
    assert view.facts == ("knows_why",)


def test_words_of_a_variant_name_their_condition(folder: Path) -> None:
    view = shown(folder, "name-it")
    assert (view.words, view.mood, view.variant) == ("You did listen. What happens now?", "calmer", "knows_why")
    assert shown(folder, "ask-number").variant == ""


def test_choices_that_are_kept_back_are_shown_with_what_keeps_them_back(folder: Path) -> None:
    kept_back, free, _ = shown(folder, "ask-number").offers
    assert (kept_back.on_offer, kept_back.when) == (False, "knows_why and trust >= 3")
    assert kept_back.now == "not knows_why, trust 1"
    assert (free.number, free.on_offer, free.critical) == (2, True, "false-claim")


def test_what_a_condition_asks_about_twice_is_told_once(folder: Path) -> None:
    twice = scenario(folder, "when: knows_why and trust >= 3", "when: trust >= 2 and not (trust >= 4)")
    assert on_show(follow(twice, ("ask-number",))).offers[0].now == "trust 1"


def test_a_choice_whose_condition_holds_is_on_offer(folder: Path) -> None:
    first = shown(folder, "name-it").offers[0]
    assert (first.on_offer, first.when) == (True, "knows_why and trust >= 3")


def test_a_second_visit_is_told(folder: Path) -> None:
    assert shown(folder, "name-it", "ask-again").visit == 2


def test_an_ending_shows_how_it_came_out_and_nothing_to_say(folder: Path) -> None:
    view = shown(folder, "name-it", "sum-up")
    assert view.ending is not None
    assert (view.ending.outcome, view.ending.debrief) == ("saved", "You heard what it had cost her.")
    assert (view.offers, view.calls_for, view.cue) == ((), (), "")


def test_choices_that_walks_make_are_marked(folder: Path) -> None:
    view = on_show(begin(scenario(folder)), frozenset({("opening", "name-it"), ("what-now", "ask-number")}))
    assert [offer.walked for offer in view.offers] == [True, False]


def test_a_made_up_state_is_told(folder: Path) -> None:
    view = on_show(begin_in(scenario(folder), State("what-now", (4,), 0)))
    assert (view.made_up, view.way, view.said) == (True, (), None)
    assert view.feelings == (FeelingNow(name="trust", value=4, low=0, high=4, moved=0),)
