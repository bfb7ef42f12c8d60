"""Who stands where on the manager's board, first against latest, and what leaves it as a file."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from office import Office
from team import EVERYBODY, Team, assemble
from tui import shelf

from simulator.domain.ids import ScenarioId
from simulator.domain.verdict import Ready
from simulator.usecases.board import BoardRow, board_row, rep_evidence, rows_of
from simulator.usecases.exporting import export, place_of
from simulator.usecases.on_board import Filter
from simulator.usecases.people import join
from simulator.usecases.progress import progress
from simulator.usecases.refusal import Refused
from simulator.usecases.report import rendered, team
from simulator.usecases.roster import NOBODY, Roster, roster
from simulator.usecases.talk import begin, choose


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Team:
    """A team of which somebody stands in each place; only to be read."""
    return assemble(str(tmp_path_factory.mktemp("team") / "team.db"))


def read(office: Office) -> Roster:
    desk = office.desk()
    found = roster(desk)
    found.take(rows_of(desk, found.people, found.at))
    return found


def row(found: Roster, name: str) -> BoardRow:
    return next(each for each in found.rows.values() if each.rep.name == name)


def names(found: Roster) -> list[str]:
    return [rep.name for rep in found.on_show()]


def test_everybody_stands_on_the_board_by_name_with_where_they_are_in_words(whole: Team) -> None:
    found = read(whole)
    assert names(found) == list(EVERYBODY)
    assert [row(found, name).word for name in EVERYBODY] == [
        "Building", "Blocked", "Close", "Expired", "Ready, lapsing", "Not yet", "Not started", "Ready",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        (Filter.READY, ["Lena Lapsing", "Rita Ready"]),
        (Filter.CLOSE, ["Carl Close"]),
        (Filter.BUILDING, ["Bea Building"]),
        (Filter.NOT_YET, ["Nils Notyet"]),
        (Filter.BLOCKED, ["Bo Blocked"]),
        (Filter.LAPSING, ["Eve Expired", "Lena Lapsing"]),
        (Filter.NOT_STARTED, ["Nora New"]),
        (Filter.ALL, list(EVERYBODY)),
    ],
)
def test_each_filter_shows_those_it_names_and_counts_them(whole: Team, chosen: Filter, shown: list[str]) -> None:
    found = read(whole)
    found.choose(chosen)
    assert names(found) == shown
    assert found.counts[chosen] == len(shown)


def test_a_part_of_a_name_or_handle_is_found_in_any_case_and_within_a_filter(whole: Team) -> None:
    found = read(whole)
    found.name = "nNo"
    assert names(found) == []
    found.name = " LE"
    assert names(found) == ["Lena Lapsing"]
    found.name = "carl-close"
    assert names(found) == ["Carl Close"]
    found.choose(Filter.READY)
    assert names(found) == []
    assert found.why_nobody() == 'Nobody whose name holds "carl-close" is ready.'
    found.choose(Filter.ALL)
    assert names(found) == list(EVERYBODY)


def test_first_is_what_the_first_assessment_alone_said_and_latest_what_all_say_now(whole: Team) -> None:
    cells = row(read(whole), "Rita Ready").cells
    course = [skill.course for skill in progress(whole.desk(), whole.rep("Rita Ready")).skills]
    assert [(cell.first, cell.latest) for cell in cells] == [(each[0].estimate, each[-1].estimate) for each in course]
    assert [cell.course for cell in cells] == ["73 → 94 %", "66 → 89 %"]


def test_one_assessment_is_one_number_and_none_is_none(whole: Team) -> None:
    assert [cell.course for cell in row(read(whole), "Bo Blocked").cells] == ["73 %", "33 %"]
    assert [cell.course for cell in row(read(whole), "Nora New").cells] == ["", ""]


def test_a_row_that_is_read_anew_is_counted_once(whole: Team) -> None:
    found = read(whole)
    before = found.counts.copy()
    found.take([board_row(whole.desk(), whole.rep("Rita Ready"), found.at)])
    assert found.counts == before


def test_the_board_exports_the_very_report_of_the_team(whole: Team) -> None:
    found, desk = read(whole), whole.desk()
    desk = replace(desk, now=lambda: found.at)
    assert found.report(desk) == team(desk)


def test_what_leaves_some_out_says_so_in_its_title(whole: Team) -> None:
    found = read(whole)
    found.choose(Filter.LAPSING)
    found.name = "lena"
    view = found.report(whole.desk())
    assert view.title == 'Team readiness, lapsing, names with "lena" only'
    assert [line.name for line in view.lines] == ["Lena Lapsing"]
    tree = json.loads(rendered(view, "json"))
    assert tree["summary"] == 'Not the whole team, lapsing, names with "lena" only. 1 rep: 1 ready.'


def test_while_it_is_read_those_not_yet_read_stand_among_all_and_in_no_filter(whole: Team) -> None:
    desk = whole.desk()
    found = roster(desk)
    found.take(rows_of(desk, found.people[:3], found.at))
    assert names(found) == list(EVERYBODY)
    assert not found.done
    assert found.only == "read so far"
    found.choose(Filter.BLOCKED)
    assert names(found) == ["Bo Blocked"]


def test_an_empty_board_says_who_comes_onto_it(tmp_path: Path) -> None:
    found = read(Office(str(tmp_path / "team.db")))
    assert names(found) == []
    assert found.done
    assert found.why_nobody() == NOBODY


def test_practice_stays_private_even_that_it_happened(tmp_path: Path) -> None:
    office = Office(str(tmp_path / "team.db"))
    desk = shelf.desk(records=office.desk().records)
    talk = begin(desk, join(desk, "Ana"), ScenarioId("late"))
    for turn in ("first", "second", "third"):
        talk = choose(desk, talk, f"{turn}-worse")
    found = rep_evidence(desk, office.rep())
    assert found.progress.attempts == ()
    assert all(skill.evidence == () for skill in found.progress.skills)
    assert found.errors == ()
    assert row(read(office), "Ana").word == "Not started"


def test_evidence_holds_open_errors_and_every_decision(whole: Team) -> None:
    found = rep_evidence(whole.desk(), whole.rep("Bo Blocked"))
    assert [error.said for error in found.errors] == ["Worse words at the second turn."]
    assert found.decisions == ()


# Files.


def test_a_report_is_written_for_its_owner_only_and_over_another_only_when_told(whole: Team, tmp_path: Path) -> None:
    view, place = read(whole).report(whole.desk()), place_of(str(tmp_path / "team.csv"))
    export(view, "csv", place, replace=False)
    assert place.read_bytes().decode() == rendered(view, "csv")
    assert place.stat().st_mode & 0o777 == 0o600
    place.write_text("mine")
    with pytest.raises(Refused, match="is there already"):
        export(view, "csv", place, replace=False)
    assert place.read_text() == "mine"
    export(view, "html", place, replace=True)
    assert place.read_text(encoding="utf-8").startswith("<!")


@pytest.mark.parametrize(
    ("typed", "said"),
    [("", "Say which file"), (".", "is a folder"), ("none/there.html", "There is no folder"), ("a\0b", "which file")],
)
def test_a_file_that_cannot_be_is_refused_in_words(typed: str, said: str) -> None:
    with pytest.raises(Refused, match=said):
        place_of(typed)


def test_a_name_that_is_too_long_for_a_file_is_refused(whole: Team, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"cannot be"):
        export(read(whole).report(whole.desk()), "md", place_of(str(tmp_path / ("x" * 300))), replace=False)
    assert list(tmp_path.iterdir()) == []


def test_lapsing_begins_fourteen_days_before_the_end(tmp_path: Path) -> None:
    team = Team(str(tmp_path / "team.db"))
    for which in range(1, 9):
        team.takes("Ana", which)
    desk = team.desk()
    verdict = board_row(desk, team.rep(), team.today).team.verdict
    assert isinstance(verdict, Ready)
    until = verdict.until
    assert not board_row(desk, team.rep(), until - timedelta(days=14, seconds=1)).lapsing
    assert board_row(desk, team.rep(), until - timedelta(days=14)).lapsing
    assert board_row(desk, team.rep(), until + timedelta(seconds=1)).filters == {Filter.ALL, Filter.LAPSING}
