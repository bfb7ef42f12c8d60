"""What can be come to, where the rep falls silent, and from where no ending is left."""

import pytest
from lint.structure.small import choice, found, places, sends, talk, turn

from simulator.analysis import exploring
from simulator.domain.scenario import Feeling
from simulator.lint.structure.never_come_to import NEVER_COME_TO
from simulator.lint.structure.no_way_out import NO_WAY_OUT
from simulator.lint.structure.nothing_to_say import NOTHING_TO_SAY

WARM, COLD = {"trust": 1}, {"trust": -1}


@pytest.fixture
def hardly_any_states(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is small enough to be walked exactly."""
    monkeypatch.setattr(exploring, "MAX_ARROWS", 0)


def test_an_ending_behind_a_choice_that_is_never_on_offer_is_never_come_to() -> None:
    talked = talk({"first": turn(choice("plain", "lost"), choice("bold", "won", "trust >= 3"))})
    [finding] = found(NEVER_COME_TO, talked)
    assert finding.path == ("endings", "won")
    assert finding.hint == '"bold" at "first" leads there, but is never on offer'


def test_a_turn_behind_a_route_that_is_never_taken_is_never_come_to() -> None:
    talked = talk(
        {
            "first": turn(choice("on", "sorted")),
            "sorted": sends(("trust >= 3", "warm"), "cold"),
            "warm": turn(choice("yes", "won")),
            "cold": turn(choice("no", "lost"), choice("yes", "won")),
        }
    )
    [finding] = found(NEVER_COME_TO, talked)
    assert finding.path == ("turns", "warm")
    assert finding.hint == 'route 1 of "sorted" leads there, but is never taken'


def test_only_the_first_turn_that_is_cut_off_is_named_and_every_ending() -> None:
    talked = talk(
        {
            "first": turn(choice("plain", "lost"), choice("bold", "second", "trust >= 3")),
            "second": turn(choice("on", "third")),
            "third": turn(choice("on", "won")),
        }
    )
    assert places(NEVER_COME_TO, talked) == ["turns.second", "endings.won"]


def test_a_routing_turn_that_is_cut_off_is_named_and_one_that_is_passed_through_is_not() -> None:
    talked = talk(
        {
            "first": turn(choice("plain", "through"), choice("bold", "cut-off", "trust >= 3")),
            "through": sends(("trust >= 2", "won"), "lost"),
            "cut-off": sends(("trust >= 2", "won"), "lost"),
        }
    )
    assert places(NEVER_COME_TO, talked) == ["turns.cut-off", "endings.lost"]


def test_what_no_arrow_leads_to_is_told_elsewhere() -> None:
    talked = talk({"first": turn(choice("on", "won")), "alone": turn(choice("on", "lost"))})
    assert places(NEVER_COME_TO, talked) == []


def test_a_conversation_may_start_at_a_routing_turn() -> None:
    talked = talk({"first": sends(("trust >= 2", "warm"), "lost"), "warm": turn(choice("on", "won"))})
    assert places(NEVER_COME_TO, talked) == ["endings.lost"]


def test_the_way_to_silence_can_be_walked() -> None:
    talked = talk(
        {
            "first": turn(choice("warm", "second", effects=WARM), choice("cold", "second", effects=COLD)),
            "second": turn(choice("thank", "won", "trust >= 3"), choice("press", "lost", "trust == 2")),
        }
    )
    [finding] = found(NOTHING_TO_SAY, talked)
    assert finding.path == ("turns", "second", "choices")
    assert finding.hint.endswith("the way there: simulator walk small cold")


def test_choices_that_cover_every_state_between_them_leave_no_silence() -> None:
    talked = talk(
        {
            "first": turn(choice("warm", "second", effects=WARM), choice("cold", "second", effects=COLD)),
            "second": turn(choice("thank", "won", "trust >= 3"), choice("press", "lost", "trust < 3")),
        }
    )
    assert places(NOTHING_TO_SAY, talked) == []


def test_silence_at_the_very_start_needs_no_choice_to_be_come_to() -> None:
    talked = talk({"first": turn(choice("thank", "won", "trust >= 3"))})
    assert found(NOTHING_TO_SAY, talked)[0].hint.endswith("simulator walk small")


def test_the_way_is_the_shortest_even_where_a_longer_one_is_met_first() -> None:
    talked = talk(
        {
            "first": turn(choice("near", "near"), choice("far", "far")),
            "near": turn(choice("in", "silent")),
            "far": turn(choice("on", "further")),
            "further": turn(choice("in", "silent")),
            "silent": turn(choice("thank", "won", "trust >= 3")),
        }
    )
    assert found(NOTHING_TO_SAY, talked)[0].hint.endswith("simulator walk small near in")


def test_a_way_may_go_round_before_it_comes_to_silence() -> None:
    talked = talk(
        {
            "first": turn(choice("warm", "second", effects=WARM)),
            "second": turn(choice("back", "first", "trust < 4"), choice("end", "won", "trust == 0")),
        }
    )
    assert found(NOTHING_TO_SAY, talked)[0].hint.endswith("simulator walk small warm back warm")


def test_a_way_that_nobody_would_type_is_only_counted() -> None:
    most = 60
    talked = talk(
        {"first": turn(choice("on", "first", f"trust < {most}", effects=WARM), choice("end", "won", "trust == 0"))},
        feelings={"trust": Feeling(start=0, min=0, max=most)},
    )
    assert found(NOTHING_TO_SAY, talked)[0].hint.endswith("the way there: a way of 60 choices")


def test_a_loop_without_a_way_out_is_found_from_its_nearest_turn_on() -> None:
    talked = talk(
        {
            "first": turn(choice("in", "nearer"), choice("end", "won")),
            "further": turn(choice("back", "nearer")),
            "nearer": turn(choice("on", "further")),
        }
    )
    first, second = found(NO_WAY_OUT, talked)
    assert (first.path, second.path) == (("turns", "nearer"), ("turns", "further"))
    assert first.hint.endswith("the way there: simulator walk small in")
    assert second.hint.endswith("the way there: simulator walk small in on")


def test_a_loop_that_only_some_can_leave_catches_the_others() -> None:
    talked = talk(
        {
            "first": turn(choice("ask", "round", learns=["known"]), choice("tell", "round")),
            "round": turn(choice("again", "round"), choice("out", "won", "known")),
        }
    )
    [finding] = found(NO_WAY_OUT, talked)
    assert "can stand where" in finding.message
    assert finding.hint.endswith("simulator walk small tell")


def test_a_loop_that_can_be_left_after_some_rounds_is_no_trap() -> None:
    talked = talk(
        {"first": turn(choice("warm", "first", effects=WARM), choice("out", "won", "trust >= 4"))},
    )
    assert places(NO_WAY_OUT, talked) == []


def test_what_leads_only_into_silence_is_told_once_as_silence() -> None:
    talked = talk(
        {
            "first": turn(choice("on", "second"), choice("end", "won")),
            "second": turn(choice("on", "third")),
            "third": turn(choice("thank", "won", "trust >= 3")),
        }
    )
    assert places(NOTHING_TO_SAY, talked) == ["turns.third.choices"]
    assert places(NO_WAY_OUT, talked) == []


def test_a_turn_in_which_the_rep_is_always_silent_is_no_loop() -> None:
    talked = talk(
        {
            "first": turn(choice("on", "mute"), choice("end", "won")),
            "mute": turn(choice("thank", "won", "trust >= 3"), choice("again", "mute", "trust >= 3")),
        }
    )
    assert places(NO_WAY_OUT, talked) == []


@pytest.mark.usefixtures("hardly_any_states")
def test_where_not_all_is_gone_through_only_what_is_certain_is_said() -> None:
    talked = talk(
        {
            "first": turn(choice("on", "second"), choice("bold", "won", "trust >= 3"), choice("in", "round")),
            "second": turn(choice("thank", "won", "trust >= 3")),
            "round": turn(choice("again", "round")),
        }
    )
    assert not talked.space.exact
    assert places(NEVER_COME_TO, talked) == places(NOTHING_TO_SAY, talked) == []
    [finding] = found(NO_WAY_OUT, talked)
    assert finding.path == ("turns", "round")
    assert "simulator walk" not in finding.hint
