"""Whatever is longer than its place says so, and which key shows the rest."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from office import Office
from team import assemble
from textual.screen import Screen
from tui.board_stage import at_the_board
from tui.shelf import PRACTICE, desk
from tui.stage import LARGE, SMALL, on_stage

from simulator.authoring.library import default_root, open_library
from simulator.domain.scenario import Scenario
from simulator.records.memory import MemoryRecords
from simulator.tui.actions import actions_of
from simulator.tui.screens.dialog import Dialog
from simulator.tui.screens.explanation import Explanation
from simulator.tui.screens.goal_picker import GoalPicker
from simulator.tui.screens.help import HelpScreen
from simulator.tui.screens.palette import Command, PaletteScreen
from simulator.tui.screens.question import Question
from simulator.tui.screens.steps import Step, Steps
from simulator.tui.screens.turn_picker import TurnPicker
from simulator.tui.widgets.scrolled import Box, Scrolled
from simulator.usecases.demo import demo_desk
from simulator.usecases.desk import Desk
from simulator.usecases.explaining import laws


async def test_a_review_says_that_there_is_more_of_the_error_until_its_end() -> None:
    shipped = Desk(library=open_library(default_root(), None), open_records=MemoryRecords)
    example, _ = demo_desk(shipped)
    async with at_the_board(example) as stage:
        await stage.press("end", "v")
        assert "pgdn: more below ─╯" in stage.text
        assert "Attempt:" not in stage.text
        await stage.press("pagedown", "pagedown", "pagedown")
        assert "pgup: more above ─╯" in stage.text
        assert "Attempt:" in stage.text
        await stage.resize(LARGE)
        assert "more above" not in stage.text
        assert "more below" not in stage.text


@pytest.mark.parametrize("screen", [Dialog(("Long", "word " * 300)), Question("Long", "word " * 300, "do it")])
async def test_a_dialog_and_a_question_say_it(screen: Dialog | Question) -> None:
    async with on_stage(desk(), size=SMALL) as stage:
        stage.app.push_screen(screen)
        await stage.settle()
        assert "pgdn: more below" in stage.text
        await stage.press("pagedown")
        assert "pgup pgdn: more above and below" in stage.text


async def test_help_says_it(tmp_path: Path) -> None:
    async with at_the_board(Office(str(tmp_path / "team.db")).desk()) as stage:
        await stage.press("question_mark")
        assert "pgdn: more below" in stage.text


async def test_a_page_says_it_among_its_keys_for_as_long_as_there_is_more() -> None:
    async with on_stage(desk(), size=SMALL, scenario="late") as stage:
        assert "pgdn more" in stage.lines[-1]
        await stage.press("pagedown", "pagedown", "pagedown")
        assert "pgdn more" not in stage.lines[-1]
        await stage.press("pageup")
        assert "pgdn more" in stage.lines[-1]
        await stage.resize((120, 60))
        assert "pgdn more" not in stage.lines[-1]


async def test_a_click_on_the_key_shows_what_is_below() -> None:
    async with on_stage(desk(), size=SMALL, scenario="late") as stage:
        before = stage.text
        await stage.click(stage.lines[-1].index("pgdn more"), SMALL[1] - 1)
        assert stage.text != before


async def test_the_table_of_people_says_it(tmp_path: Path) -> None:
    team = assemble(str(tmp_path / "team.db"))
    for number in range(20):
        team.rep(f"Zoe {number}")
    async with at_the_board(team.desk()) as stage:
        assert "Name ↓ more" in stage.text
        await stage.press("end")
        assert "Name ↑ more" in stage.text


async def test_a_conversation_that_fits_says_nothing_of_it() -> None:
    async with on_stage(desk(), size=SMALL, scenario="late") as stage:
        await stage.press("enter")
        assert "The customer's words at the first turn." in stage.words
        assert "pgdn more" not in stage.lines[-1]


async def test_a_list_above_everything_says_it_with_the_keys_that_move_through_it() -> None:
    shipped = Desk(library=open_library(default_root(), None), open_records=MemoryRecords)
    async with on_stage(shipped, size=SMALL) as stage:
        await stage.press("ctrl+p")
        assert "↓: more below ─╯" in stage.text
        await stage.press(*["down"] * 30)
        assert "↑: more above ─╯" in stage.text
        await stage.press(*"settings")
        assert "more above" not in stage.text


STEPS = (
    Step(asks="Which? " + "word " * 12, name="What", options=[(f"{each}", f"Answer {each}") for each in range(6)]),
    Step(asks="Why? " + "word " * 12, name="Reason"),
)
LONG = "word " * 220 + "the last word"
BOXES: Mapping[str, Callable[[], Screen[Any]]] = {
    "dialog": lambda: Dialog(("Long", LONG)),
    "question": lambda: Question("Long", LONG, "do it"),
    "explanation": lambda: Explanation(next(iter(laws().values()))),
    "help": lambda: HelpScreen(actions_of("conversation"), {}),
    "steps": lambda: Steps("Long", [LONG], STEPS, lambda _: "", "do it"),
    "last step": lambda: Steps("Long", [LONG], STEPS, lambda _: LONG[:90], "do it", ("1", LONG[-300:])),
    "palette": lambda: PaletteScreen([command(number) for number in range(25)]),
    "turns": lambda: TurnPicker(with_turns(22), "first"),
    "goal": lambda: GoalPicker([(f"{number}", f"Skill {number}") for number in range(20)], "", "", lambda _: ""),
}
"""Everything that stands in a box above a screen, with more in it than fits."""


def command(number: int) -> Command:
    return Command(label=f"Command {number}", sentence="Does it.", cap="", run=lambda: None)


def with_turns(count: int) -> Scenario:
    more = {f"turn-{number}": PRACTICE.turns["first"] for number in range(count)}
    return replace(PRACTICE, turns={**PRACTICE.turns, **more})


@pytest.mark.parametrize("size", [(60, 15), SMALL, LARGE], ids=str)
@pytest.mark.parametrize("name", BOXES)
async def test_every_box_can_be_read_to_its_very_end_and_keeps_its_keys_in_sight(
    name: str, size: tuple[int, int]
) -> None:
    async with on_stage(desk(), size=size) as stage:
        stage.app.push_screen(BOXES[name]())
        await stage.settle()
        await stage.pilot.press(*["down", "pagedown"] * 26)
        await stage.settle()
        frame = stage.app.screen.query_one(Box)
        assert stage.app.screen.region.contains_region(frame.region)
        for part in (each for each in frame.query(Scrolled) if each.display):
            assert frame.content_region.contains_region(part.region)
            assert not part.below
        last = next(part for part in reversed(frame.children) if part.display)
        assert frame.content_region.contains_region(last.region)
        assert last.region.height > 0


@pytest.mark.parametrize("there", [(), ("enter", "enter")], ids=["home", "conversation"])
async def test_help_ends_with_its_last_sentence(there: tuple[str, ...]) -> None:
    async with on_stage(desk()) as stage:
        await stage.press(*there, "question_mark")
        assert "pgdn: more below" in stage.text
        assert "? or q close" in stage.text
        await stage.press("end")
        assert "Everything up to your last choice is saved." in stage.words
        assert "pgup: more above" in stage.text
        await stage.press("home")
        assert "pgdn: more below" in stage.text
