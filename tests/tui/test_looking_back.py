"""Debrief and progress: the result first, then every turn, every alternative, every piece of evidence."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from tui.shelf import desk, scenario
from tui.stage import LARGE, SMALL, on_stage

from simulator.domain.attempt import Chose
from simulator.domain.decision import Decided, Role
from simulator.domain.ids import ScenarioId
from simulator.domain.scenario import Purpose
from simulator.usecases.deciding import decide
from simulator.usecases.desk import Desk
from simulator.usecases.people import join
from simulator.usecases.talk import begin, choose


def played(*choices: str, name: str = "fresh") -> Desk:
    """A desk at which Ana has made these choices."""
    here = desk()
    purpose = Purpose.ASSESSMENT if name == "fresh" else Purpose.PRACTICE
    talk = begin(here, join(here, "Ana"), ScenarioId(name), purpose, seed=1)
    for name_of_choice in choices:
        talk = choose(here, talk, name_of_choice)
    return here


MIXED = ("first-better", "second-worse", "third-better")


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_result_comes_first(size: tuple[int, int]) -> None:
    async with on_stage(played(*MIXED), size=size) as stage:
        await stage.press("p", "right", "right", "enter")
        for said in (
            "saved",
            "Empathy: 2 of 2 moments handled well",
            "Active listening: 0 of 1 moments handled well",
            'Critical error: A false claim, at turn 2: "Worse words at the second turn."',
            "A critical error blocks you from Ready until a trainer has looked at it with you",
            "This assessment counts",
            "Goodbye then.",
            "What to take from it.",
        ):
            assert said in stage.words


async def test_left_and_right_go_through_the_turns() -> None:
    async with on_stage(played(*MIXED), size=LARGE) as stage:
        await stage.press("p", "right", "right", "enter", "right")
        assert "The customer's words at the first turn." in stage.words
        assert "[1★]" in stage.text
        await stage.press("right", "right", "right")
        assert "[3★]" in stage.text
        await stage.press("left", "left", "left")
        assert "How it came out" in stage.text


async def test_up_and_down_show_what_else_could_have_been_said_and_what_it_would_have_shown() -> None:
    async with on_stage(played(*MIXED)) as stage:
        await stage.press("p", "right", "right", "enter", "right", "right")
        assert "You said: Worse words at the second turn." in stage.words
        assert "missed Shows active listening" in stage.words
        assert "Reaction to the worse words." in stage.words
        await stage.press("up", "down", "up")
        either = stage.words
        await stage.press("down")
        assert either != stage.words
        assert "exemplary Shows active listening" in either + stage.words


async def test_each_row_of_the_course_says_what_its_value_is() -> None:
    async with on_stage(played(*MIXED)) as stage:
        await stage.press("p")
        rows = {line.split("  ")[0].strip(): line for line in stage.lines if line.strip().startswith(("Likely", "Est"))}
        assert re.search(r"[▁-█]  \d+ % now$", rows["Likely at most"].rstrip())
        assert re.search(r"[▁-█]  \d+ % now; the bar stands at 75 %", rows["Likely at least"])


async def test_q_leads_from_a_debrief_back_to_the_attempts_it_was_opened_from() -> None:
    async with on_stage(played(*MIXED)) as stage:
        await stage.press("p", "right", "right", "enter", "right", "q")
        assert "[Attempts]" in stage.text
        await stage.press("q")
        assert "Next for you" in stage.text


async def test_q_leads_home_from_the_debrief_of_a_conversation_that_has_just_ended() -> None:
    async with on_stage(desk(), scenario="late") as stage:
        await stage.press("enter", *["1"] * 6, "enter")
        assert "How it came out" in stage.text
        await stage.press("q")
        assert "Next for you" in stage.text


async def test_a_debrief_turn_can_be_opened_by_mouse() -> None:
    async with on_stage(played(*MIXED)) as stage:
        await stage.press("p", "right", "right", "enter")
        await stage.click(stage.lines[1].index("2○"), 1)
        assert "[2○]" in stage.text


async def test_enter_practises_on_from_that_turn_with_the_marked_choice_picked() -> None:
    here = played(*MIXED)
    async with on_stage(here) as stage:
        await stage.press("p", "right", "right", "enter", "right", "right", "enter")
        assert "practice" in stage.lines[0]
        assert "The customer's words at the second turn." in stage.words
        assert "Worse words at the second turn." in stage.words
        attempt = here.records.attempts()[-1]
        assert attempt.purpose is Purpose.PRACTICE
        assert [recorded.move for recorded in attempt.moves] == [Chose(turn="first", choice="first-better")]
        await stage.press("enter")
        assert here.records.attempts()[-1].moves[-1].move == Chose(turn="second", choice="second-worse")


async def test_enter_held_down_over_a_debrief_says_one_choice_at_most() -> None:
    here = played(*MIXED)
    async with on_stage(here) as stage:
        await stage.press("p", "right", "right", "enter", "right", *["enter"] * 10)
        assert len(here.records.attempts()[-1].moves) <= 1


async def test_nothing_of_an_open_assessment_is_given_away_by_the_progress() -> None:
    async with on_stage(played("first-better")) as stage:
        await stage.press("p", "right", "right", "enter")
        assert "The customer's words at the second turn." in stage.words
        assert "Coach" not in stage.text


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_progress_shows_every_piece_of_evidence_down_to_the_line_said(size: tuple[int, int]) -> None:
    async with on_stage(played(*MIXED), size=size) as stage:
        await stage.press("p")
        for said in (
            "Likely at least",
            "★ exemplary",
            "Shows empathy",
            "The customer's words at the third turn.",
        ):
            assert said in stage.words
        await stage.press("right")
        assert "○ missed Shows active listening" in stage.words
        assert "You: Worse words at the second turn." in stage.words


async def test_a_moment_that_is_still_open_has_no_sign_of_a_level() -> None:
    here = played("first-better")
    later = replace(here, now=lambda: here.now() + timedelta(days=2))
    async with on_stage(later, size=LARGE) as stage:
        await stage.press("p")
        assert "★ exemplary" in stage.words
        await stage.press("right")
        assert "· open" in stage.words


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_progress_shows_a_persons_decision_beside_the_verdict(size: tuple[int, int]) -> None:
    here = played(*MIXED)
    decide(here, join(here, "Ana"), Decided.READY, by="Kim", role=Role.MANAGER, reason="I sat beside her.")
    async with on_stage(here, size=size) as stage:
        await stage.press("p")
        assert 'Decided by Kim (manager) on 2026-03-02: ready, because: "I sat beside her."' in stage.words
        assert "The computed verdict is: Blocked." in stage.words
        assert "Critical errors chosen in the assessments that count: 1 in 3 chances." in stage.words


async def test_progress_says_where_there_is_no_evidence() -> None:
    async with on_stage(desk()) as stage:
        await stage.press("p")
        assert "No evidence counts yet" in stage.text
        await stage.press("right", "right")
        assert "Nothing is recorded yet." in stage.text


async def test_q_leads_back_home_from_everywhere() -> None:
    for keys in (("p",), ("n",), ("n", "enter"), ("f2",)):
        async with on_stage(played(*MIXED)) as stage:
            await stage.press(*keys, "q")
            assert "Next for you" in stage.text


async def test_what_came_of_a_choice_is_in_sight_at_once_in_a_small_window() -> None:
    def wordy(text: str) -> str:
        return f"{text} {'And so on and on. ' * 12}" if "words at the" in text else text

    here = desk(scenario(Purpose.ASSESSMENT, "fresh", dress=wordy))
    talk = begin(here, join(here, "Ana"), ScenarioId("fresh"), Purpose.ASSESSMENT, seed=1)
    for choice in MIXED:
        talk = choose(here, talk, choice)
    async with on_stage(here, size=SMALL) as stage:
        await stage.press("p", "right", "right", "enter", "right")
        assert "You said: " in stage.text
        for said in ("Reaction to the better words.", "★ exemplary", "Coach: Coaching on the better"):
            assert said in stage.text
        assert "enter practise" in stage.lines[-1]
        assert "pgdn more" in stage.lines[-1]


async def test_a_way_aside_from_a_debrief_leads_back_to_it() -> None:
    async with on_stage(played(*MIXED)) as stage:
        await stage.press("p", "right", "right", "enter", "right")
        before = stage.text
        await stage.press("enter")
        assert "You are back at this turn" in stage.words
        await stage.press("q")
        assert stage.text == before
        await stage.press("q")
        assert "All your attempts" in stage.words
        await stage.press("q")
        assert "Next for you" in stage.text


async def test_an_attempt_that_is_gone_on_with_from_the_list_leads_back_to_the_list() -> None:
    async with on_stage(played("first-better")) as stage:
        await stage.press("p", "right", "right", "enter")
        assert "the second turn" in stage.words
        await stage.press("q")
        assert "All your attempts" in stage.words
