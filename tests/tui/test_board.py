"""The manager's board in the app: who stands where, what stands behind it, and what is done about it."""

import json
import re
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from office import Office
from team import EVERYBODY, assemble
from tui import shelf
from tui.board_stage import at_the_board
from tui.stage import LARGE, SMALL, Scene, on_stage
from tui.test_hostile_text import HOSTILE, shown_safely

from simulator.domain.attempt import Attempt, Rep
from simulator.domain.decision import Decided, Decision, Role
from simulator.domain.ids import RepId, ScenarioId
from simulator.domain.scenario import Purpose
from simulator.domain.sinks import for_terminal
from simulator.records.memory import MemoryRecords
from simulator.records.open import open_records
from simulator.records.protocol import Unavailable
from simulator.tui.board import BoardApp
from simulator.tui.screens.board import BoardScreen
from simulator.tui.sitting import Sitting
from simulator.usecases.desk import Desk
from simulator.usecases.people import join
from simulator.usecases.talk import begin, choose


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A team of which somebody stands in each place; only to be read."""
    return assemble(str(tmp_path_factory.mktemp("team") / "team.db")).desk()


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Ana has made a critical error."""
    here = Office(str(tmp_path / "team.db"))
    here.takes("Ana", 1, "better worse better")
    return here


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the program was started."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def texts(folder: Path) -> dict[str, str]:
    """What the files of a folder hold."""
    return {place.name: place.read_text(encoding="utf-8") for place in folder.iterdir()}


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


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_a_decision_is_asked_for_step_by_step_and_stands_beside_the_verdict(
    office: Office, size: tuple[int, int]
) -> None:
    async with at_the_board(office.desk(), size=size) as stage:
        await stage.press("o", "2", "2", "down", "enter", *"Ana", "enter")
        assert "Ana cannot do this for themselves" in stage.words
        await stage.press(*["backspace"] * 3, *"Kim", "enter", "enter")
        assert "A reason is needed" in stage.words
        await stage.press(*"I heard it", "enter", *"soon", "enter")
        assert '"soon" is no day' in stage.words
        await stage.press(*["backspace"] * 4, *"2026-12-31", "enter")
        for said in ("Decision: Not yet", "As: Trainer", "By: Kim", "Until: 2026-12-31", "Record this for good?"):
            assert said in stage.words
        assert open_records(office.place).decisions() == ()
        await stage.press("enter")
        assert open_records(office.place).decisions() == ()
        await stage.press("y")
        assert "✕ Blocked *" in stage.text
        assert (
            '* Decided by Kim (trainer) on 2026-03-04: not yet until 2026-12-31, because: "I heard it."' in stage.words
        )
        (decision,) = open_records(office.place).decisions()
        assert (decision.decided, decision.role, decision.by) == (Decided.NOT_YET, Role.TRAINER, "Kim")
        await stage.press("o", "2", "2", "2", "enter")
        assert "Kim" in stage.text


async def test_a_number_marks_an_answer_and_goes_on_only_when_pressed_again(office: Office) -> None:
    async with at_the_board(office.desk()) as stage:
        await stage.press("o", "1")
        assert "What do you decide?" in stage.text
        await stage.press("2")
        assert "▸ 2 Not yet" in stage.text
        await stage.press("1", "down", "1")
        assert "▸ 1 Ready" in stage.text
        assert "What do you decide?" in stage.text
        await stage.press("1")
        assert "Decision: Ready" in stage.text
        assert "As what?" in stage.text


@pytest.mark.parametrize(
    "keys", [("escape",), ("q",), ("1", "1", "1", "enter", *"Kim", "enter", *"So.", "enter", "enter", "n")]
)
async def test_leaving_a_decision_records_nothing(office: Office, keys: Sequence[str]) -> None:
    async with at_the_board(office.desk()) as stage:
        await stage.press("o", *keys)
        assert "Team board" in stage.text
        assert "override" in stage.text
    assert open_records(office.place).decisions() == ()


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_a_review_shows_what_was_said_and_asks_before_it_records(office: Office, size: tuple[int, int]) -> None:
    async with at_the_board(office.desk(), size=size) as stage:
        await stage.press("v")
        assert "Ana: Worse words at the second turn." in stage.words
        await stage.press(*"Kim", "enter", *"Talked it through", "enter")
        assert open_records(office.place).reviews() == ()
        await stage.press("y")
        assert "Recorded. Ana needs 3 fresh assessments without a critical error before the block lifts." in stage.words
        assert "Reviewed; 3 clean assessments to go" in stage.words
        assert [review.reason for review in open_records(office.place).reviews()] == ["Talked it through"]


