"""`simulator team setup`, `add`, `list` and `remove`, on a real server."""

import uuid
from collections.abc import Generator
from pathlib import Path

import psycopg
import pytest
from cli.shell import Shell
from records.conftest import NewPlace, new_place, server
from served import Served, drop, served

from simulator.records.open import open_records
from simulator.records.postgresql import address_for
from simulator.records.protocol import Unavailable

__all__ = ["new_place", "server"]

CHANGED = "SELECT (SELECT count(*) FROM {s}.reps), (SELECT count(*) FROM {s}.members), (SELECT count(*) FROM pg_roles)"


@pytest.fixture
def login(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> str:
    """A login that no other test uses: logins are the whole server's."""
    monkeypatch.delenv("SIMULATOR_REP")
    return f"ana_{uuid.uuid4().hex[:12]}"


@pytest.fixture
def owner(new_place: NewPlace, login: str) -> Generator[str]:
    """An empty database; who is named in its address is superuser."""
    place = new_place("postgresql")
    yield place
    drop(place, login)


@pytest.fixture
def keeper(owner: str) -> Generator[str]:
    """The address of somebody who may make tables and logins, and is no superuser."""
    name, schema = f"keeper_{uuid.uuid4().hex[:12]}", owner.rpartition("%3D")[2]
    with psycopg.connect(owner, autocommit=True) as connection:
        connection.execute(f"CREATE ROLE {name} LOGIN CREATEROLE; ALTER SCHEMA {schema} OWNER TO {name}".encode())
        # The groups are the whole server's: another test may have made them.
        for group in ("simulator_rep", "simulator_trainer", "simulator_manager"):
            if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (group,)).fetchone():
                connection.execute(f"CREATE ROLE {group} NOLOGIN".encode())
            connection.execute(f"GRANT {group} TO {name} WITH ADMIN OPTION".encode())
    yield address_for(owner, name, "secret")
    with psycopg.connect(owner, autocommit=True) as connection:
        connection.execute(f"DROP SCHEMA {schema} CASCADE; DROP OWNED BY {name} CASCADE; DROP ROLE {name}".encode())
        connection.execute(f"CREATE SCHEMA {schema}".encode())


def counted(owner: str) -> tuple[object, ...] | None:
    """People, those on the list, and logins."""
    with psycopg.connect(owner) as connection:
        return connection.execute(CHANGED.format(s=owner.rpartition("%3D")[2]).encode()).fetchone()


def test_a_server_is_set_up_and_a_rep_signs_in_and_practises(
    shell: Shell, owner: str, login: str, tmp_path: Path
) -> None:
    done = shell("team", "setup", "--records", owner)
    assert done.code == 0
    assert done.out.startswith("This server is set up for a team: ")
    (tmp_path / "secret").write_text("it's 100%\nand nothing else")
    added = shell(
        "team", "add", "Ana Lima", "--login", login, "--team", "north", "--password-file", "secret", "--records", owner
    )
    said = added.out.splitlines()
    assert said[0] == "Ana Lima is on the list as rep of north."
    assert said[1] == "They type this, with the password that you gave for PASSWORD:"
    hers = said[2].partition("--records ")[2].strip("'").replace("PASSWORD", "it%27s%20100%25")
    played = shell("play", "warm-up", "--plain", "--records", hers, typed="\n1\n1\n1\n\n")
    assert played.code == 0
    assert "1 choice" not in played.err
    assert "The neighbour's coffee machine" in shell("attempts", "--records", hers).out
    # She sees nobody else, and cannot be anybody else.
    other = shell("play", "warm-up", "--plain", "--records", hers, "--as", "Bo", typed="\n1\n")
    assert "This login is that of Ana Lima (rep)" in other.err
    assert "Ana Lima" in shell("team", "--records", owner).out


