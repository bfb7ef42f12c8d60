"""The look back in plain mode: the result first, any turn on request, and in practice the way back into the talk."""

from dataclasses import replace

import pytest
from plain.seat import FRESH, Heard, at_play
from tui.shelf import PRACTICE

from simulator.domain.attempt import Rewound
from simulator.domain.scenario import Scenario

TO_THE_END = ("", "1", "1", "1")
ASKED = "Type 1 to 3 to look back at a turn, ? for help, or press enter to finish."


def at_the_end(*answers: str, what: Scenario = PRACTICE) -> Heard:
    return at_play(*TO_THE_END, *answers, what=what)


def test_the_result_comes_first_then_an_offer_to_look_back() -> None:
    said = at_the_end().after("1")
    result = said[said.index("The conversation has ended: saved.") :]
    assert result[1] == "Debrief: What to take from it."
    assert [line.split(":")[0] for line in result[2:4]] == ["Empathy", "Active listening"]
    assert result[-2:] == ["This was practice: it counts neither for nor against you.", ASKED]


def test_an_assessment_says_that_it_counts() -> None:
    assert at_the_end(what=FRESH).lines[-3] == "This assessment counts towards your readiness."


def test_a_turn_is_looked_back_at_with_what_else_could_have_been_said() -> None:
    said = at_the_end("2").after("2")
    assert said[:4] == [
        "Turn 2 of 3.",
        "Dana: The customer's words at the second turn.",
        "To notice: What to notice at the second turn.",
        "Called for: Active listening.",
    ]
    assert sum("You said: " in line for line in said) == 1
    assert sum("Not said: " in line for line in said) == 1
    assert "Shows Shows active listening (Active listening): exemplary, level 3 of 3." in said
    assert said[-1] == ASKED


def test_b_after_the_end_of_practice_goes_back_into_the_talk() -> None:
    heard = at_the_end("b", "1")
    assert heard.after("b")[:2] == [
        "Taken back. Try something else: it is recorded but never held against you.",
        "Dana: Reaction to the " + ("better" if "You: Better" in heard.after("", "1", "1")[0] else "worse") + " words.",
    ]
    assert [type(move) for move in heard.moves()].count(Rewound) == 1
    assert sum(line == "The conversation has ended: saved." for line in heard.lines) == 2


def test_b_after_the_end_of_an_assessment_takes_nothing_back() -> None:
    heard = at_the_end("b", what=FRESH)
    assert heard.after("b")[0].startswith("This was an assessment: nothing can be taken back.")
    assert len(heard.moves()) == 3


@pytest.mark.parametrize("key", ["r", "s"])
@pytest.mark.parametrize("what", [PRACTICE, FRESH])
def test_r_and_s_say_the_result_again(key: str, what: Scenario) -> None:
    assert at_the_end(key, what=what).after(key)[0] == "The conversation has ended: saved."


@pytest.mark.parametrize("what", [PRACTICE, FRESH])
def test_w_says_the_coaching_on_the_last_choice(what: Scenario) -> None:
    assert at_the_end("w", what=what).after("w")[0].startswith("Why: Coaching on the ")


@pytest.mark.parametrize("what", [PRACTICE, FRESH])
def test_help_says_what_can_be_typed(what: Scenario) -> None:
    said = " ".join(at_the_end("?", what=what).after("?"))
    assert "enter: finish. q: save and quit." in said
    assert ("b: take your last choice back" in said) is (what is PRACTICE)


@pytest.mark.parametrize("wrong", ["0", "4", "-1", "first", "²", "9" * 5000])
def test_anything_else_is_answered_with_what_to_type(wrong: str) -> None:
    assert at_the_end(wrong).after(wrong) == [f'"{wrong[:20]}" is not a turn of this conversation.', ASKED]


@pytest.mark.parametrize("leaving", ["", "home"])
def test_enter_finishes(leaving: str) -> None:
    assert at_the_end(leaving).after(leaving) == []


@pytest.mark.parametrize("leaving", [("q",), ()])
def test_q_and_the_end_of_input_end_here_too(leaving: tuple[str, ...]) -> None:
    assert at_the_end(*leaving).lines[-1] in {"> q", "> "}


def worse_at(what: Scenario, *turns: str) -> Scenario:
    """The scenario, where only the worse words can be said at these turns."""
    cut = {name: replace(turn, choices=turn.choices[1:]) for name, turn in what.turns.items() if name in turns}
    kept = {name: replace(turn, choices=turn.choices[:1]) for name, turn in what.turns.items() if name not in turns}
    return replace(what, turns={**kept, **cut})


@pytest.mark.parametrize(("what", "where"), [(FRESH, "A"), (PRACTICE, "In an assessment, a")])
def test_critical_errors_are_told_apart_by_what_was_said_and_say_what_follows(what: Scenario, where: str) -> None:
    lines = at_the_end(what=worse_at(what, "first", "third")).lines
    begin = next(number for number, line in enumerate(lines) if line.startswith("Critical error"))
    follows = f"{where} critical error blocks you from Ready until a trainer has looked at it with you"
    assert lines[begin : begin + 3] == [
        'Critical error: A false claim, at turn 1: "Worse words at the first turn."',
        'Critical error: A false claim, at turn 3: "Worse words at the third turn."',
        f"{follows} and 1 fresh assessment without one has followed.",
    ]


def test_without_a_critical_error_nothing_is_said_of_one() -> None:
    assert "critical error" not in " ".join(at_the_end(what=worse_at(FRESH)).lines)