async def test_on_the_evidence_a_review_shows_at_once_there_and_on_the_board(office: Office) -> None:
    async with at_the_board(office.desk(), size=LARGE) as stage:
        await stage.press("enter", "left", "right", "right", "v", *"Kim", "enter", *"Seen", "enter", "y")
        assert "Reviewed by Kim on 2026-03-04: Seen" in stage.words
        await stage.press("q")
        assert "Reviewed; 3 clean assessments to go" in stage.words


async def test_where_no_error_is_open_review_says_so(desk: Desk) -> None:
    async with at_the_board(desk) as stage:
        await stage.press("end", "v")
        assert "No critical error of Rita Ready is open." in stage.words


@pytest.mark.parametrize(("key", "ending"), [("1", "html"), ("2", "csv"), ("3", "json"), ("4", "md")])
async def test_the_board_is_written_to_a_file_in_any_form(desk: Desk, folder: Path, key: str, ending: str) -> None:
    async with at_the_board(desk) as stage:
        await stage.press("x", key, "enter", "enter")
        assert "Written to" in stage.words
    ((name, text),) = texts(folder).items()
    assert re.fullmatch(rf"team-2026-\d\d-\d\d\.{ending}", name)
    assert all(each in text for each in EVERYBODY)


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_a_file_is_replaced_only_with_a_yes(desk: Desk, folder: Path, size: tuple[int, int]) -> None:
    (folder / "a.json").write_text("mine")
    async with at_the_board(desk, size=size) as stage:
        ask = ("x", "3", "enter", "ctrl+u", *"a.json", "enter")
        await stage.press("b", *ask)
        assert "is there already. Replace it?" in stage.words
        await stage.press("n")
        assert texts(folder) == {"a.json": "mine"}
        await stage.press(*ask, "y")
    assert [rep["name"] for rep in json.loads(texts(folder)["a.json"])["reps"]] == ["Bo Blocked"]


async def test_a_file_that_cannot_be_is_refused_where_it_is_typed(desk: Desk, folder: Path) -> None:
    async with at_the_board(desk) as stage:
        await stage.press("x", "enter", "ctrl+u", *"no/a", "enter")
        assert "There is no folder" in stage.words
        await stage.press("escape")
        assert "Team board" in stage.text


async def test_one_persons_report_is_written_from_their_evidence(desk: Desk, folder: Path) -> None:
    async with at_the_board(desk) as stage:
        await stage.press("end", "enter", "x", "4", "4", "enter")
        assert "Written to" in stage.words
    assert texts(folder)["report-rita-ready.md"].startswith("# Rita Ready: Ready")


async def test_another_review_of_the_same_error_is_told_before_the_yes(office: Office) -> None:
    async with at_the_board(office.desk()) as stage:
        await stage.press("v", *"Kim", "enter", *"Seen", "enter", "y", "v")
        assert "Already reviewed by Kim on 2026-03-04." in stage.words
        await stage.press("enter", *"Again", "enter")
        assert "Already reviewed by Kim on 2026-03-04. Add another? Record this for good?" in stage.words
        await stage.press("n")
    assert len(open_records(office.place).reviews()) == 1


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_three_hundred_people_can_be_gone_through(size: tuple[int, int]) -> None:
    desk = shelf.desk()
    for number in range(300):
        join(desk, f"Rep {number:03}")
    async with at_the_board(desk, size=size) as stage:
        assert "300 people" in stage.text
        assert "s not started 300" in stage.text
        assert "Estimates" not in stage.text
        await stage.press("end")
        assert "▸ Rep 299" in stage.text
        await stage.press("pageup", "down")
        assert "▸ Rep 299" not in stage.text
        await stage.press("home")
        assert "▸ Rep 000" in stage.text
        await stage.press("slash", *"27")
        assert [line.split()[1] for line in stage.lines if line.strip(" ▸").startswith("Rep ")][:2] == [
            "027",
            "127",
        ] or ("Rep 027" in stage.text and "Rep 127" in stage.text)


class Slow(MemoryRecords):
    """Records that stop in the middle of a team, or before it, until they are let go on."""

    def __init__(self, after: int) -> None:
        super().__init__()
        self.left = after
        """How many people can be read in full; before that, everybody is asked for at once."""
        self.gate = threading.Event()

    def attempts(self, rep: RepId | None = None, purpose: Purpose | None = None) -> tuple[Attempt, ...]:
        self.left -= rep is not None
        if self.left < 0:
            self.gate.wait(30)
        return super().attempts(rep, purpose)


