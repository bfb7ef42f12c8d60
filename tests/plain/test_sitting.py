"""A sitting in plain mode: the first run, home, and the way in and out of conversations."""

from dataclasses import replace
from pathlib import Path

import pytest
from plain.seat import FRESH, WARM_UP, at_home, spoken
from tui.shelf import PRACTICE, desk

from simulator.domain.attempt import Chose
from simulator.domain.scenario import Scenario
from simulator.plain.session import sit_down
from simulator.usecases.settings import Settings, load_settings, save_settings

ASKED = "Type a conversation's number, n for the suggested one, or ? for help."
NEWCOMER = ("Ana", "")


def test_the_first_run_asks_name_and_face_then_warms_up_and_asks_for_a_goal(tmp_path: Path) -> None:
    heard = at_home("Ana", "1", "", "1", "1", "1", "", "stay calm", folder=tmp_path, rep=None, here=desk(WARM_UP))
    questions = [line for line in heard.lines if line.endswith("?") or line.startswith(("Here is", "What do you want"))]
    assert questions == [
        "What do people call you?",
        "Do you use a screen reader, or like plain text?",
        "Here is a warm-up of three turns, to learn the keys.",
        "What do you want to get better at? Type it in your words, or press enter for later.",
    ]
    assert load_settings(tmp_path / "settings.json")[0] == Settings(rep="ana", plain=True, goal="stay calm")
    assert [type(move) for move in heard.moves()] == [Chose] * 3
    assert heard.after("stay calm")[:2] == ["Your goal: stay calm", "Ana: Not enough evidence."]


def test_the_app_is_opened_for_whoever_wants_it_where_it_can_be_drawn(tmp_path: Path) -> None:
    settings = tmp_path / "settings.json"
    wanted: list[bool] = []
    spoken(("Ana", "2"), lambda voice: wanted.append(sit_down(desk(), voice, settings, None, can_draw=True)))
    assert wanted == [True]
    assert load_settings(settings)[0] == Settings(rep="ana", plain=False)


def test_where_the_app_cannot_be_drawn_it_goes_on_in_plain_lines(tmp_path: Path) -> None:
    said = at_home("Ana", "2", folder=tmp_path, rep=None).after("2")
    assert said[0] == "The app needs a terminal that can draw, so it opens there. Here it goes on in plain text."


@pytest.mark.parametrize(
    ("answers", "again"),
    [((), "What do people call you?"), (("Ana",), "Type 1 or 2"), (("Ana", "1"), "What do you want to get better at?")],
)
@pytest.mark.parametrize("key", ["r", "s", "?", "w", "b"])
def test_every_question_of_the_first_run_knows_the_keys(
    answers: tuple[str, ...], again: str, key: str, tmp_path: Path
) -> None:
    said = at_home(*answers, key, folder=tmp_path, rep=None).after(*answers, key)
    assert said[-1].startswith(again)
    assert len(said) == (1 if key in {"r", "s"} else 2)


@pytest.mark.parametrize("answers", [("q",), (), ("Ana", "q"), ("Ana",), ("Ana", "1", "q"), ("Ana", "1")])
def test_one_can_leave_at_each_question(answers: tuple[str, ...], tmp_path: Path) -> None:
    assert at_home(*answers, folder=tmp_path, rep=None).lines[-1] == "Everything is saved. Until next time."


def test_a_name_that_cannot_be_used_is_asked_for_again(tmp_path: Path) -> None:
    said = at_home("", "...", "Bo", folder=tmp_path, rep=None)
    assert "A name is needed" in said.after("")[0]
    assert "A name is needed" in said.after("...")[0]
    assert said.after("Bo")[0] == "Good to have you, Bo. Everything is saved as you go."


