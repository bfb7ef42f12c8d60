"""A team's server lets nobody do what is not theirs: each role tries to break in, with SQL of their own."""

from collections.abc import Generator
from dataclasses import dataclass, replace
from pathlib import Path

import psycopg
import pytest
from records.conftest import NewPlace
from records.examples import DOCUMENT, NOON, attempt, said
from served import drop

from simulator.domain.attempt import Rep, Review
from simulator.domain.decision import Decided, Decision, Role
from simulator.domain.ids import AttemptId, RepId
from simulator.domain.intention import GoalDropped
from simulator.domain.member import Member
from simulator.records import queries
from simulator.records.locks import BRIEFLY
from simulator.records.open import open_records
from simulator.records.postgresql import address_for, postgresql_database
from simulator.records.protocol import Records, RecordsError, Unavailable
from simulator.records.team_server import add, set_up
from simulator.records.versions import migrate

ANA, BO, CY = RepId("r-ana"), RepId("r-bo"), RepId("r-cy")


@dataclass(frozen=True)
class Team:
    """A server set up for two teams: Ana and Bo in the north, Cy in the south."""

    owner: str
    folder: Path

    def address(self, login: str) -> str:
        head, _, tail = self.owner.partition("://")
        return f"{head}://{self.login(login)}:secret%25@{tail.partition('@')[2]}"

    def login(self, name: str) -> str:
        return f"{name}_{self.schema}"[-60:].lstrip("0123456789")

    @property
    def schema(self) -> str:
        return self.owner.rpartition("%3D")[2]

    def records(self, login: str) -> Records:
        return open_records(self.address(login), self.folder / login)

    def sql(self, login: str, statement: str) -> list[tuple[object, ...]]:
        with psycopg.connect(self.address(login)) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []


def member(team: Team, login: str, role: str, where: str, rep: RepId | None = None) -> Member:
    return Member(login=team.login(login), role=role, person=login.title(), team=where, rep=rep)


@pytest.fixture
def team(new_place: NewPlace, tmp_path: Path) -> Generator[Team]:
    here = Team(new_place("postgresql"), tmp_path)
    owner = open_records(here.owner, tmp_path / "owner")
    owner.keep(DOCUMENT)
    for rep, name in ((ANA, "Ana"), (BO, "Bo"), (CY, "Cy")):
        owner.add_rep(Rep(id=rep, name=name, joined=NOON, handle=name.lower()))
        owner.begin(attempt(f"{name.lower()}-1", of=rep, moves=(said(1, key=f"{name}-1"),)))
    set_up(here.owner)
    set_up(here.owner)
    people: tuple[tuple[str, str, str, RepId | None], ...] = (
        ("ana", "rep", "north", ANA),
        ("bo", "rep", "north", BO),
        ("cy", "rep", "south", CY),
        ("tess", "trainer", "north", None),
        ("max", "manager", "north", None),
        ("all", "manager", "", None),
    )
    for login, role, where, who in people:
        add(here.owner, member(here, login, role, where, who), "secret%")
    yield here
    owner.close()
    drop(here.owner, *(here.login(login) for login, *_ in people))


def test_a_rep_works_as_on_their_own_computer_and_sees_nobody_else(team: Team) -> None:
    records = team.records("ana")
    assert [rep.name for rep in records.reps()] == ["Ana"]
    assert records.rep_called("bo") is None
    records.keep(DOCUMENT)
    records.begin(attempt("ana-2", of=ANA))
    records.add(AttemptId("ana-2"), said(1, key="new-1"))
    records.add_intention(GoalDropped(rep=ANA, at=NOON))
    assert [each.id for each in records.attempts()] == ["ana-1", "ana-2"]
    assert records.attempt(AttemptId("bo-1")) is None
    assert records.verify() == ()
    records.close()


def test_trainer_and_manager_see_their_team_and_do_what_is_theirs(team: Team) -> None:
    tess, boss, everyone = team.records("tess"), team.records("max"), team.records("all")
    assert [rep.name for rep in tess.reps()] == ["Ana", "Bo"]
    assert [rep.name for rep in everyone.reps()] == ["Ana", "Bo", "Cy"]
    tess.add_review(Review(attempt=AttemptId("ana-1"), reviewer="Tess", reason="seen", at=NOON))
    decision = Decision(rep=ANA, decided=Decided.READY, by="Max", role=Role.MANAGER, reason="sat by", at=NOON)
    boss.add_decision(decision)
    mine = team.records("ana")
    assert mine.decisions() == (decision,)
    assert [each.reviewer for each in mine.reviews()] == ["Tess"]
    owner = open_records(team.owner, team.folder / "owner")
    assert owner.verify() == ()
    for each in (tess, boss, everyone, mine, owner):
        each.close()