def test_the_line_to_send_is_all_that_somebody_needs(shell: Shell, keeper: str, owner: str, login: str) -> None:
    assert shell("team", "setup", "--records", keeper).code == 0
    added = shell("team", "add", "Ana Lima", "--login", login, "--records", keeper)
    said = added.out.splitlines()
    assert said[1] == "Send them this line; it holds their password, which is shown only now:"
    assert (login in said[2], "secret" in said[2], "keeper" in said[2]) == (True, False, False)
    assert said[3].startswith("Put in the name by which their computers reach this server")
    typed = said[2].split()
    assert typed[:2] == ["simulator", "--records"]
    first = shell("--plain", "--records", typed[2].strip("'"), typed="1\nq\n").out
    assert first.startswith("Do you use a screen reader")
    assert "\nAna Lima: " in first
    with psycopg.connect(owner) as connection:
        kept = connection.execute("SELECT rolpassword FROM pg_authid WHERE rolname = %s", (login,)).fetchone()
    assert kept is not None
    assert kept[0].startswith("SCRAM-SHA-256$")


@pytest.mark.parametrize(
    ("name", "named", "told"),
    [
        ("Bo", "ana", "is on the list already, for Ana Lima: choose another"),
        ("Bo", "postgres", "the server has a login postgres for something else already: choose another"),
        ("Bo", "pg_bo", "refuses this: it keeps that login for itself; choose another"),
        ("Bo", "public", "it keeps that login for itself; choose another"),
        ("Ana Lima", "other", "Ana Lima is on the list already, with the login ana"),
        ("B\x07o", "bo", "That name holds control characters"),
        ("...", "bo", "A name is needed"),
    ],
)
@pytest.mark.parametrize("role", ["rep", "manager"])
def test_a_refused_person_leaves_nothing(
    shell: Shell, owner: str, login: str, name: str, named: str, told: str, role: str
) -> None:
    shell("team", "setup", "--records", owner)
    shell("team", "add", "Ana Lima", "--login", login, "--records", owner)
    before = counted(owner)
    wanted = login.replace("ana", "zoe") if named == "other" else login if named == "ana" else named
    refused = shell("team", "add", name, "--login", wanted, "--role", role, "--records", owner)
    if (named, role) == ("other", "manager"):
        # Somebody may look after a team and practise, with a login for each.
        drop(owner, wanted)
        assert refused.code == 0
        return
    assert refused.code == 2
    assert told.replace("login ana", f"login {login}") in refused.err
    assert counted(owner) == before


def test_two_who_sign_have_two_names_and_a_team_is_written_one_way(shell: Shell, owner: str, login: str) -> None:
    other = login.replace("ana", "zoe")
    shell("team", "setup", "--records", owner)
    words, on = ("team", "add"), ("--records", owner)
    assert (
        "manager of North sea."
        in shell(*words, "Ana Lima", "--role", "manager", "--login", login, "--team", " North   sea ", *on).out
    )
    before = counted(owner)
    for name, role, team, told in (
        ("ana lima", "trainer", "", f"Ana Lima is on the list already as manager, with the login {login}"),
        ("Zoe", "rep", "north sea", 'there is a team called "North sea" already: write it like that'),
        ("Zoe", "rep", "no\x07rth", "holds control characters"),
    ):
        refused = shell(*words, name, "--login", other, "--role", role, "--team", team, *on)
        assert (refused.code, told in refused.err) == (2, True), refused.err
    assert counted(owner) == before


def test_a_schema_that_the_owner_may_not_close_is_said_and_closed_by_who_may(
    shell: Shell, keeper: str, owner: str
) -> None:
    """As PostgreSQL 13 and 14 come: the schema is a superuser's, and everybody may make things in it."""
    name, schema = keeper.partition("//")[2].partition(":")[0], owner.rpartition("%3D")[2]
    with psycopg.connect(owner, autocommit=True) as connection:
        connection.execute(f"ALTER SCHEMA {schema} OWNER TO postgres; GRANT ALL ON SCHEMA {schema} TO PUBLIC".encode())
    refused = shell("team", "setup", "--records", keeper)
    assert (refused.code, f"ALTER SCHEMA {schema} OWNER TO {name}" in refused.err) == (2, True)
    open_records(keeper).close()
    assert shell("team", "setup", "--records", owner).code == 0
    assert shell("team", "setup", "--records", keeper).code == 0


