"""A conversation in plain mode: one fact a line, the speaker on every line, the same six keys at every prompt."""

import re
from dataclasses import replace

import pytest
from plain.seat import FRESH, at_play
from tui.shelf import PRACTICE, desk

from simulator.domain.attempt import Chose, Hinted, Recorded, Rewound
from simulator.domain.ids import AttemptId, ScenarioId
from simulator.domain.scenario import Purpose, Scenario
from simulator.plain.play import play
from simulator.plain.voice import Voice
from simulator.records.memory import MemoryRecords
from simulator.records.protocol import Unavailable
from simulator.usecases.people import join
from simulator.usecases.talk import begin, choose, resume

FIRST_TURN = [
    "Dana: The customer's words at the first turn.",
    "Mood: irritated, trust 2 of 5.",
    "Choose 1 to 2.",
    "1. Better words at the first turn.",
    "2. Worse words at the first turn.",
]


def numbered(words: str, lines: list[str]) -> str:
    """The number under which something can be said."""
    return next(line.split(".")[0] for line in lines if re.match(r"\d\. ", line) and words in line)


BETTER = numbered("Better", at_play("").after(""))
WORSE = numbered("Worse", at_play("").after(""))


def test_a_turn_is_who_spoke_the_mood_an_invitation_and_the_options() -> None:
    said = at_play("").after("")
    assert said[:3] == FIRST_TURN[:3]
    assert sorted(line[3:] for line in said[3:5]) == [line[3:] for line in FIRST_TURN[3:]]
    assert [line[:3] for line in said[3:5]] == ["1. ", "2. "]


def test_the_prompt_stands_last_and_alone() -> None:
    assert at_play("").raw.endswith("\n> \nSaved. You can go on at this turn later.\n")


def test_a_choice_is_answered_line_by_line_with_who_says_it() -> None:
    said = at_play("", WORSE).after(WORSE)
    assert said[:5] == [
        "You: Worse words at the first turn.",
        "Dana: Reaction to the worse words.",
        "Coach: Coaching on the worse words at the first turn.",
        "Dana: The customer's words at the second turn.",
        "Mood: calmer, trust 1 of 5, was 2.",
    ]


def test_an_assessment_says_the_mood_in_the_word_alone() -> None:
    assert "Mood: calmer." in at_play("", WORSE, what=FRESH).after(WORSE)


def test_an_assessment_gives_nothing_away_before_its_end() -> None:
    heard = at_play("", "s", "h", "w", "b", "r", "?", "1", "t", "s", what=FRESH)
    talk = "\n".join(heard.lines[heard.lines.index("> ") + 1 :])
    for given_away in ("trust", "Coach:", "What to notice", "level", "handled well", "Why: ", "Hint: ", "critical"):
        assert given_away not in talk
    assert [type(move) for move in heard.moves()] == [Chose]


@pytest.mark.parametrize("key", ["h", "w", "b"])
def test_a_key_that_would_help_is_refused_in_an_assessment_with_what_to_do_next(key: str) -> None:
    assert at_play("", key, what=FRESH).after("", key) == [
        "This is an assessment: that is not open here. Coaching comes at the end.",
        "Choose 1 to 2.",
    ]


def test_r_says_the_turn_again() -> None:
    heard = at_play("", "r")
    assert heard.after("", "r")[: len(FIRST_TURN)] == heard.lines[heard.lines.index("> ") + 1 :][: len(FIRST_TURN)]


def test_b_takes_the_last_choice_back_and_records_it() -> None:
    heard = at_play("", "1", "b")
    assert heard.after("b")[:3] == [
        "Taken back. Try something else: it is recorded but never held against you.",
        "Dana: The customer's words at the first turn.",
        "Mood: irritated, trust 2 of 5.",
    ]
    assert [type(move) for move in heard.moves()] == [Chose, Rewound]


def test_b_at_the_first_turn_says_that_there_is_nothing_to_take_back() -> None:
    assert at_play("", "b").after("b") == [
        "This is the first turn: there is nothing to take back.",
        "Choose 1 to 2.",
    ]


def test_w_says_why_the_mood_moved() -> None:
    said = at_play("", WORSE, "w").after("w")
    moved = "Trust went from 2 to 1. The mood went from irritated to calmer."
    assert said[0] == f"Why: {moved} Coaching on the worse words at the first turn."


def test_h_gives_the_hint_and_records_it_once() -> None:
    heard = at_play("", "h", "h")
    assert heard.after("h")[0] == "Hint: What to notice at the first turn."
    assert heard.moves() == [Hinted(turn="first")]


def test_s_says_where_the_rep_is() -> None:
    assert at_play("", BETTER, "s").after("s")[:2] == [
        "Conversation: The late delivery, practice, 1 choice made.",
        "Mood: calmer, trust 3 of 5, was 2.",
    ]


