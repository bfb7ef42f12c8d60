"""The manager's board line by line."""

from dataclasses import replace
from pathlib import Path

import pytest
from office import Office
from plain.seat import spoken
from team import assemble
from tui import shelf
from unwritable import Unwritable

from simulator.domain.decision import Decided, Role
from simulator.plain.board import look_around
from simulator.plain.reviewing import FOR_GOOD
from simulator.records.open import open_records
from simulator.usecases.desk import Desk
from simulator.usecases.people import join


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


def said(desk: Desk, *answers: str) -> str:
    return spoken(answers, lambda voice: look_around(desk, voice))


def test_it_says_how_many_stand_where_and_everybody_in_one_line_each(desk: Desk) -> None:
    lines = said(desk).splitlines()
    assert lines[0] == (
        "Team board: 8 people; 2 ready, 1 close, 1 building, 1 not yet, 1 blocked, 2 lapsing, 1 not started."
    )
    assert lines[3].startswith(
        "3. Carl Close: Close. Empathy: close, 73 % at first, 86 % now. Active listening: close, "
    )
    assert lines[2].startswith("2. Bo Blocked: Blocked. Review is waiting. Empathy: close, 73 %.")
    assert lines[7] == "7. Nora New: Not started. Empathy: not seen. Active listening: not seen."
    assert lines[-1] == "Everything is saved. Until next time."


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("ready", ["Lena Lapsing", "Rita Ready"]),
        ("close", ["Carl Close"]),
        ("Building", ["Bea Building"]),
        (" not   yet ", ["Nils Notyet"]),
        ("blocked", ["Bo Blocked"]),
        ("lapsing", ["Eve Expired", "Lena Lapsing"]),
        ("not started", ["Nora New"]),
    ],
)
def test_a_filter_is_typed_by_its_name(desk: Desk, typed: str, who: list[str]) -> None:
    after = said(desk, typed).partition(f"> {typed.strip()}")[2]
    assert f"On show: {' '.join(typed.lower().split())}. all: everybody." in after
    assert [line.split(". ")[1].split(":")[0] for line in after.splitlines() if line[:1].isdigit()] == who


def test_a_number_opens_the_evidence_down_to_the_line_said(desk: Desk) -> None:
    raw = said(desk, "blocked", "1", "b", "all")
    assert (
        'Shows empathy: exemplary. Customer: "The customer\'s words at the third turn." '
        'Bo Blocked: "Better words at the third turn."'
    ) in raw
    assert "Bo Blocked: Worse words at the second turn." in raw
    assert raw.count("Team board: 8 people") == 4


def test_a_part_of_a_name_opens_one_person_or_lists_several(desk: Desk) -> None:
    assert "Carl Close: Not enough evidence." in said(desk, "carl")
    raw = said(desk, "N", "all")
    assert 'On show: names with "N". all: everybody.' in raw
    assert 'Nobody is called anything with "zzz"' in said(desk, "zzz")
    assert '"9" is not one of the numbers: 1 to 8.' in said(desk, "9")
    assert "is not one of the numbers" in said(desk, "9" * 50)


def test_help_and_the_usual_letters_answer_everywhere(desk: Desk) -> None:
    raw = said(desk, "?", "", "w", "b", "s", "m", "1", "?", "r", "w", "b")
    for words in ("Filters: all, ready, close", "it is no ranking", "nothing to go back to", "That was everybody"):
        assert words in raw
    assert "o: record your own decision." in raw


def test_a_decision_needs_a_name_a_reason_and_a_yes(office: Office) -> None:
    for answers in (
        ("",),
        ("maybe",),
        ("ready", "manager", "Kim", "So.", "", "n"),
        ("ready", "q"),
        ("ready", "manager"),
    ):
        said(office.desk(), "ana", "o", *answers)
        assert open_records(office.place).decisions() == ()
    raw = said(
        office.desk(),
        "ana",
        "o",
        "not yet",
        "boss",
        "1",
        "trainer",
        "Ana",
        "Kim",
        " ",
        "I heard it",
        "soon",
        "",
        "y",
        "b",
    )
    assert '"1" is not one of the answers: manager or trainer.' in raw
    assert f"I heard it\n{FOR_GOOD}\nRecord this for good? y or n" in raw
    for words in ("manager or trainer", "cannot do this for themselves", "A reason is needed", '"soon" is no day'):
        assert words in raw
    assert "Recorded; the rep sees it too." in raw
    assert 'Decided by Kim (trainer) on 2026-03-04: not yet, because: "I heard it."' in raw.rpartition("> b")[2]
    (decision,) = open_records(office.place).decisions()
    assert (decision.decided, decision.role, decision.until) == (Decided.NOT_YET, Role.TRAINER, None)