def test_the_list_says_who_has_which_login(shell: Shell, owner: str, login: str) -> None:
    assert "run `simulator team setup` first" in shell("team", "list", "--records", owner).err
    shell("team", "setup", "--records", owner)
    assert shell("team", "list", "--records", owner).out.startswith("Nobody is on the list yet")
    shell("team", "add", "Ana Lima", "--login", login, "--team", "north", "--records", owner)
    assert [line.split() for line in shell("team", "list", "--records", owner).out.splitlines()] == [
        ["Person", "Login", "Role", "Team"],
        ["Ana", "Lima", login, "rep", "north"],
    ]


@pytest.mark.parametrize("by", ["owner", "keeper"])
def test_who_is_taken_off_can_no_longer_connect_and_what_they_recorded_stays(
    shell: Shell, owner: str, keeper: str, login: str, by: str, tmp_path: Path
) -> None:
    shell("team", "setup", "--records", keeper)
    shell("team", "add", "Ana Lima", "--login", login, "--records", keeper)
    hers, remover = address_for(owner, login, "x"), keeper if by == "keeper" else owner
    shell("play", "warm-up", "--plain", "--records", hers, typed="\n1\n1\n1\n\n")
    sitting = open_records(hers, tmp_path / "hers")
    assert len(sitting.attempts()) == 1
    assert f'did you mean "{login}"?' in shell("team", "remove", f"{login}x", "--records", remover).err
    gone = shell("team", "remove", login, "--records", remover)
    assert gone.out.startswith(f"Ana Lima (rep) is off the list, and {login} can no longer sign in.\nWhat they rec")
    with pytest.raises(Unavailable):
        sitting.attempts()
    sitting.close()
    with psycopg.connect(owner) as connection:
        assert connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (login,)).fetchone() is None
        assert connection.execute("SELECT 1 FROM pg_stat_activity WHERE usename = %s", (login,)).fetchone() is None
    assert "no login" in shell("team", "remove", login, "--records", remover).err
    shell("team", "add", "Ana Lima", "--login", login, "--records", keeper)
    assert "The neighbour's coffee machine" in shell("attempts", "--records", hers).out


@pytest.mark.parametrize("words", [("team", "remove"), ("records", "erase")])
def test_who_has_made_something_elsewhere_is_shut_out_all_the_same(
    shell: Shell, keeper: str, owner: str, login: str, words: tuple[str, ...]
) -> None:
    """Anybody can make a large object in any database that lets them in; a login that owns one cannot be dropped."""
    shell("team", "setup", "--records", keeper)
    shell("team", "add", "Ana Lima", "--login", login, "--records", keeper)
    elsewhere = owner.replace("/postgres?", "/template1?")
    with psycopg.connect(address_for(elsewhere, login, "x"), autocommit=True) as hers:
        hers.execute("SELECT lo_create(0)")
    whom = [login] if words[0] == "team" else ["ana-lima", "--yes"]
    gone = shell(*words, *whom, "--records", keeper)
    assert gone.code == 0
    assert f"The login {login} can no longer sign in; it could not be dropped (" in gone.out
    assert "database template1" in gone.out
    assert shell("team", "list", "--records", keeper).out.startswith("Nobody is on the list yet")
    with pytest.raises(psycopg.OperationalError, match="not permitted to log in"):
        psycopg.connect(address_for(owner, login, "x"))
    with psycopg.connect(elsewhere, autocommit=True) as connection:
        connection.execute(f"DROP OWNED BY {login}".encode())


def test_whom_a_superuser_adds_the_owner_can_remove(shell: Shell, keeper: str, owner: str, login: str) -> None:
    """From PostgreSQL 16 on only who made a login, or a superuser, can take it away."""
    assert shell("team", "setup", "--records", keeper).code == 0
    assert shell("team", "setup", "--records", owner).code == 0
    assert shell("team", "add", "Ana Lima", "--login", login, "--records", owner).code == 0
    gone = shell("team", "remove", login, "--records", keeper)
    assert f"is off the list, and {login} can no longer sign in" in gone.out


