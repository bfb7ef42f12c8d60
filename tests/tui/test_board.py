"""The manager's board in the app: who stands where, and what stands behind it."""

from dataclasses import replace
from pathlib import Path

import pytest
from office import Office
from team import EVERYBODY, assemble
from tui import shelf
from tui.board_stage import at_the_board
from tui.stage import LARGE, SMALL, Scene, on_stage
from tui.test_hostile_text import HOSTILE, shown_safely

from simulator.domain.decision import Decided, Decision, Role
from simulator.domain.ids import ScenarioId
from simulator.domain.sinks import for_terminal
from simulator.usecases.desk import Desk
from simulator.usecases.people import join
from simulator.usecases.talk import begin, choose


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A team of which somebody stands in each place; only to be read."""
    return assemble(str(tmp_path_factory.mktemp("team") / "team.db")).desk()


def names(stage: Scene) -> list[str]:
    """Who is on show, in order."""
    table = stage.text.partition("Verdict")[2].partition("────")[0].splitlines()
    return [name for line in table for name in EVERYBODY if line.strip(" ▸").startswith(name)]


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_everybody_stands_there_in_words_with_signs(desk: Desk, size: tuple[int, int]) -> None:
    async with at_the_board(desk, size=size) as stage:
        assert names(stage) == list(EVERYBODY)
        for said in (
            "● Ready, lapsing", "◔ Building", "✕ Blocked", "◐ Close", "◌ Expired", "▽ Not yet", "○ Not started",
            "a all 8", "r ready 2", "l lapsing 2", "8 people", "Empathy", "Active",
        ):  # fmt: skip
            assert said in stage.text, said


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_whoever_is_marked_is_said_in_full(desk: Desk, size: tuple[int, int]) -> None:
    async with at_the_board(desk, size=size) as stage:
        await stage.press("end")
        assert "First assessment → now: Empathy 73 → 94 %, Active listening 66 → 89 %" in stage.words
        assert "Rita Ready Ready Until 2026-09-" in stage.words
        await stage.press("k", "up", "up", "up", "up", "up")
        assert "Bo Blocked Blocked Review is waiting" in stage.words
        await stage.press("home", "up", "pageup")
        assert "Bea Building Not enough evidence" in stage.words


async def test_a_wide_window_has_first_against_latest_beside_each_word(desk: Desk) -> None:
    async with at_the_board(desk, size=LARGE) as stage:
        (line,) = [line for line in stage.lines if "Carl Close" in line]
        assert "◐ Close     73 → 86 %  ◐ Close     66 → 79 %" in line


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("r", ["Lena Lapsing", "Rita Ready"]),
        ("c", ["Carl Close"]),
        ("u", ["Bea Building"]),
        ("n", ["Nils Notyet"]),
        ("b", ["Bo Blocked"]),
        ("l", ["Eve Expired", "Lena Lapsing"]),
        ("s", ["Nora New"]),
    ],
)
async def test_one_key_filters_and_a_shows_everybody_again(desk: Desk, key: str, shown: list[str]) -> None:
    async with at_the_board(desk) as stage:
        await stage.press(key)
        assert names(stage) == shown
        await stage.press("a")
        assert names(stage) == list(EVERYBODY)


async def test_the_mark_stays_on_whom_it_was_while_they_are_on_show(desk: Desk) -> None:
    async with at_the_board(desk) as stage:
        await stage.press("end", "r")
        assert "▸ Rita Ready" in stage.text
        await stage.press("a")
        assert "▸ Rita Ready" in stage.text
        await stage.press("c")
        assert "▸ Carl Close" in stage.text


async def test_a_filter_can_be_clicked_and_a_person_opened_by_two_clicks(desk: Desk) -> None:
    async with at_the_board(desk) as stage:
        row = next(number for number, line in enumerate(stage.lines) if "blocked 1" in line)
        await stage.click(stage.lines[row].index("blocked"), row)
        assert names(stage) == ["Bo Blocked"]
        await stage.press("a")
        row = next(number for number, line in enumerate(stage.lines) if "Carl Close" in line)
        await stage.click(6, row)
        assert "Carl Close Not enough evidence" in stage.words
        await stage.click(6, row)
        assert "Evidence Carl Close" in stage.words


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_a_name_is_typed_and_letters_are_letters_meanwhile(desk: Desk, size: tuple[int, int]) -> None:
    async with at_the_board(desk, size=size) as stage:
        await stage.press("slash", *"le")
        assert names(stage) == ["Lena Lapsing"]
        await stage.press(*"xq")
        assert 'Nobody whose name holds "lexq" is here.' in stage.words
        await stage.press("backspace", "backspace", "enter")
        assert "Name holds: le" in stage.words
        await stage.press("c")
        assert names(stage) == []
        await stage.press("a")
        assert names(stage) == list(EVERYBODY)
        await stage.press("slash", *"le", "escape")
        assert names(stage) == list(EVERYBODY)


async def test_nothing_is_offered_where_nobody_is_on_show(tmp_path: Path) -> None:
    async with at_the_board(Office(str(tmp_path / "team.db")).desk()) as stage:
        assert "Nobody has practised here yet." in stage.words
        assert "override" not in stage.text
        await stage.press("enter", "o", "v", "x", "down", "pagedown", "slash", "escape", "r", "a")
        assert "Nobody has practised here yet." in stage.words


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_enter_opens_the_evidence_down_to_the_line_said_and_q_goes_back(
    desk: Desk, size: tuple[int, int]
) -> None:
    async with at_the_board(desk, size=size) as stage:
        await stage.press("down", "enter")
        assert "Evidence Bo Blocked" in stage.words
        assert "Rep: Better words at the third turn." in stage.words
        assert "You:" not in stage.text
        await stage.press("right", "right")
        assert "[Errors and decisions]" in stage.text
        await stage.press("pagedown", "pagedown")
        assert "Bo Blocked: Worse words at the second turn." in stage.words
        await stage.press("q")
        assert names(stage) == list(EVERYBODY)
        assert "Bo Blocked Blocked" in stage.words


async def test_nothing_of_the_reps_own_can_be_done_on_their_evidence(desk: Desk) -> None:
    async with at_the_board(desk) as stage:
        await stage.press("end", "enter")
        before = stage.text
        for key in ("a", "enter", "g", "d", "n", "p"):
            await stage.press(key)
            assert stage.text == before, key
        assert "start afresh" not in stage.text


async def test_practice_is_nowhere_to_be_seen(tmp_path: Path) -> None:
    desk = shelf.desk(replace(shelf.PRACTICE, title="Secret practice"), shelf.ASSESSMENT)
    talk = begin(desk, join(desk, "Ana"), ScenarioId("late"))
    for turn in ("first", "second", "third"):
        talk = choose(desk, talk, f"{turn}-worse")
    async with at_the_board(desk) as stage:
        assert "○ Not started" in stage.text
        await stage.press("enter")
        for _ in range(4):
            assert "Secret practice" not in stage.text
            await stage.press("right")


async def test_from_the_demo_a_key_leads_to_the_board_and_back() -> None:
    desk = replace(shelf.desk(), example=True)
    async with on_stage(desk, size=LARGE) as stage:
        assert "t board" in stage.text
        await stage.press("t")
        assert "made up as examples" in stage.words
        assert "q back" in stage.text
        await stage.press("enter", "q", "q")
        assert "Next for you" in stage.text


async def test_reps_have_no_way_to_the_board() -> None:
    async with on_stage(shelf.desk(), size=LARGE) as stage:
        assert "t board" not in stage.text
        before = stage.text
        await stage.press("t")
        assert stage.text == before


async def test_q_leaves_the_board() -> None:
    async with at_the_board(shelf.desk()) as stage:
        assert "q quit" in stage.text
        await stage.press("q")
        assert stage.app.return_value == 0


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_hostile_names_and_reasons_spoil_nothing(size: tuple[int, int]) -> None:
    desk = shelf.desk()
    for number, text in enumerate(HOSTILE):
        rep = join(desk, for_terminal(f"{number} {text}")[:70])
        kept = f"x {text}".replace("\0", "")
        desk.records.add_decision(
            Decision(rep=rep.id, decided=Decided.READY, by=kept, role=Role.MANAGER, reason=kept, at=desk.now())
        )
    async with at_the_board(desk, size=size) as stage:
        for _ in HOSTILE:
            for keys in (("enter", "right", "right"), ("q", "o"), ("escape", "x"), ("escape", "down")):
                await stage.press(*keys)
                shown_safely(stage)
        await stage.press("slash", *"[/]", "enter", "x")
        shown_safely(stage)
