"""`simulator records rebuild`: whatever was kept beside the moves can be made anew from them."""

import sqlite3

import pytest
from cli.front import Front

from simulator.usecases.standings import standings


def test_rebuilt_is_what_was_there_whatever_somebody_wrote_into_it(
    office: Front, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIMULATOR_RECORDS", office.place)
    for which in (1, 2, 3):
        office.takes("Ana", which)
    before = [each.verdict.skills for each in standings(office.desk())]
    with sqlite3.connect(office.place) as connection:
        connection.execute("UPDATE evidence SET skills = 'empathy:0/9/9', first_sight = 0")
        connection.execute("DELETE FROM evidence WHERE attempt = 2")
    connection.close()
    assert [each.verdict.skills for each in standings(office.desk())] != before
    # What proves something never looks at it.
    assert office("records", "verify").code == 0
    done = office("records", "rebuild")
    assert (done.code, done.out, done.err) == (0, "What 3 attempts show was worked out anew from the moves.\n", "")
    assert [each.verdict.skills for each in standings(office.desk())] == before


def test_what_cannot_be_read_is_told(office: Front, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIMULATOR_RECORDS", office.place)
    office.takes("Ana", 1)
    with sqlite3.connect(office.place) as connection:
        connection.execute("DROP TRIGGER moves_no_update")
        connection.execute("UPDATE moves SET choice = 'never-written' WHERE number = 2")
    connection.close()
    assert "1 attempt cannot be read, and counts for nothing." in office("records", "rebuild").out


def test_without_any_attempt_there_is_nothing_to_do(office: Front, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIMULATOR_RECORDS", office.place)
    assert office("records", "rebuild").out == "What 0 attempts show was worked out anew from the moves.\n"