def test_settings_that_cannot_be_written_do_not_stop_the_first_run(tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("")
    heard = at_home("Ana", folder=tmp_path / "a file", rep=None)
    assert heard.after("Ana")[0].startswith("The settings could not be written to ")
    assert "Good to have you, Ana. Everything is saved as you go." in heard.lines


def test_home_says_where_one_stands_what_comes_next_and_what_there_is(tmp_path: Path) -> None:
    lines = at_home(folder=tmp_path).lines
    assert lines[0] == "Ana: Not enough evidence."
    assert "Empathy: not seen yet in an assessment." in lines
    assert (
        "Next: The late delivery (practice). You have not met this customer. Practice is private: try things out."
        in lines
    )
    assert lines[-5:] == [
        "1. The late delivery, with Dana Whitfield (practice, core, new).",
        "2. Usage fell by half, with Dana Whitfield (assessment, core, new).",
        ASKED,
        "> ",
        "Everything is saved. Until next time.",
    ]


@pytest.mark.parametrize(
    ("key", "begins"),
    [
        ("r", "Ana: "),
        ("s", "Ana: "),
        ("w", "Next: The late delivery (practice). "),
        ("b", "You are at home: "),
        ("?", "Type the number of a conversation"),
        ("", "Type the number of a conversation"),
        ("p", "Ana: "),
        ("g", "Your goal now: none."),
        ("d", "What do you want to have shown?"),
        ("a", "No assessment counts yet: there is nothing to set aside."),
    ],
)
def test_every_key_works_at_home(key: str, begins: str, tmp_path: Path) -> None:
    assert at_home(key, folder=tmp_path).after(key)[0].startswith(begins)


@pytest.mark.parametrize("wrong", ["0", "3", "late", "²", "9" * 5000])
def test_anything_else_is_answered_with_what_to_type(wrong: str, tmp_path: Path) -> None:
    assert at_home(wrong, folder=tmp_path).after(wrong) == [f'"{wrong[:20]}" is not one of the answers.', ASKED]


@pytest.mark.parametrize("opening", ["n", "1"])
def test_a_conversation_is_opened_played_and_left_for_home(opening: str, tmp_path: Path) -> None:
    heard = at_home(opening, "", "1", "home", folder=tmp_path)
    assert heard.lines[heard.lines.index(f"> {opening}") + 1] == "Conversation: The late delivery."
    assert heard.after("home")[:2] == ["Saved. You can go on at this turn later.", "Ana: Not enough evidence."]
    assert "1. The late delivery, with Dana Whitfield (practice, core, in progress)." in heard.after("home")


def test_q_in_a_conversation_ends_the_sitting(tmp_path: Path) -> None:
    lines = at_home("1", "", "1", "q", folder=tmp_path).lines
    assert lines[-3:] == [
        "> q",
        "Saved. You can go on at this turn later.",
        "Everything is saved. Until next time.",
    ]


@pytest.mark.parametrize(
    ("key", "begins"),
    [
        ("r", "Conversation: "),
        ("s", "Purpose: practice."),
        ("w", "Purpose: practice."),
        ("?", "Press enter to begin. "),
    ],
)
def test_every_key_works_before_a_conversation(key: str, begins: str, tmp_path: Path) -> None:
    said = at_home("1", key, folder=tmp_path).after("1", key)
    assert said[0].startswith(begins)
    assert said[-1] == "Press enter to begin, or type ? for help."


def test_what_is_no_answer_before_a_conversation_is_told_so(tmp_path: Path) -> None:
    said = at_home("1", "hello", folder=tmp_path).after("1", "hello")
    assert said[0] == '"hello" is not one of the answers.'
    assert said[1].startswith("Press enter to begin. ")


@pytest.mark.parametrize("leaving", ["b", "home", "q"])
def test_leaving_a_briefing_opens_nothing(leaving: str, tmp_path: Path) -> None:
    heard = at_home("2", leaving, folder=tmp_path, here=desk(PRACTICE, FRESH))
    assert heard.after(leaving)[0] == "Not opened; nothing is recorded."
    assert heard.desk.records.attempts() == ()


@pytest.mark.parametrize("leaving", ["b", "home", "q"])
@pytest.mark.parametrize(("number", "what"), [("1", PRACTICE), ("2", FRESH)])
def test_a_conversation_in_progress_says_so_and_stays_as_it_is(
    number: str, what: Scenario, leaving: str, tmp_path: Path
) -> None:
    heard = at_home(number, "", "1", "home", number, leaving, folder=tmp_path, here=desk(PRACTICE, FRESH))
    before = heard.after("home", number)
    assert before[2] == "In progress: you have opened it already, and it goes on at turn 2."
    assert before[-1] == "Press enter to go on, or type ? for help."
    left = "It stays as it is, in progress. You can go on at turn 2 whenever you open it again."
    assert heard.after(number, leaving)[0] == left
    assert not [line for line in heard.lines if "nothing is recorded" in line]


@pytest.mark.parametrize("key", ["r", "?"])
def test_every_key_works_before_going_on(key: str, tmp_path: Path) -> None:
    said = at_home("2", "", "1", "home", "2", key, folder=tmp_path, here=desk(PRACTICE, FRESH)).after("2", key)
    assert any(line.startswith(("In progress: ", "Press enter to go on where you stopped.")) for line in said)
    assert said[-1] == "Press enter to go on, or type ? for help."


def test_progress_says_every_piece_of_evidence_with_the_line_said(tmp_path: Path) -> None:
    heard = at_home("1", "", "1", "1", "1", "", "p", folder=tmp_path, here=desk(FRESH))
    evidence = [line for line in heard.after("p") if "2026-03-02" in line]
    assert len(evidence) == 3
    assert all('You: "' in line and "Usage fell by half" in line for line in evidence)


def test_odd_settings_are_named_at_home(tmp_path: Path) -> None:
    save_settings(tmp_path / "settings.json", Settings(goal="stay calm"))
    assert "Your goal: stay calm" in at_home(folder=tmp_path).lines
    (tmp_path / "settings.json").write_text('{"goal": 3}')
    assert at_home(folder=tmp_path).lines[0] == f"Not used from {tmp_path / 'settings.json'}: goal."


def test_a_briefing_is_read_out_one_fact_a_line(tmp_path: Path) -> None:
    listed = replace(PRACTICE, briefing="The order\nis late.\n\nWhat you know:\n- It is lost.\n- She is\n  cross.\n")
    lines = at_home("1", folder=tmp_path, here=desk(listed)).lines
    begin = lines.index("The situation: The order is late.")
    assert lines[begin + 1 : begin + 4] == ["What you know:", "- It is lost.", "- She is cross."]
    assert sum("What you know" in line for line in lines) == 1