ALL = (
    "reps",
    "people",
    "documents",
    "attempts",
    "moves",
    "reviews",
    "decisions",
    "intentions",
    "erasures",
    "members",
    "evidence",
)
COLUMNS = {
    "reps": "joined",
    "people": "name",
    "documents": "text",
    "erasures": "at",
    "members": "team",
    "evidence": "skills",
}
LOGINS = ("ana", "tess", "max", "all")


@pytest.mark.parametrize("login", LOGINS)
def test_nobody_changes_or_removes_anything(team: Team, login: str) -> None:
    for table in ALL:
        for statement in (f"DELETE FROM {table}", f"TRUNCATE {table}", f"DROP TABLE {table}"):
            with pytest.raises(psycopg.Error):
                team.sql(login, statement)
        column = COLUMNS.get(table, "link")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            team.sql(login, f"UPDATE {table} SET {column} = 'x'")


DECISION = "INSERT INTO decisions (rep, decided, decider, role, reason, at, link) VALUES "
ATTEMPT = (
    "INSERT INTO attempts (id, rep, scenario, content, purpose, seed, started, previous, link) "
    "SELECT 'x', '{rep}', 'warm-up', digest, 'practice', 1, '2026', 'p', 'l' FROM documents"
)
# A table under the name of one that a trigger writes by the owner's rights, with a trigger of one's own on it.
BY_A_TEMPORARY_TABLE = f"""
CREATE TEMP TABLE evidence (rep text, scenario text, attempt bigint, purpose text, first_sight int, rules int);
GRANT ALL ON pg_temp.evidence TO PUBLIC;
CREATE FUNCTION pg_temp.mine() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    UPDATE members SET role = 'manager', team = '', rep = NULL WHERE login = session_user; RETURN NULL;
END $$;
CREATE TRIGGER mine BEFORE INSERT ON pg_temp.evidence FOR EACH ROW EXECUTE FUNCTION pg_temp.mine();
{ATTEMPT.format(rep=ANA)}
"""
BREAK_INS = [
    ("ana", BY_A_TEMPORARY_TABLE),
    ("ana", "CREATE TEMP TABLE evidence (rep text)"),
    ("ana", ATTEMPT.format(rep=BO)),
    ("tess", ATTEMPT.format(rep=ANA)),
    ("max", ATTEMPT.format(rep=ANA)),
    ("ana", "INSERT INTO moves VALUES (2, 2, 'k', '2026', 'hinted', 't', NULL, 'l')"),
    ("tess", "INSERT INTO moves VALUES (1, 2, 'k', '2026', 'hinted', 't', NULL, 'l')"),
    ("ana", "INSERT INTO reviews (attempt, reviewer, reason, at, link) VALUES (1, 'Tess', 'fine', '2026', 'l')"),
    ("max", "INSERT INTO reviews (attempt, reviewer, reason, at, link) VALUES (1, 'Max', 'fine', '2026', 'l')"),
    ("tess", "INSERT INTO reviews (attempt, reviewer, reason, at, link) VALUES (1, 'Max', 'not me', '2026', 'l')"),
    ("tess", "INSERT INTO reviews (attempt, reviewer, reason, at, link) VALUES (3, 'Tess', 'south', '2026', 'l')"),
    ("ana", DECISION + "('r-ana', 'ready', 'Max', 'manager', 'I am', '2026', 'l')"),
    ("max", DECISION + "('r-cy', 'ready', 'Max', 'manager', 'south', '2026', 'l')"),
    ("tess", DECISION + "('r-ana', 'ready', 'Tess', 'manager', 'above me', '2026', 'l')"),
    ("ana", "INSERT INTO intentions (rep, kind, at, link) VALUES ('r-bo', 'goal-dropped', '2026', 'l')"),
    ("ana", "INSERT INTO documents VALUES ('0000', 'scenario', 'warm-up', 'not what the digest says')"),
    ("ana", "INSERT INTO reps VALUES ('r-new', '2026')"),
    ("ana", "INSERT INTO people VALUES ('r-ana', 'x', 'x')"),
    ("ana", "INSERT INTO members VALUES ('me', 'manager', 'Me', '', NULL)"),
    ("ana", "INSERT INTO erasures (rep, at) VALUES ('r-bo', '2026')"),
    ("ana", "INSERT INTO evidence VALUES ('r-ana', 'assessment', 'x', 1, 1, 1)"),
    ("max", "UPDATE evidence SET rules = 1, skills = 'empathy:9/9/9', critical = '' WHERE rules = 0"),
    ("ana", "SET ROLE simulator_manager"),
    ("ana", "CREATE OR REPLACE FUNCTION own_rep() RETURNS text LANGUAGE sql AS $$ SELECT 'r-bo' $$"),
    ("ana", "ALTER TABLE attempts DISABLE ROW LEVEL SECURITY"),
    ("ana", "ALTER TABLE attempts DISABLE TRIGGER ALL"),
    ("ana", "UPDATE alembic_version SET version_num = '9999'"),
]  # fmt: skip