async def until(stage: Scene, words: str) -> None:
    """Wait until the screen says something."""
    for _ in range(2_000):
        if words in stage.text or words in stage.words:
            return
        await stage.pilot.pause(0.01)
    pytest.fail(f"{words!r} never came:\n{stage.text}")


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_board_fills_while_it_is_read_and_says_how_far_it_is(size: tuple[int, int]) -> None:
    records = Slow(after=10)
    desk = shelf.desk(records=records)
    for number in range(20):
        join(desk, f"Rep {number:03}")
    app = BoardApp(Sitting(desk=desk, settings_file=Path("/nowhere")))
    async with app.run_test(size=size) as pilot:
        stage = Scene(app, pilot)
        await until(stage, "Estimates: 8 of 20")
        # In brief it is known of everybody already, and can be used; the mark stays on whom it was.
        await until(stage, "s not started 20")
        await until(stage, "▸ Rep 000")
        assert stage.text.count("○ Not started") >= 9
        await pilot.press("end")
        await until(stage, "Rep 019 Not started …")
        await pilot.press("home", "down")
        records.gate.set()
        await until(stage, "▸ Rep 001")
        await stage.settle()
        assert "Estimates:" not in stage.text
        assert "s not started 20" in stage.text


async def test_until_it_is_known_where_people_stand_it_says_that_it_is_being_read() -> None:
    records = Slow(after=-1)
    desk = shelf.desk(records=records)
    for number in range(20):
        join(desk, f"Rep {number:03}")
    app = BoardApp(Sitting(desk=desk, settings_file=Path("/nowhere")))
    async with app.run_test(size=SMALL) as pilot:
        stage = Scene(app, pilot)
        await until(stage, "Reading where 20 people stand …")
        await until(stage, "▸ Rep 000")
        assert "s not started 0" in stage.text
        records.gate.set()
        await until(stage, "s not started 20")
        await stage.settle()
        assert "Reading" not in stage.text


async def test_of_a_large_team_whoever_comes_into_sight_is_read_in_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.usecases.roster.SMALL", 20)
    desk = shelf.desk(records=MemoryRecords())
    for number in range(60):
        join(desk, f"Rep {number:03}")
    app = BoardApp(Sitting(desk=desk, settings_file=Path("/nowhere")))
    async with app.run_test(size=SMALL) as pilot:
        stage = Scene(app, pilot)
        await stage.settle()
        board = app.screen
        assert isinstance(board, BoardScreen)
        assert board.roster is not None
        read = set(board.roster.rows)
        assert 5 < len(read) < 30
        assert "Estimates" not in stage.text
        await stage.press("end")
        assert len(board.roster.rows) > len(read)
        assert board.roster.people[-1].id in board.roster.rows
        assert "Rep 059 Not enough evidence" in stage.words
        assert "Rep 059 Not started …" not in stage.words
        # A file holds everybody on show, read or not.
        assert len(board.roster.report(desk).lines) == 60


async def test_q_in_the_middle_of_reading_ends_it() -> None:
    records = Slow(after=3)
    desk = shelf.desk(records=records)
    for number in range(20):
        join(desk, f"Rep {number:03}")
    app = BoardApp(Sitting(desk=desk, settings_file=Path("/nowhere")))
    async with app.run_test(size=SMALL) as pilot:
        await until(Scene(app, pilot), "20 people")
        await pilot.press("q")
        records.gate.set()
    assert app.return_value == 0


class Broken(MemoryRecords):
    """Records that do not answer at first."""

    asked = 0

    def reps(self) -> tuple[Rep, ...]:
        self.asked += 1
        if self.asked == 1:
            raise Unavailable("The server does not answer: try again later.")
        return super().reps()


async def test_records_that_do_not_answer_are_said_and_asked_again() -> None:
    records = Broken()
    desk = shelf.desk(records=records)
    records.add_rep(Rep(id=RepId("ana"), name="Ana", joined=desk.now()))
    async with at_the_board(desk) as stage:
        assert "The server does not answer" in stage.words
        await stage.press("enter")
        assert "Nothing could be read. Enter tries again" in stage.words
        await stage.press("enter")
        assert "▸ Ana" in stage.text


async def test_from_the_demo_a_key_leads_to_the_board_and_back() -> None:
    desk = replace(shelf.desk(), example=True)
    async with on_stage(desk, size=LARGE) as stage:
        assert "t board" in stage.text
        await stage.press("t")
        assert "made up as examples" in stage.words
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
