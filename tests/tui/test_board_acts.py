"""What is done about people on the board: a decision, a review, a file."""

import json
import re
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from office import Office
from sqlalchemy import Connection
from team import EVERYBODY, assemble
from tui.board_stage import at_the_board
from tui.stage import LARGE, SMALL
from unwritable import Unwritable

from simulator.domain.decision import Decided, Role
from simulator.records.open import open_records
from simulator.tui.widgets.entry import Entry
from simulator.usecases.desk import Desk
from simulator.usecases.people import join

T = TypeVar("T")


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


@pytest.mark.parametrize(
    ("keys", "kept", "recorded"),
    [
        (("o", "2", "2", "1", "1", *"Kim", "enter", *"I heard it", "enter", "enter"), "Reason: I heard it", "not yet,"),
        (("v", *"Kim", "enter", *"I heard it", "enter"), "Found: I heard it", "Recorded."),
    ],
)
async def test_what_was_said_is_kept_where_it_cannot_be_recorded(
    office: Office, keys: Sequence[str], kept: str, recorded: str
) -> None:
    records = Unwritable(office.place, fails=0)
    desk = replace(office.desk(), open_records=lambda: records)
    async with at_the_board(desk, size=LARGE) as stage:
        records.fails = 1
        await stage.press(*keys, "y")
        assert "The server has gone away" in stage.words
        await stage.press("enter")
        assert "What you said is kept" in stage.words
        await stage.press(keys[0])
        assert kept in stage.words
        assert "Record this for good?" in stage.words
        await stage.press("y")
        assert recorded in stage.words
        await stage.press(keys[0])
        assert kept not in stage.words


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_what_was_typed_before_leaving_stands_there_the_next_time(office: Office, size: tuple[int, int]) -> None:
    async with at_the_board(office.desk(), size=size) as stage:
        await stage.press("o", "2", "2", "2", "2", *"Kim", "enter", *"Half of it", "escape")
        assert open_records(office.place).decisions() == ()
        await stage.press("o")
        assert "▸ 2 Not yet" in stage.text
        await stage.press("enter")
        assert "▸ 2 Trainer" in stage.text
        await stage.press("enter", "enter")
        assert "Half of it" in stage.text
        await stage.press("end", *", and more", "enter", "enter", "y")
        (decision,) = open_records(office.place).decisions()
        assert (decision.by, decision.role, decision.reason) == ("Kim", Role.TRAINER, "Half of it, and more")
        await stage.press("o", "1", "1", "1", "1", "enter")
        assert "Half of it" not in stage.text


async def test_a_long_reason_leaves_room_for_the_question_and_the_keys(office: Office) -> None:
    async with at_the_board(office.desk(), size=SMALL) as stage:
        await stage.press("o", "1", "1", "1", "1", *"Kim", "enter")
        stage.app.screen.query_one(Entry).value = "She listens now. " * 45
        await stage.press("enter")
        assert "Until which day" in stage.text
        assert "enter go on" in stage.text
        await stage.press("enter")
        assert "Record this for good?" in stage.text
        assert "y record it" in stage.text
        assert "pgup: more above" in stage.text
        await stage.press("pageup", "pageup", "pageup", "pageup")
        assert "Decision: Ready" in stage.text


async def test_what_was_recorded_of_one_person_is_not_said_beside_another(office: Office) -> None:
    join(office.desk(), "Ben")
    async with at_the_board(office.desk()) as stage:
        await stage.press("o", "1", "1", "1", "1", *"Kim", "enter", *"So", "enter", "enter", "y")
        assert "Recorded about Ana: it stands beside the verdict." in stage.words
        await stage.press("down")
        assert "Recorded" not in stage.words


async def test_what_is_refused_is_gone_through_once_more(office: Office) -> None:
    records = Unwritable(office.place, fails=1)
    desk = replace(office.desk(), open_records=lambda: records)
    today = f"{office.today:%Y-%m-%d}"
    async with at_the_board(desk, size=LARGE) as stage:
        records.fails = 1
        await stage.press("o", "1", "1", "1", "1", *"Kim", "enter", *"So", "enter", *today, "enter", "y", "enter")
        office.today += timedelta(days=3)
        await stage.press("o", "y")
        assert "is over already" in stage.words
        await stage.press("enter", "o", "enter", "enter", "enter", "enter")
        assert "Until which day" in stage.words
        assert "Reason: So" in stage.words
        await stage.press("ctrl+u", "enter", "y")
        assert "Recorded about Ana: it stands beside the verdict." in stage.words


async def test_what_was_offered_again_and_left_is_offered_again(office: Office) -> None:
    records = Unwritable(office.place, fails=0)
    desk = replace(office.desk(), open_records=lambda: records)
    async with at_the_board(desk, size=LARGE) as stage:
        records.fails = 1
        await stage.press("v", *"Kim", "enter", *"I heard it", "enter", "y", "enter", "v", "n", "v", "enter")
        assert "I heard it" in stage.words


class Slow(Unwritable):
    """Records whose next write fails after a while."""

    gate: threading.Event | None = None

    def _write(self, write: Callable[[Connection], T], *, alone: bool = False) -> T:
        if self.gate is not None:
            self.gate.wait(10)
        return super()._write(write, alone=alone)


async def test_leaving_while_it_is_recorded_loses_nothing(office: Office) -> None:
    records = Slow(office.place, fails=0)
    desk = replace(office.desk(), open_records=lambda: records)
    async with at_the_board(desk, size=LARGE) as stage:
        await stage.press("enter", "v", *"Kim", "enter", *"I heard it", "enter")
        records.fails, records.gate = 1, threading.Event()
        await stage.pilot.press("y")
        await stage.pilot.press("q")
        records.gate.set()
        await stage.settle()
        await stage.press("v")
        assert "Found: I heard it" in stage.words
