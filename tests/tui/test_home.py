"""Home: where you stand, what next and why, and every conversation."""

from dataclasses import replace

import pytest
from tui.shelf import ASSESSMENT, PRACTICE, desk
from tui.stage import LARGE, SMALL, on_stage

from simulator.domain.ids import ScenarioId
from simulator.domain.scenario import Purpose
from simulator.usecases.desk import Desk
from simulator.usecases.people import join
from simulator.usecases.talk import begin, choose


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_it_says_where_each_skill_stands_and_what_next_and_why(size: tuple[int, int]) -> None:
    async with on_stage(desk(), size=size) as stage:
        for said in (
            "Empathy",
            "Active listening",
            "not seen yet",
            "the bar: 75 %",
            "Next for you",
            "You have not met this",
        ):
            assert said in stage.words
        for never in ("hour", "streak", "day in a row"):
            assert never not in stage.words


async def test_it_tells_practice_from_assessment_and_new_from_done() -> None:
    here = desk()
    talk = begin(here, join(here, "Ana"), ScenarioId("late"))
    while not talk.ended:
        talk = choose(here, talk, talk.conversation.offered(talk.trail.position, 1)[0].id)
    async with on_stage(here) as stage:
        rows = {line.split("  ")[1].strip() or line: line for line in stage.lines if "Dana Whitfield ·" in line}
        assert any("practice · done, saved" in line for line in rows.values())
        assert any("assessment · new" in line for line in rows.values())


def assessed(how: str, assessments: int) -> Desk:
    """A desk at which Ana has taken so many assessments; each asks twice for empathy, where a decision needs three."""
    fresh = [replace(ASSESSMENT, id=ScenarioId(f"fresh-{number}")) for number in range(assessments)]
    here = desk(PRACTICE, *fresh)
    for each in fresh:
        talk = begin(here, join(here, "Ana"), each.id, Purpose.ASSESSMENT)
        while not talk.ended:
            talk = choose(here, talk, f"{talk.trail.position.state.place}-{how}")
    return here


async def test_evidence_moves_the_bar() -> None:
    async with on_stage(assessed("better", 2)) as stage:
        assert "█" in next(line for line in stage.lines if "Empathy  " in line)
        assert "█ estimate" in stage.text


@pytest.mark.parametrize(("size", "told"), [(SMALL, False), (LARGE, True)])
async def test_the_newest_moment_is_told_where_there_is_room(size: tuple[int, int], *, told: bool) -> None:
    """In a small window the verdict above and what to do next below are worth more."""
    async with on_stage(assessed("better", 2), size=size) as stage:
        assert ("handled well in Usage fell by half" in stage.words) is told


@pytest.mark.parametrize("how", ["better", "worse"])
async def test_a_bar_says_nothing_before_as_much_was_answered_as_a_decision_needs(how: str) -> None:
    async with on_stage(assessed(how, 1)) as stage:
        row = next(line for line in stage.lines if "Empathy  " in line)
        assert "·┃·" in row
        assert "%" not in row
        assert "█" not in row
        assert "· too few moments yet" in stage.words


async def test_enter_opens_the_marked_briefing_and_nothing_begins() -> None:
    async with on_stage(desk()) as stage:
        await stage.press("down", "enter")
        assert "Usage fell by half" in stage.lines[0]
        assert "An assessment counts from the customer's first words on" in stage.words
        assert stage.desk.records.attempts() == ()


async def test_the_briefing_says_who_what_and_what_good_looks_like() -> None:
    async with on_stage(desk(), scenario="late", size=LARGE) as stage:
        for said in ("Dana Whitfield", "operations, Northline", "Clipped.", "The order is a week late.", "Agree on one",
                     "Names it.", "What is seen.", "Practice is private"):  # fmt: skip
            assert said in stage.words


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_what_an_assessment_is_stands_above_a_long_briefing(size: tuple[int, int]) -> None:
    long = replace(ASSESSMENT, briefing="\n\n".join(["The order is a week late."] * 30))
    async with on_stage(desk(PRACTICE, long), scenario="fresh", size=size) as stage:
        assert "An assessment counts from the customer's first words on" in stage.words
        assert stage.words.index("An assessment counts") < stage.words.index("Dana Whitfield")


async def test_q_on_the_briefing_opens_nothing() -> None:
    async with on_stage(desk(), scenario="fresh") as stage:
        await stage.press("q")
        assert "Next for you" in stage.text
        assert stage.desk.records.attempts() == ()


async def test_n_opens_the_suggested_conversation() -> None:
    async with on_stage(desk()) as stage:
        await stage.press("n")
        assert "The late delivery" in stage.lines[0]


async def test_a_click_marks_and_a_second_one_opens() -> None:
    async with on_stage(desk()) as stage:
        row = next(number for number, text in enumerate(stage.lines) if "assessment · new" in text)
        await stage.click(12, row)
        assert "▸" in stage.lines[row]
        await stage.click(12, row)
        assert "Usage fell by half" in stage.lines[0]


async def test_home_says_that_q_quits_and_other_pages_that_it_goes_back() -> None:
    async with on_stage(desk()) as stage:
        assert "q quit" in stage.lines[-1]
        await stage.press("p")
        assert "q back" in stage.lines[-1]


async def test_q_quits_with_zero() -> None:
    async with on_stage(desk()) as stage:
        await stage.press("q")
        assert stage.app.return_value == 0


async def test_ctrl_c_quits_with_130_from_anywhere() -> None:
    for keys in ((), ("n",), ("n", "enter"), ("question_mark",), ("ctrl+p",), ("f2",), ("g",)):
        async with on_stage(desk()) as stage:
            await stage.press(*keys, "ctrl+c")
            assert stage.app.return_value == 130


async def test_a_goal_is_written_and_shown() -> None:
    async with on_stage(desk()) as stage:
        await stage.press("g", *"listen", "enter")
        assert "Your goal: listen" in stage.text


async def test_while_the_goal_is_asked_the_keys_are_those_of_the_question() -> None:
    async with on_stage(desk()) as stage:
        await stage.press("g")
        assert "enter keep it   esc leave it" in stage.lines[-1]
        await stage.press(*"queue", "escape")
        assert "Your goal" not in stage.text
        assert "enter open" in stage.lines[-1]


@pytest.mark.parametrize("size", [(59, 24), (80, 14), (20, 5), (1, 1)])
async def test_a_tiny_terminal_is_told_so_kindly_and_keys_do_nothing_unseen(size: tuple[int, int]) -> None:
    async with on_stage(desk(), size=size) as stage:
        if size[0] > 1:
            assert "room" in stage.words or size[0] < 30
        await stage.press("enter", "enter", "1", "1")
        assert stage.desk.records.attempts() == ()


async def test_growing_and_shrinking_keeps_the_screen_whole() -> None:
    async with on_stage(desk(), scenario="late") as stage:
        await stage.press("enter", "1", "1")
        await stage.resize(LARGE)
        assert "What it called for" in stage.text
        await stage.resize((30, 10))
        assert "more room" in stage.words
        await stage.resize(SMALL)
        assert "second turn" in stage.text
        await stage.press("1", "1")
        assert len(stage.moves()) == 2
