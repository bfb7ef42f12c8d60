"""The team board: everybody by name, in words, and who needs something."""

import csv
import io
import json
from datetime import timedelta

import pytest
from reports import samples
from reports.samples import Person

from simulator.reports.render import FORMATS, render
from simulator.reports.team import TeamRow, team_view
from simulator.reports.team_views import TeamView


def board(*people: Person) -> TeamView:
    """Put these people on a board."""
    return samples.board(people)


def test_the_board_says_in_one_sentence_where_the_team_stands() -> None:
    assert samples.team().summary == (
        "12 reps: 3 ready, 2 blocked by a critical error, 1 expired, 2 not yet ready, "
        "2 without enough evidence and 2 not started."
    )


def test_an_empty_team_is_said_rather_than_shown_as_an_empty_table() -> None:
    view = board()
    assert view.summary == "Nobody is on the team yet."
    for form in FORMATS:
        assert render(view, form)
    assert "<table" not in render(view, "html")


def test_people_stand_by_name_because_it_is_no_ranking() -> None:
    names = [line.name for line in samples.team().lines]
    assert names == sorted(names, key=str.casefold)


def test_each_skill_stands_in_words() -> None:
    words = {
        line.name: [cell.word for cell in line.cells]
        for line in board(samples.not_yet(), samples.not_enough(), samples.unseen(), samples.ready()).lines
    }
    assert words == {
        "Ines Okafor": ["Building", "Close", "Building"],
        "Kenji Watanabe": ["Not seen", "Not seen", "Not seen"],
        "Mara Lindqvist": ["Ready", "Ready", "Ready"],
        "Tomás Ferreira": ["Building", "Not yet", "Not yet"],
    }


def test_every_word_on_the_board_is_explained_below_it() -> None:
    view = samples.team()
    assert {cell.word for line in view.lines for cell in line.cells} <= {fact.term for fact in view.words}


def test_who_needs_something_is_named_with_what_they_need() -> None:
    assert [(fact.term, fact.text) for fact in samples.team().attention] == [
        ("A critical error waits for review", "Dev Raman"),
        ("Lapsing within 14 days", "Aoife Brennan (2026-11-30)"),
        ("Expired, needs fresh evidence", "Ruth Adeyemi"),
        ("Not started", "Kenji Watanabe and Lucía Ortega"),
    ]


def test_a_team_that_needs_nothing_has_no_such_part() -> None:
    view = board(samples.ready())
    assert view.attention == ()
    for form in FORMATS:
        assert "Needs attention" not in render(view, form)


@pytest.mark.parametrize(("ahead", "noted"), [(0, "Lapses soon"), (1, "Until")])
def test_a_verdict_is_lapsing_from_fourteen_days_before_its_end(ahead: int, noted: str) -> None:
    person = samples.ready()
    until = board(person).lines[0].until
    assert until is not None
    row = TeamRow(rep=person.rep, verdict=person.verdict, last_active=samples.NOW)
    end = person.ready_until()
    at = end - timedelta(days=14, seconds=ahead)
    (line,) = team_view([row], samples.bar(), samples.rubrics(), at, "x").lines
    assert line.note.startswith(noted)


def test_notes_say_what_a_block_waits_for() -> None:
    notes = {line.name: line.note for line in samples.team().lines}
    assert notes["Dev Raman"] == "Review is waiting"
    assert notes["Jonas Bergström"] == "Reviewed; 2 clean assessments to go"


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_names_everybody_with_their_verdict(form: str) -> None:
    page = json.dumps(json.loads(render(samples.team(), form)), ensure_ascii=False) if form == "json" else ""
    page = page or " ".join(render(samples.team(), form).replace("\\", "").split())
    for line in samples.team().lines:
        for word in (*line.name.split(), *line.verdict.split(), *line.note.split()):
            assert word in page


def test_csv_and_json_carry_one_row_for_each_rep() -> None:
    rows = list(csv.DictReader(io.StringIO(render(samples.team(), "csv"))))
    reps = json.loads(render(samples.team(), "json"))["reps"]
    assert [row["rep"] for row in rows] == [rep["name"] for rep in reps]
    # What was there first stays as it was; the numbers stand behind it.
    assert dict(list(rows[0].items())[:13]) == {
        "rep": "Aoife Brennan",
        "id": "aoife-brennan",
        "verdict": "Ready",
        "Communication": "Ready",
        "Empathy": "Ready",
        "Active listening": "Ready",
        "note": "Lapses soon: 2026-11-30",
        "ready until": "2026-11-30",
        "latest assessment": "2026-09-19",
        "decided by a person": "",
        "by whom": "",
        "as": "",
        "because": "",
    }
    assert dict(list(rows[0].items())[13:21]) == {
        "first assessment": "2026-08-29",
        "Communication: estimate": "0.9236",
        "Communication: low": "0.8065",
        "Communication: high": "0.9925",
        "Communication: handled well": "16",
        "Communication: moments": "16",
        "Communication: first": "2 of 2",
        "Communication: latest": "2 of 2",
    }
    assert reps[0]["verdict"] == {"kind": "ready", "label": "Ready", "until": "2026-11-30T14:36:00Z"}


def test_a_persons_decision_stands_beside_the_verdict_in_every_form() -> None:
    view = board(samples.blocked(), samples.ready())
    said = (
        'Decided by Oskar Lund (manager) on 2026-11-22: ready until 2026-12-31, because: "I sat beside him for a week; '
        'he asks the depot first now." The computed verdict is: Blocked.'
    )
    assert [(fact.term, fact.text) for fact in view.decided] == [("Jonas Bergström", said)]
    assert view.lines[0].verdict == "Blocked"
    assert "1 ready and 1 blocked" in view.summary
    for form in FORMATS:
        assert "Oskar Lund" in render(view, form)
        assert "I sat beside him for a week" in " ".join(render(view, form).split())
    rows = list(csv.DictReader(io.StringIO(render(view, "csv"))))
    assert [(row["decided by a person"], row["by whom"]) for row in rows] == [
        ("ready until 2026-12-31", "Oskar Lund"),
        ("", ""),
    ]
    reps = json.loads(render(view, "json"))["reps"]
    assert reps[0]["decision"]["decided"] == "ready"
    assert reps[1]["decision"] is None


def test_a_table_too_wide_for_the_terminal_becomes_a_list() -> None:
    long = samples.ready("A" * 70 + " Brennan")
    page = render(board(long), "text")
    assert "  Verdict: Ready" in page
    assert "Rep  " not in page