@pytest.mark.parametrize(
    ("act", "answers", "recorded"),
    [
        ("o", ("not yet", "trainer", "Kim", "I heard it", ""), "Recorded; the rep sees it too."),
        ("v", ("Kim", "I heard it"), "Recorded. Ana needs 3"),
    ],
)
def test_what_was_said_is_still_there_where_it_cannot_be_recorded(
    office: Office, act: str, answers: tuple[str, ...], recorded: str
) -> None:
    records = Unwritable(office.place, fails=0)
    desk = replace(office.desk(), open_records=lambda: records)

    def said_while_failing(*then: str) -> str:
        records.fails = 2
        return said(desk, "ana", act, *answers, "y", *then)

    raw = said_while_failing("y", "n", "b")
    assert raw.count("The server has gone away") == 2
    assert "Try to record it once more? y or n" in raw
    assert "Not recorded, as far as can be told." in raw
    assert not records.decisions()
    assert not records.reviews()
    for leaving in ("q", ""):
        raw = said_while_failing(leaving, "b") if leaving else said_while_failing()
        assert "Not recorded, as far as can be told." in raw
    assert recorded in said_while_failing("y", "y", "b")
    assert len(records.decisions()) + len(records.reviews()) == 1


@pytest.mark.parametrize(
    ("act", "answers"), [("o", ("not yet", "trainer", "Kim", "I heard it", "")), ("v", ("Kim", "I heard it"))]
)
def test_what_was_recorded_though_the_answer_was_lost_is_not_recorded_twice(
    office: Office, act: str, answers: tuple[str, ...]
) -> None:
    records = Unwritable(office.place, fails=0)
    records.loses_answers = 1
    desk = replace(office.desk(), open_records=lambda: records)
    raw = said(desk, "ana", act, *answers, "y", "y", "b")
    assert "The answer was lost" in raw
    assert "Recorded" in raw or "This stands already." in raw
    assert len(records.decisions()) + len(records.reviews()) == 1


def test_a_review_shows_the_error_and_needs_a_yes(office: Office) -> None:
    said(office.desk(), "ana", "v", "Kim", "Seen", "n")
    assert open_records(office.place).reviews() == ()
    raw = said(office.desk(), "ana", "v", "Kim", "Seen", "y", "b")
    assert "Recorded. Ana needs 3 fresh assessments without a critical error before the block lifts." in raw
    assert f"Seen\n{FOR_GOOD}\nRecord this for good? y or n" in raw
    assert "Ana: Blocked. Reviewed; 3 clean assessments to go." in raw.rpartition("> b")[2]


def test_another_review_of_the_same_error_is_asked_for_first(office: Office) -> None:
    said(office.desk(), "ana", "v", "Kim", "Seen", "y", "b")
    raw = said(office.desk(), "ana", "v", "n", "b")
    assert "Already reviewed by Kim on 2026-03-04." in raw
    assert "Nothing was recorded." in raw
    said(office.desk(), "ana", "v", "y", "Lee", "Seen too", "y", "b")
    assert [review.reviewer for review in open_records(office.place).reviews()] == ["Kim", "Lee"]


def test_where_no_error_is_open_review_says_so(desk: Desk) -> None:
    assert "No critical error of Rita Ready is open." in said(desk, "rita", "v")


def test_files_are_written_by_their_ending_and_replaced_only_with_a_yes(desk: Desk, tmp_path: Path) -> None:
    place = tmp_path / "board.csv"
    said(desk, "blocked", "x", str(place))
    assert "Bo Blocked" in place.read_text(encoding="utf-8")
    assert "Carl" not in place.read_text(encoding="utf-8")
    raw = said(desk, "x", str(place), "n", "", "x", f"{tmp_path}/board.doc", "", "x", f"{tmp_path}/none/a.csv")
    for words in ("is there already. Replace it?", "Nothing was written.", "does not say a form", "There is no folder"):
        assert words in raw
    assert "Carl" not in place.read_text(encoding="utf-8")
    said(desk, "x", str(place), "y", "rita", "x", f"{tmp_path}/rita.md")
    assert "Carl Close" in place.read_text(encoding="utf-8")
    assert (tmp_path / "rita.md").read_text(encoding="utf-8").startswith("# Rita Ready: Ready")


def test_an_empty_board_says_who_comes_onto_it() -> None:
    raw = said(shelf.desk(), "all", "ready")
    assert raw.startswith("Team board: 0 people;")
    assert "Nobody has practised here yet." in raw


def test_many_people_come_in_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.plain.board.MANY", 299)
    desk = replace(shelf.desk(), example=True)
    for number in range(300):
        join(desk, f"Rep {number:03}")
    raw = said(desk, "m", "299", "q")
    assert raw.startswith("Reading where 300 people stand …\nThese are example people;")
    assert "20. Rep 019: Not started." in raw
    assert "280 more: m says the next 20." in raw
    assert "21. Rep 020: Not started." in raw
    assert "41. Rep 040" not in raw
    assert "Rep 298: Not enough evidence." in raw


def test_hostile_names_drive_no_terminal() -> None:
    desk = shelf.desk()
    for name in ("\u202eevil\u2066x", "a\u200bb [/] {rep}", "漢字 \U0001f469\u200d\U0001f52c"):
        join(desk, name)
    raw = said(
        desk, "1", "o", "ready", "manager", "\u202ekim", "\u200bso it is", "", "n", "b", "\x1b[2J", "x", "\x1b[31m"
    )
    assert not {"\u202e", "\u2066", "\u200b", "\x1b"} & set(raw)