def test_who_is_erased_loses_their_login_too(shell: Shell, keeper: str, owner: str, login: str) -> None:
    shell("team", "setup", "--records", keeper)
    shell("team", "add", "Ana Lima", "--login", login, "--records", keeper)
    assert "Their login on the server is dropped" in shell("records", "erase", "ana-lima", "--records", keeper).out
    assert shell("records", "erase", "ana-lima", "--yes", "--records", keeper).code == 0
    assert shell("team", "list", "--records", keeper).out.startswith("Nobody is on the list yet")
    with psycopg.connect(owner) as connection:
        assert connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (login,)).fetchone() is None


def test_who_may_not_make_logins_is_told_before_anything_is_made(shell: Shell, keeper: str, owner: str) -> None:
    name, schema = keeper.partition("//")[2].partition(":")[0], owner.rpartition("%3D")[2]
    with psycopg.connect(owner, autocommit=True) as connection:
        connection.execute(f"ALTER ROLE {name} NOCREATEROLE".encode())
        refused = shell("team", "setup", "--records", keeper)
        assert refused.code == 2
        assert f"the login {name} may not make logins, which a team needs. Nothing was changed." in refused.err
        assert f'ALTER ROLE "{name}" CREATEROLE' in refused.err
        made = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = %s", (schema,)).fetchone()
        assert made == (0,)


def test_who_may_not_use_the_groups_of_another_team_is_told(shell: Shell, keeper: str, owner: str) -> None:
    name = keeper.partition("//")[2].partition(":")[0]
    with psycopg.connect(owner, autocommit=True) as connection:
        connection.execute(f"REVOKE simulator_rep FROM {name}".encode())
    refused = shell("team", "setup", "--records", keeper)
    assert "somebody else has set up a team on this server already" in refused.err


@pytest.mark.parametrize("words", [("setup",), ("add", "Zoe", "--login", "zoe"), ("remove", "helen")])
def test_only_the_owner_keeps_the_list(
    shell: Shell, new_place: NewPlace, tmp_path: Path, words: tuple[str, ...]
) -> None:
    with served(new_place("postgresql"), tmp_path) as office:
        assert_only_the_owner(shell, office, words)


def assert_only_the_owner(shell: Shell, office: Served, words: tuple[str, ...]) -> None:
    before = counted(office.place)
    refused = shell("team", *words, "--records", office.address("helen"))
    told = f"the login {office.login('helen')} does not own these records: only who does sets a team up and keeps"
    assert (refused.code, told in refused.err) == (2, True)
    assert counted(office.place) == before
    assert "Ana Lima" in shell("team", "list", "--records", office.address("helen")).out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("team", "setup"), "That needs a PostgreSQL server"),
        (("team", "list"), "That needs a PostgreSQL server"),
        (("team", "remove", "ana"), "That needs a PostgreSQL server"),
        (("team", "add", "Ana", "--login", "ana"), "That needs a PostgreSQL server"),
        (
            ("team", "add", "Ana", "--login", "a b", "--records", "postgresql://x@127.0.0.1:1/y"),
            "Give them a login of small letters",
        ),
        (("team", "remove", "--records", "postgresql://x@127.0.0.1:1/y"), "Say whose login"),
        (("team", "grow"), "invalid choice"),
    ],
)
def test_what_cannot_be_done_is_refused_with_what_to_do(shell: Shell, words: tuple[str, ...], said: str) -> None:
    done = shell(*words)
    assert done.code == 2
    assert said in done.err


def test_an_empty_password_is_no_password(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "empty").write_text("\nsecret")
    done = shell("team", "add", "Ana", "--login", "ana", "--password-file", "empty")
    assert (done.code, "The first line of empty is empty" in done.err) == (2, True)