@pytest.mark.parametrize(("login", "statement"), BREAK_INS)
def test_every_way_in_is_shut(team: Team, login: str, statement: str) -> None:
    before = [team.sql("all", f"SELECT count(*) FROM {table}") for table in ALL]
    with pytest.raises(psycopg.Error):
        team.sql(login, statement)
    assert [team.sql("all", f"SELECT count(*) FROM {table}") for table in ALL] == before


def test_a_temporary_table_is_not_taken_for_one_of_ours(team: Team) -> None:
    with psycopg.connect(team.owner, autocommit=True) as connection:
        connection.execute(f"GRANT TEMPORARY ON DATABASE postgres TO {team.login('ana')}".encode())
    team.sql("ana", BY_A_TEMPORARY_TABLE)
    assert team.sql("ana", "SELECT own_role()") == [("rep",)]
    assert len(team.sql("all", "SELECT * FROM evidence WHERE rep = 'r-ana'")) == 2


def test_set_up_closes_a_schema_in_which_everybody_may_make_functions(team: Team) -> None:
    """As PostgreSQL 13 and 14 come: a function that fits better than theirs would act by the owner's rights."""
    shadow = (
        f"CREATE FUNCTION {team.schema}.hashtextextended(text, integer) RETURNS bigint LANGUAGE plpgsql AS $$ BEGIN "
        f"UPDATE {team.schema}.members SET team = 'mine' WHERE login = session_user; RETURN 1; END $$"
    )
    with psycopg.connect(team.owner, autocommit=True) as connection:
        connection.execute(f"GRANT CREATE ON SCHEMA {team.schema} TO PUBLIC".encode())
        set_up(team.owner)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            team.sql("ana", shadow)
        connection.execute(f"GRANT CREATE ON SCHEMA {team.schema} TO PUBLIC".encode())
        team.sql("ana", shadow.replace("session_user", f"'{team.login('ana')}'"))
        owner = open_records(team.owner, team.folder / "owner")
        owner.begin(attempt("ana-2", of=ANA))
        owner.close()
        assert team.sql("ana", "SELECT DISTINCT team FROM members") == [("north",)]
        with pytest.raises(RecordsError, match=rf"hashtextextended made by the login {team.login('ana')}"):
            set_up(team.owner)


def test_setting_up_again_takes_away_what_an_older_version_allowed(team: Team) -> None:
    with psycopg.connect(team.owner, autocommit=True) as connection:
        connection.execute("GRANT UPDATE (skills) ON evidence TO simulator_trainer, simulator_manager")
        connection.execute("CREATE POLICY works_out ON evidence FOR UPDATE USING (may_see(rep))")
    set_up(team.owner)
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        team.sql("tess", "UPDATE evidence SET skills = 'empathy:9/9/9'")


def test_a_lock_that_a_rep_holds_stops_nobody_for_ever(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "BRIEFLY", BRIEFLY.replace("10s", "1s"))
    records = team.records("ana")
    held = "SELECT pg_advisory_lock(hashtextextended('all of ' || current_schema(), 0))"
    with psycopg.connect(team.address("bo"), autocommit=True) as connection:
        connection.execute(held.encode())
        with pytest.raises(Unavailable, match="somebody holds what this needs"):
            records.begin(attempt("ana-2", of=ANA))
    records.close()


def test_what_acts_by_the_owners_rights_cannot_be_hung_on_a_table_of_ones_own(team: Team) -> None:
    with psycopg.connect(team.owner, autocommit=True) as connection:
        connection.execute(f"GRANT TEMPORARY ON DATABASE postgres TO {team.login('ana')}".encode())
    own = (
        "CREATE TEMP TABLE mine (rep text, scenario text, place bigint, purpose text); "
        "CREATE TRIGGER mine AFTER INSERT ON mine FOR EACH ROW EXECUTE FUNCTION attempts_evidence()"
    )
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        team.sql("ana", own)


def test_what_cannot_be_seen_cannot_be_added_to(team: Team) -> None:
    into_bos = (
        "INSERT INTO moves SELECT place, 2, 'k', '2026', 'hinted', 't', NULL, 'l' FROM attempts WHERE id = 'bo-1'"
    )
    team.sql("ana", into_bos)
    assert team.sql("all", "SELECT count(*) FROM moves") == [(3,)]


