"""On a team's server the login is the person, whatever is typed."""

from argparse import Namespace
from collections.abc import Generator
from pathlib import Path

import psycopg
import pytest
from cli.shell import Shell
from records.conftest import NewPlace, new_place, server
from served import Served, drop, served

from simulator.cli import commands, deciding
from simulator.usecases.desk import Desk
from simulator.usecases.people import find
from simulator.usecases.report import rendered, report, team

__all__ = ["new_place", "server"]


@pytest.fixture
def here(new_place: NewPlace, tmp_path: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch) -> Generator[Served]:
    monkeypatch.delenv("SIMULATOR_REP")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with served(new_place("postgresql"), tmp_path) as office:
        yield office


def test_a_rep_needs_no_name(here: Served, shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIMULATOR_RECORDS", here.address("ana"))
    played = shell("play", "warm-up", "--plain", typed="\n1\n1\n1\n\n")
    assert played.code == 0
    assert [each.scenario for each in here.desk().records.attempts(here.rep("Ana Lima").id)][-1] == "warm-up"
    assert "practice  The neighbour's coffee machine" in shell("attempts").out
    shell("goal", "ready", "--by", "4 weeks")
    assert here.desk().records.intentions()[0].rep == here.rep("Ana Lima").id
    assert shell("goal").out.startswith("Ready by ")
    assert shell("progress").out.startswith("Ana Lima: ")
    assert "Ana Lima" in shell("report").out.splitlines()[0]
    asked = shell("--plain", typed="1\nq\n").out
    assert asked.startswith("Do you use a screen reader, or like plain text?\n")
    home = shell("--plain", typed="q\n").out
    assert home.startswith("Ana Lima: ")
    # Nothing was made up for what the computer calls somebody.
    assert {rep.name for rep in here.desk().records.reps()} == {"Ana Lima", "Bo"}


@pytest.mark.parametrize("words", [("progress",), ("attempts",), ("goal",), ("report",), ("--plain",), ("restart",)])
def test_somebody_elses_name_is_refused(
    here: Served, shell: Shell, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = 'This login is that of Ana Lima (rep), and {0} says that "Bo" is here: leave {0} out, or sign in with their'
    done = shell(*words, "--records", here.address("ana"), "--as", "Bo")
    assert (done.code, told.format("--as") in done.err) == (2, True)
    monkeypatch.setenv("SIMULATOR_REP", "Bo")
    assert told.format("SIMULATOR_REP") in shell(*words, "--records", here.address("ana")).err
    for own in ("Ana Lima", "ana-lima", "ANA lima"):
        assert shell(*words, "--records", here.address("ana"), "--as", own).code == 0


@pytest.mark.parametrize("who", ["helen", "oskar"])
def test_who_looks_after_a_team_comes_to_the_board(here: Served, shell: Shell, who: str) -> None:
    done = shell("--plain", "--records", here.address(who), typed="q\n")
    assert done.out.startswith("Team board: 1 person; ")
    assert (done.code, "What do people call you?" in done.out) == (0, False)
    own = {"helen": "helen  MARSH", "oskar": "Oskar Lund"}[who]
    assert shell("--plain", "--records", here.address(who), "--as", own, typed="q\n").out == done.out


def test_a_variable_that_was_left_over_is_named_to_who_looks_after_a_team(
    here: Served, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIMULATOR_REP", "ana-lima")
    done = shell("--plain", "--records", here.address("helen"), typed="q\n")
    assert done.code == 2
    assert 'SIMULATOR_REP says that "ana-lima" is here: leave it out to come to the board.' in done.err


def test_a_login_that_is_not_on_the_list_is_told_so(here: Served, shell: Shell) -> None:
    login = here.login("zoe")
    with psycopg.connect(here.place, autocommit=True) as connection:
        connection.execute(f"CREATE ROLE {login} LOGIN".encode())
        try:
            told = f"the login {login} is not on the list of this server's team"
            schema = here.place.rpartition("%3D")[2]
            for allowed in (f"GRANT USAGE ON SCHEMA {schema} TO {login}", f"GRANT simulator_rep TO {login}"):
                connection.execute(allowed.encode())
                for words in (("--plain",), ("team",), ("play", "warm-up", "--plain")):
                    done = shell(*words, "--records", here.address("zoe"), typed="\n1\n")
                    assert (done.code, told in done.err) == (2, True), (allowed, words, done)
        finally:
            drop(here.place, login)


@pytest.mark.parametrize("words", [("progress",), ("play", "warm-up", "--plain"), ("goal",), ("--plain",), ("report",)])
def test_nobody_practises_with_a_managers_login(here: Served, shell: Shell, words: tuple[str, ...]) -> None:
    done = shell(*words, "--records", here.address("helen"), "--as", "ana-lima", typed="\n1\n1\n")
    assert done.code == 2
    assert "This login is that of Helen Marsh (manager), and nobody practises with it" in done.err


def at_the_desk_of(here: Served, name: str, patch: pytest.MonkeyPatch) -> None:
    """Let commands work on the office's own library: what they open is what this login opens."""

    def desk_of(_typed: Namespace) -> Desk:
        return here.sits(name)

    patch.setattr(deciding, "desk_of", desk_of)


def test_a_trainer_reviews_under_their_own_name(here: Served, shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    at_the_desk_of(here, "oskar", monkeypatch)
    words = ("review", "ana-lima", "1", "--reason", "He sees why.")
    listed = shell("review").out
    assert "Review it: simulator review ana-lima 1 --reason TEXT" in listed
    done = shell(*words, "--by", "Helen Marsh")
    assert done.code == 2
    assert "This login is that of Oskar Lund (trainer), and signs with that name: leave --by out." in done.err
    assert shell(*words).out.startswith("Recorded: Oskar Lund reviewed it on ")
    assert shell(*words, "--by", "oskar  lund").out.startswith("This was recorded before: Oskar Lund")


def test_a_manager_is_not_asked_to_review(here: Served, shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    at_the_desk_of(here, "helen", monkeypatch)
    listed = shell("review").out
    assert "Open: nobody has reviewed it yet." in listed
    assert "Review it" not in listed


def test_a_manager_who_wants_to_play_is_told_before_a_screen_opens(
    here: Served, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIMULATOR_RECORDS", here.address("helen"))

    def no_lines(_typed: Namespace) -> bool:
        return False

    def no_screen(*_: object, **__: object) -> int:
        pytest.fail("a screen was opened")

    monkeypatch.setattr(commands, "wants_lines", no_lines)
    monkeypatch.setattr("simulator.tui.app.run", no_screen)
    done = shell("play", "warm-up")
    assert (done.code, done.out) == (2, "")
    assert "nobody practises with it: `simulator board` shows the team" in done.err


def test_decisions_are_signed_by_the_login(here: Served, shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    at_the_desk_of(here, "helen", monkeypatch)
    words = ("decide", "ana-lima", "ready", "--reason", "I sat beside her.")
    for more, told in (
        (("--by", "Oskar Lund"), "signs with that name: leave --by out"),
        (("--role", "trainer"), "This login is that of Helen Marsh (manager): leave --role out."),
    ):
        refused = shell(*words, *more)
        assert (refused.code, told in refused.err) == (2, True)
    assert "Decided by Helen Marsh (manager)" in shell(*words).out
    assert "Decided by Helen Marsh (manager)" in shell(*words, "--by", "Helen Marsh", "--role", "manager").out


@pytest.mark.parametrize(
    ("who", "words", "told"),
    [
        ("ana", ("decide", "ana-lima", "ready", "--reason", "I am."), "Ana Lima (rep): trainers and managers decide"),
        ("ana", ("review", "ana-lima", "1", "--reason", "Fine."), "Ana Lima (rep): trainers review"),
        ("helen", ("review", "ana-lima", "1", "--reason", "Fine."), "Helen Marsh (manager): trainers review"),
    ],
)
def test_who_may_not_is_told_before_the_server_refuses(
    here: Served, shell: Shell, monkeypatch: pytest.MonkeyPatch, who: str, words: tuple[str, ...], told: str
) -> None:
    at_the_desk_of(here, who, monkeypatch)
    done = shell(*words)
    assert done.code == 2
    assert f"This login is that of {told}, with logins of their own." in done.err


def test_the_owner_says_who_it_is_as_everywhere(here: Served, shell: Shell) -> None:
    owner = ("--records", here.place)
    assert "Say as what you decide" in shell("decide", "ana-lima", "ready", "--by", "K", "--reason", "x", *owner).err
    assert shell("progress", "--as", "ana-lima", *owner).out.startswith("Ana Lima: ")
    assert "What do people call you?" in shell("--plain", *owner, typed="q\n").out
    assert "Say whose: simulator report REP" in shell("report", *owner).err


@pytest.mark.parametrize("who", ["", "helen", "ana"])
@pytest.mark.parametrize("form", ["text", "md", "html", "json"])
def test_reports_say_that_a_server_guards_what_they_stand_on(here: Served, who: str, form: str) -> None:
    desk = here.sits(who) if who else here.desk()
    for view in (report(desk, find(desk, "Ana Lima")), team(desk)):
        page = " ".join(rendered(view, form).replace("&#39;", "'").split())
        assert "Guarded, not watched" in page
        assert "Still nobody vouches for who sat at the keyboard" in page
        assert "Self-reported" not in page
        assert "someone who owns the records and the program" not in page
