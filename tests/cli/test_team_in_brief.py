"""`simulator team --brief`: words alone, printed or in a file."""

import json

import pytest
from cli.front import Front


@pytest.fixture
def team(office: Front) -> Front:
    """Ana has taken three assessments well, Ben one with a critical error."""
    for which in (1, 2, 3):
        office.takes("Ana Lima", which)
    office.takes("Ben", 1, "better worse better")
    return office


def test_it_prints_everybody_and_writes_to_a_file_by_its_ending(team: Front) -> None:
    printed = team("team", "--brief")
    assert (printed.code, printed.err) == (0, "")
    assert "2 reps: 1 not enough evidence and 1 blocked." in printed.out
    assert "Blocked" in printed.out
    done = team("team", "--brief", "-o", "team.json")
    assert (done.code, done.out, done.err) == (0, "", "Written to team.json.\n")
    tree = json.loads((team.shell.folder / "team.json").read_text(encoding="utf-8"))
    assert [each["name"] for each in tree["reps"]] == ["Ana Lima", "Ben"]


def test_what_it_does_not_come_as_is_said(team: Front) -> None:
    asked = team("team", "--brief", "--format", "html")
    assert asked.code == 2
    assert asked.err == "The team in brief comes as text, md, csv, json, not as html.\n"
    named = team("team", "--brief", "-o", "team.html")
    assert named.code == 2
    assert named.err == '"team.html" does not say a format: end it in .md, .txt, .json or .csv.\n'
