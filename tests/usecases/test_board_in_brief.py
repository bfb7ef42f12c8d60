"""The board and the report in brief say what they say in full, of every kind of standing."""

import csv
import io
import json
from dataclasses import replace

import pytest
from team import EVERYBODY, Team, assemble

from simulator.domain.attempt import Rep
from simulator.domain.decision import Decided, Role
from simulator.domain.ids import RepId
from simulator.reports.team_in_brief import BRIEF_FORMATS, render_brief
from simulator.usecases.board import rows_of
from simulator.usecases.board_in_brief import rows_in_brief, team_in_brief
from simulator.usecases.deciding import decide
from simulator.usecases.desk import Desk
from simulator.usecases.on_board import Filter, OnBoard
from simulator.usecases.refusal import Refused
from simulator.usecases.roster import roster


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A team of which somebody stands in each place, and one of whom a person has decided; only to be read."""
    team = assemble(str(tmp_path_factory.mktemp("team") / "team.db"))
    desk = team.desk()
    now = desk.now()
    decide(desk, _rep(team), Decided.READY, by="Helen", role=Role.MANAGER, reason="=I sat beside her")
    return replace(desk, now=lambda: now)


def _rep(team: Team) -> Rep:
    return team.rep("Bea Building")


def _said(row: OnBoard) -> tuple[object, ...]:
    return (row.rep, row.group, row.lapsing, row.word, row.filters, row.decided, [cell.word for cell in row.cells])


def test_the_board_in_brief_says_what_it_says_in_full_of_everybody(desk: Desk) -> None:
    at = desk.now()
    brief = {row.rep.id: row for row in rows_in_brief(desk, at)}
    full = list(rows_of(desk, desk.records.reps(), at))
    assert [_said(brief[row.rep.id]) for row in full] == [_said(row) for row in full]
    assert len({row.group for row in full}) == 7, "everybody stands somewhere else"
    assert sum(bool(row.decided) for row in full) == 1


def test_counts_stay_while_brief_rows_give_way_to_full_ones(desk: Desk) -> None:
    found = roster(desk)
    assert not found.known
    found.take_brief(rows_in_brief(desk, found.at))
    assert found.known
    assert not found.done
    before = found.counts.copy()
    found.take(rows_of(desk, found.people, found.at))
    assert found.counts == before
    assert found.done


def test_whoever_goes_or_comes_while_it_is_read_confuses_nothing(desk: Desk) -> None:
    found = roster(desk)
    rows = {row.rep.name: row for row in rows_in_brief(desk, found.at)}
    gone, came = (
        rows.pop("Bo Blocked"),
        replace(rows["Rita Ready"], rep=Rep(id=RepId("r-new"), name="Zoe", joined=found.at)),
    )
    found.take_brief([*rows.values(), came])
    assert found.known
    assert gone.rep not in found.people
    assert found.counts[Filter.ALL] == len(found.people) == len(EVERYBODY) - 1
    assert found.counts[Filter.BLOCKED] == 0


def test_more_people_than_somebody_would_wait_for_are_not_reported_in_full(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.usecases.roster.SMALL", 3)
    found = roster(desk)
    found.take_brief(rows_in_brief(desk, found.at))
    with pytest.raises(
        Refused, match=r"A full report on 8 people would take minutes.*no more than 3, or type: simulator team --brief"
    ):
        found.check_size()
    found.choose(Filter.LAPSING)
    found.check_size()
    assert found.done, "of many nobody is read in full before they are looked at"


def test_the_report_in_brief_has_everybody_by_name_with_verdict_and_words(desk: Desk) -> None:
    tree = json.loads(render_brief(team_in_brief(desk), "json"))
    assert [each["name"] for each in tree["reps"]] == list(EVERYBODY)
    assert [each["verdict"]["label"] for each in tree["reps"]] == [
        "Not enough evidence", "Blocked", "Not enough evidence", "Expired", "Ready", "Not yet", "Not started", "Ready",
    ]  # fmt: skip
    assert [bool(each["verdict"]["until"]) for each in tree["reps"]] == [False] * 4 + [True, False, False, True]
    assert tree["self_reported"] is True
    assert tree["reps"][0]["decided"] == "Helen (manager): ready"
    assert tree["summary"] == (
        "8 reps: 2 ready, 1 not yet, 2 not enough evidence, 1 blocked, 1 expired and 1 not started."
    )


def test_it_comes_in_four_forms_and_no_other(desk: Desk) -> None:
    view = team_in_brief(desk)
    for form in BRIEF_FORMATS:
        written = render_brief(view, form)
        assert "Lena Lapsing" in written or "Lena" in written
        assert written.endswith("\n")
    rows = list(csv.reader(io.StringIO(render_brief(view, "csv"))))
    assert rows[0][:3] == ["rep", "id", "verdict"]
    assert {len(row) for row in rows} == {len(rows[0])}
    with pytest.raises(ValueError, match="not as html"):
        render_brief(view, "html")