def test_t_says_all_that_was_said() -> None:
    assert at_play("", BETTER, "t").after("t")[:4] == [
        "Dana: The customer's words at the first turn.",
        "You: Better words at the first turn.",
        "Dana: Reaction to the better words.",
        "Coach: Coaching on the better words at the first turn.",
    ]


@pytest.mark.parametrize(("what", "keys"), [(PRACTICE, "r b h w s t k home q ?"), (FRESH, "r s t k home q ?")])
def test_help_names_every_key_that_works_here(what: Scenario, keys: str) -> None:
    said = at_play("", "?", what=what).after("?")
    assert (
        re.findall(r"(\w+|\?): [a-z]", " ".join(line for line in said if not line.startswith("This is")))
        == keys.split()
    )


@pytest.mark.parametrize("wrong", ["0", "3", "-1", "1.", "first", "1 2", "²", "1" * 5000, "[/]"])
def test_anything_else_is_answered_with_what_to_type_and_moves_nothing(wrong: str) -> None:
    heard = at_play("", wrong)
    assert heard.after(wrong) == [f'"{wrong[:20]}" is not one of the answers. Type 1 to 2, or ? for help.']
    assert heard.lines[-2] == "> "
    assert heard.moves() == []


def test_enter_alone_says_nothing_to_the_customer() -> None:
    heard = at_play("", "")
    assert heard.after("", "") == ["Nothing was said. Type 1 to 2, or ? for help."]
    assert heard.moves() == []


def test_a_turn_with_one_choice_asks_for_it_alone() -> None:
    only = replace(PRACTICE.turns["first"], choices=PRACTICE.turns["first"].choices[:1])
    assert "Choose 1." in at_play("", what=replace(PRACTICE, turns={**PRACTICE.turns, "first": only})).lines


@pytest.mark.parametrize("leaving", [("q",), ("Q",), ("quit",), ()])
def test_q_and_the_end_of_input_save_and_end_and_one_goes_on_at_the_same_turn(leaving: tuple[str, ...]) -> None:
    first = at_play("", "1", *leaving)
    assert first.lines[-1] == "Saved. You can go on at this turn later."
    again = at_play("", here=first.desk)
    assert again.after("")[:2] == [
        "You stopped here before; going on at turn 2.",
        f"Dana: Reaction to the {'better' if BETTER == '1' else 'worse'} words.",
    ]
    assert len(first.moves()) == 1


def test_a_conversation_that_went_on_in_another_window_is_shown_as_it_stands() -> None:
    here = desk(PRACTICE)
    ana = join(here, "Ana")
    talk = begin(here, ana, ScenarioId("late"))
    answers = iter(["\n", "1\n", ""])

    def meanwhile() -> str:
        answer = next(answers)
        if answer == "1\n":
            choose(here, talk, "first-better")
        return answer

    written: list[str] = []
    play(here, Voice(meanwhile, written.append, lambda: None), lambda: ana, ScenarioId("late"))
    assert "This conversation went on in another window; here is where it stands now.\n" in written
    assert len(resume(here, talk.attempt.id).attempt.moves) == 1


class FullDisk(MemoryRecords):
    """Records that take no move."""

    def add(self, attempt: AttemptId, recorded: Recorded) -> None:  # noqa: ARG002 - the face of the records
        raise Unavailable("the disk is full; free some space and try again")


def test_a_choice_that_cannot_be_stored_is_not_acknowledged_and_may_be_tried_again() -> None:
    heard = at_play("", "1", "1", here=desk(PRACTICE, records=FullDisk()))
    assert heard.after("1") == ["the disk is full; free some space and try again", "Choose 1 to 2."]
    assert not any(line.startswith("You:") for line in heard.lines)


def test_the_purpose_is_settled_before_the_briefing() -> None:
    """Whoever met this customer before is told that it is practice, and not that it counts."""
    done = at_play("", "1", "1", "1", "", what=FRESH)
    again = at_play(what=FRESH, here=done.desk)
    assert any(line.startswith("Purpose: practice.") for line in again.lines)
    assert "You have met this customer before, so this is practice." in again.lines


def test_an_assessment_can_be_gone_on_with_as_one() -> None:
    first = at_play("", "1", what=FRESH)
    again = at_play("", "1", "1", what=FRESH, here=first.desk, purpose=Purpose.ASSESSMENT)
    assert "This assessment counts towards your readiness." in again.lines


@pytest.mark.parametrize("purpose", [Purpose.PRACTICE, Purpose.ASSESSMENT])
def test_what_was_known_beforehand_can_be_read_again(purpose: Purpose) -> None:
    """The app has a key for it, and an assessment must not be harder for whoever uses a screen reader."""
    what = PRACTICE if purpose is Purpose.PRACTICE else FRESH
    heard = at_play("", "k", "1", what=what)
    again = heard.after("k")
    assert any(line.startswith("The situation: The order is a week late.") for line in again)
    assert "Goal: Agree on one next step." in again
    assert again[-1].startswith("Choose 1 to ")
    assert len(heard.moves()) == 1