SEEN = {"ana": {"r-ana"}, "tess": {"r-ana", "r-bo"}, "max": {"r-ana", "r-bo"}, "all": {"r-ana", "r-bo", "r-cy"}}


@pytest.mark.parametrize("login", LOGINS)
def test_each_sees_their_own_rows_in_every_table_and_no_others(team: Team, login: str) -> None:
    owner = open_records(team.owner, team.folder / "owner")
    for rep, name in ((ANA, "ana"), (BO, "bo"), (CY, "cy")):
        owner.add_review(Review(attempt=AttemptId(f"{name}-1"), reviewer="Lee", reason="seen", at=NOON))
        owner.add_decision(Decision(rep=rep, decided=Decided.READY, by="L", role=Role.MANAGER, reason="r", at=NOON))
        owner.add_intention(GoalDropped(rep=rep, at=NOON))
    owner.close()
    seen = SEEN[login]
    for query in (
        "SELECT id FROM reps",
        "SELECT rep FROM people",
        "SELECT rep FROM attempts",
        "SELECT rep FROM moves JOIN attempts ON place = attempt",
        "SELECT rep FROM decisions",
        "SELECT rep FROM intentions",
    ):
        assert {row[0] for row in team.sql(login, query)} == seen, query
    for table in ("moves", "reviews"):
        assert len(team.sql(login, f"SELECT * FROM {table}")) == len(seen)


def test_what_is_not_allowed_is_said_in_words(team: Team) -> None:
    records = team.records("max")
    with pytest.raises(RecordsError, match="this login may not do that here"):
        records.add_review(Review(attempt=AttemptId("ana-1"), reviewer="Max", reason="fine", at=NOON))
    records.close()


def test_a_login_is_given_once_and_only_on_a_server_that_is_set_up(team: Team, new_place: NewPlace) -> None:
    with pytest.raises(RecordsError, match="is on the list already"):
        add(team.owner, member(team, "ana", "rep", "north", ANA), None)
    bare = new_place("postgresql")
    open_records(bare, team.folder / "bare").close()
    with pytest.raises(RecordsError, match="run `simulator team setup` first"):
        add(bare, member(team, "zoe", "manager", ""), None)


def test_what_somebody_erased_did_is_left_for_statistics(team: Team) -> None:
    owner = open_records(team.owner, team.folder / "owner")
    owner.erase(ANA, RepId("r-gone"), NOON)
    owner.close()
    tess = team.records("tess")
    assert [rep.name for rep in tess.reps()] == ["Bo"]
    assert {each.rep for each in tess.attempts()} == {"r-gone", BO}
    tess.close()


def test_each_exports_what_they_see_and_a_rep_imports_what_is_theirs(team: Team) -> None:
    owner, ana = open_records(team.owner, team.folder / "owner"), team.records("ana")
    laptop = open_records("memory:")
    laptop.merge(tuple(ana.bundle()))
    owner.erase(CY, RepId("r-gone"), NOON)
    assert {row["rep"] for row in ana.bundle() if row["record"] == "attempt"} == {ANA}
    assert open_records("memory:").merge(tuple(ana.bundle())).new["people"] == 1
    assert open_records("memory:").merge(tuple(owner.bundle())).new["people"] == 3
    laptop.add(AttemptId("ana-1"), said(2, key="on the laptop"))
    laptop.begin(attempt("ana-9", of=ANA))
    assert ana.merge(tuple(laptop.bundle())).new == {"moves": 1, "attempts": 1}
    assert ana.head(ANA) == owner.head(ANA) == laptop.head(ANA)
    laptop.add_rep(Rep(id=RepId("r-eve"), name="Eve", joined=NOON))
    with pytest.raises(RecordsError, match="this login may not do that here"):
        ana.merge(tuple(laptop.bundle()))
    assert owner.verify() == ()
    for each in (owner, ana):
        each.close()


def test_a_login_that_may_not_bring_old_tables_up_to_date_is_told_who_does(team: Team, new_place: NewPlace) -> None:
    old = replace(team, owner=new_place("postgresql"))
    database = postgresql_database(old.owner)
    with database.writing.begin() as connection:
        migrate(connection, to="0004")
        ana = team.login("ana")
        connection.exec_driver_sql(f'GRANT USAGE ON SCHEMA "{old.schema}" TO "{ana}"')
        connection.exec_driver_sql(f'GRANT SELECT ON alembic_version TO "{ana}"')
    database.writing.dispose()
    hers = address_for(old.owner, ana, "secret%")
    with pytest.raises(RecordsError, match=r"written by an older version .* `simulator team setup` of this version"):
        open_records(hers, team.folder / "old")
    with psycopg.connect(old.owner, autocommit=True) as connection:
        connection.execute(f"DROP SCHEMA {old.schema} CASCADE".encode())
