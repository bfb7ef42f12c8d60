"""A changed record is noticed: edits behind the program's back, in the file and on the server."""

import shutil
import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import psycopg
import pytest
from records.conftest import NewPlace
from records.examples import NOON, attempt, ready, said

from simulator.domain.attempt import Hinted, Move, Review, Rewound
from simulator.domain.decision import Decided, Decision, Role
from simulator.domain.ids import AttemptId, RepId, ScenarioId
from simulator.domain.intention import FreshStart, Goal
from simulator.records.chain import canonical, digest_of, link
from simulator.records.open import open_records
from simulator.records.protocol import Flaw, Records, RecordsError, Unavailable

MOVES = 6
ATTEMPTS = 6
OTHER_MOVES: dict[int, Move] = {3: Hinted(turn="turn-3"), 5: Rewound(turn="turn-4")}
TABLES = ("reps", "documents", "attempts", "moves", "reviews")


def fill(records: Records) -> None:
    """Six attempts (places 1 to 6) of two reps in turn, six moves and two reviews each; then what is theirs."""
    ready(records, "sam", "kim")
    for place in range(1, ATTEMPTS + 1):
        name = f"a{place}"
        records.begin(attempt(name, of="sam" if place % 2 else "kim"))
        for number in range(1, MOVES + 1):
            records.add(AttemptId(name), said(number, key=f"{name}-{number}", move=OTHER_MOVES.get(number)))
        for reason in ("overpromised", "talked it through"):
            records.add_review(Review(attempt=AttemptId(name), reviewer="Lee", reason=reason, at=NOON))
    for reason in ("sat beside them", "and again"):
        for of in ("sam", "kim"):
            records.add_decision(
                Decision(rep=RepId(of), decided=Decided.READY, by="Lee", role=Role.TRAINER, reason=reason, at=NOON)
            )
    for of in (RepId("sam"), RepId("kim")):
        records.add_intention(Goal(rep=of, skill=None, due=date(2026, 5, 1), at=NOON))
        records.add_intention(FreshStart(rep=of, up_to=AttemptId("a1" if of == "sam" else "a2"), at=NOON))


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound file, to be copied before it is edited."""
    path = tmp_path_factory.mktemp("sound") / "records.db"
    records = open_records(str(path))
    fill(records)
    assert records.verify() == ()
    records.close()
    return path


class Edited:
    """A copy of the sound file, open to edits that its triggers would refuse."""

    def __init__(self, sound: Path, folder: Path) -> None:
        self.path = folder / "edited.db"
        shutil.copy(sound, self.path)
        self.file = sqlite3.connect(self.path, isolation_level=None)
        self.file.execute("PRAGMA ignore_check_constraints = ON")
        for (trigger,) in self.file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            self.file.execute(f"DROP TRIGGER {trigger}")

    def run(self, statement: str, *values: object) -> None:
        assert self.file.execute(statement, values).rowcount > 0, f"nothing was edited by {statement}"

    def flaws(self) -> tuple[Flaw, ...]:
        self.file.close()
        records = open_records(str(self.path))
        try:
            return records.verify()
        finally:
            records.close()


@pytest.fixture
def edited(sound: Path, tmp_path: Path) -> Edited:
    return Edited(sound, tmp_path)


class Expected(NamedTuple):
    attempt: str | None
    number: int


def first(found: tuple[Flaw, ...]) -> Expected:
    assert found, "the edit was not noticed"
    return Expected(found[0].attempt, found[0].number)


# What links are made of.


def test_the_canonical_text_is_sorted_without_spaces_and_as_written() -> None:
    assert canonical({"b": 1, "a": "Grüße é 你", "c": None}) == '{"a":"Grüße é 你","b":1,"c":null}'.encode()


def test_a_link_is_the_hash_of_the_fields_and_the_link_before() -> None:
    assert link("before", {"b": 1}) == digest_of('{"b":1,"previous":"before"}')


def test_the_links_of_version_one_stay_as_they_are(sound: Path) -> None:
    """Anyone can recompute them: these are not to change for as long as such records exist."""
    with sqlite3.connect(sound) as file:
        previous, opening = file.execute("SELECT previous, link FROM attempts WHERE place = 1").fetchone()
        (move,) = file.execute("SELECT link FROM moves WHERE attempt = 1 AND number = 1").fetchone()
        (review,) = file.execute("SELECT link FROM reviews WHERE place = 1").fetchone()
    file.close()
    content = digest_of("id: warm-up\ntitle: Grüße, 你好\n")
    assert previous == digest_of('{"rep":"sam"}')
    assert opening == digest_of(
        f'{{"content":"{content}","id":"a1","previous":"{previous}","purpose":"practice","record":"attempt",'
        '"rep":"sam","scenario":"warm-up","seed":7,"started":"2026-03-02T12:00:00.000000Z"}'
    )
    assert move == digest_of(
        '{"at":"2026-03-02T12:01:00.000000Z","choice":"listen","key":"a1-1","kind":"chose","number":1,'
        f'"previous":"{opening}","record":"move","turn":"turn-1"}}'
    )
    assert review == digest_of(
        '{"at":"2026-03-02T12:00:00.000000Z","attempt":"a1",'
        f'"previous":"{opening}","reason":"overpromised","record":"review","reviewer":"Lee"}}'
    )


# One kind of edit at a time.


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("choice", "explain"),
        ("turn", "turn-9"),
        ("at", "2026-03-02T12:04:00.000001Z"),
        ("key", "other"),
        ("kind", "hinted"),
        ("choice", None),
        ("link", "0" * 64),
        ("turn", b"\xff"),
        ("turn", 4),
        ("at", ""),
        ("number", 40),
    ],
)
def test_a_changed_move_is_named(edited: Edited, column: str, value: object) -> None:
    edited.run(f"UPDATE moves SET {column} = ? WHERE attempt = 3 AND number = 4", value)
    found = edited.flaws()
    assert first(found) == ("a3", 4)
    assert len(found) == 1
    assert found[0].rep == "sam"


def test_bytes_that_are_no_text_are_named_too(edited: Edited) -> None:
    edited.run("UPDATE moves SET turn = CAST(x'ff' AS TEXT) WHERE attempt = 3 AND number = 4")
    assert first(edited.flaws()) == ("a3", 4)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("rep", "kim"),
        ("scenario", "late-delivery"),
        ("seed", 8),
        ("purpose", "assessment"),
        ("started", "2027-03-02T12:00:00.000000Z"),
        ("previous", "0" * 64),
        ("link", "0" * 64),
        ("content", "0" * 64),
    ],
)
def test_a_changed_opening_is_named(edited: Edited, column: str, value: object) -> None:
    edited.run(f"UPDATE attempts SET {column} = ? WHERE place = 3", value)
    assert first(edited.flaws()) == ("a3", 0)


def test_a_missing_move_is_named(edited: Edited) -> None:
    edited.run("DELETE FROM moves WHERE attempt = 3 AND number = 4")
    found = edited.flaws()
    assert first(found) == ("a3", 4)
    assert found[0].message == "move 4 is missing"


def test_a_missing_move_whose_followers_moved_up_is_named(edited: Edited) -> None:
    edited.run("DELETE FROM moves WHERE attempt = 3 AND number = 4")
    edited.run("UPDATE moves SET number = number - 1 WHERE attempt = 3 AND number > 4")
    assert first(edited.flaws()) == ("a3", 4)


def test_a_missing_attempt_is_noticed_by_the_next_of_the_same_rep(edited: Edited) -> None:
    edited.run("DELETE FROM moves WHERE attempt = 3")
    edited.run("DELETE FROM reviews WHERE attempt = 3")
    edited.run("DELETE FROM attempts WHERE place = 3")
    found = edited.flaws()
    assert first(found) == ("a5", 0)
    assert "the attempt before this one was removed" in found[0].message


def test_moves_whose_attempt_is_gone_are_noticed(edited: Edited) -> None:
    edited.run("DELETE FROM attempts WHERE place = 5")
    found = edited.flaws()
    assert first(found) == ("unknown", 1)
    assert found[0].message == "6 moves from key a5-1 on belong to an attempt that is gone"


def test_a_changed_text_is_noticed_in_each_attempt_that_stands_on_it(edited: Edited) -> None:
    edited.run("UPDATE documents SET text = text || ' '")
    assert [(flaw.attempt, flaw.number) for flaw in edited.flaws()] == [(f"a{n}", 0) for n in range(1, 7)]


def test_a_text_that_is_gone_is_noticed(edited: Edited) -> None:
    edited.run("DELETE FROM documents")
    assert "is gone" in edited.flaws()[0].message


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE reviews SET reason = 'all is well' WHERE attempt = 3 AND reason = 'overpromised'",
        "UPDATE reviews SET attempt = 1 WHERE attempt = 3 AND reason = 'talked it through'",
        "DELETE FROM reviews WHERE attempt = 3 AND reason = 'overpromised'",
    ],
)
def test_a_changed_review_is_noticed(edited: Edited, change: str) -> None:
    edited.run(change)
    found = edited.flaws()
    assert found[0].number == 0
    assert "review" in found[0].message


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE decisions SET reason = 'all is well' WHERE rep = 'sam' AND reason = 'sat beside them'",
        "UPDATE decisions SET until = '2030-01-01' WHERE rep = 'sam' AND reason = 'sat beside them'",
        "UPDATE decisions SET decided = 'not-yet', role = 'manager' WHERE rep = 'sam'",
        "DELETE FROM decisions WHERE rep = 'sam' AND reason = 'sat beside them'",
    ],
)
def test_a_changed_decision_is_noticed(edited: Edited, change: str) -> None:
    edited.run(change)
    (flaw,) = edited.flaws()
    assert (flaw.rep, flaw.attempt, flaw.number) == ("sam", None, 1)
    assert flaw.message == "decision 1 about the rep was changed, or one before it removed"


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE intentions SET due = '2030-01-01' WHERE rep = 'sam' AND kind = 'goal'",
        "DELETE FROM intentions WHERE rep = 'sam' AND kind = 'goal'",
        "UPDATE intentions SET skill = 'empathy' WHERE rep = 'sam' AND kind = 'goal'",
        "UPDATE intentions SET kind = 'goal-dropped', due = NULL WHERE rep = 'sam' AND kind = 'goal'",
    ],
)
def test_a_changed_intention_is_noticed(edited: Edited, change: str) -> None:
    edited.run(change)
    (flaw,) = edited.flaws()
    assert (flaw.rep, flaw.attempt, flaw.number) == ("sam", None, 1)
    assert flaw.message == "goal or fresh start 1 of the rep was changed, or one before it removed"


def test_what_a_chain_alone_cannot_show(edited: Edited) -> None:
    """The newest end of a chain can be dropped unseen; docs/decisions/store.md says so."""
    edited.run("DELETE FROM moves WHERE attempt = 5 AND number = 6")
    assert edited.flaws() == ()


def test_a_damaged_index_is_said_where_all_links_hold(edited: Edited) -> None:
    edited.run("INSERT INTO reps VALUES ('lee', '2026-03-02T12:00:00.000000Z')")
    edited.file.execute("PRAGMA writable_schema = ON")
    edited.run(
        "UPDATE sqlite_master SET sql = replace(sql, 'joined TEXT', 'joined INTEGER CHECK (joined = 1)') "
        "WHERE name = 'reps'"
    )
    with pytest.raises(Unavailable, match="fail the database's own check: CHECK constraint failed in reps"):
        edited.flaws()


def test_an_attempt_that_no_program_wrote_is_an_error_that_names_it(edited: Edited) -> None:
    edited.run("UPDATE moves SET kind = 'hinted' WHERE attempt = 3 AND number = 4")
    edited.run("UPDATE reviews SET at = 'yesterday' WHERE attempt = 3")
    edited.run("UPDATE reps SET joined = 'yesterday' WHERE id = 'kim'")
    edited.file.close()
    records = open_records(str(edited.path))
    with pytest.raises(RecordsError, match=r"attempt a3 was changed .* `simulator records verify` shows where"):
        records.attempts()
    with pytest.raises(RecordsError, match="a review of attempt a3 has no readable time: 'yesterday'"):
        records.reviews()
    with pytest.raises(RecordsError, match="rep kim was added at no readable time"):
        records.reps()
    assert len(records.attempts(RepId("kim"))) == 3


def test_an_edit_on_the_server_is_named(new_place: NewPlace) -> None:
    place = new_place("postgresql")
    records = open_records(place)
    fill(records)
    with psycopg.connect(place) as connection:
        for table in TABLES:
            connection.execute(f"ALTER TABLE {table} DISABLE TRIGGER ALL".encode())
        connection.execute("UPDATE moves SET choice = 'explain' WHERE attempt = 3 AND number = 4")
        connection.execute("UPDATE attempts SET scenario = 'x' WHERE place = 6")
        connection.execute("DELETE FROM moves WHERE attempt = 1 AND number = 2")
    assert [(flaw.attempt, flaw.number) for flaw in records.verify()] == [("a1", 2), ("a3", 4), ("a6", 0)]
    assert records.seen(RepId("kim")) == {ScenarioId("warm-up"), ScenarioId("x")}
    records.close()


# Random edits.


def another(value: Any, random: Random) -> object:
    """A value that differs a little from this one."""
    if isinstance(value, int):
        return value + random.choice([-1, 1, 2**31])
    if value is None:
        return random.choice(["", "x"])
    place = random.randrange(len(value))
    return random.choice(
        [
            None,
            value + random.choice(" .\0é"),
            value[:place] + chr(ord(value[place]) ^ 1) + value[place + 1 :],
            value[1:],
            value.upper() if value.upper() != value else value + "x",
            f"{value}".encode(),
        ]
    )


def change_a_cell(edited: Edited, column: str, where: str, random: Random) -> None:
    """Put another value in one cell of a table; one that the table's own constraints let in."""
    table = where.split(maxsplit=1)[0]
    (value,) = edited.file.execute(f"SELECT {column} FROM {where}").fetchone()
    while True:
        try:
            return edited.run(f"UPDATE {table} SET {column} = ? {where.removeprefix(table)}", another(value, random))
        except sqlite3.IntegrityError:
            continue


def change_a_move(edited: Edited, random: Random) -> Expected:
    place, number = random.randint(1, ATTEMPTS), random.randint(1, MOVES)
    column = random.choice(["key", "at", "kind", "turn", "choice", "link"])
    change_a_cell(edited, column, f"moves WHERE attempt = {place} AND number = {number}", random)
    return Expected(f"a{place}", number)


def remove_a_move(edited: Edited, random: Random) -> Expected:
    place, number = random.randint(1, ATTEMPTS), random.randint(1, MOVES - 1)
    edited.run("DELETE FROM moves WHERE attempt = ? AND number = ?", place, number)
    return Expected(f"a{place}", number)


def swap_two_moves(edited: Edited, random: Random) -> Expected:
    place = random.randint(1, ATTEMPTS)
    low, high = sorted(random.sample(range(1, MOVES + 1), 2))
    for old, new in ((low, 100), (high, low), (100, high)):
        edited.run("UPDATE moves SET number = ? WHERE attempt = ? AND number = ?", new, place, old)
    return Expected(f"a{place}", low)


def forge_a_move_at_the_end(edited: Edited, random: Random) -> Expected:
    place = random.randint(1, ATTEMPTS)
    edited.run(
        f"INSERT INTO moves SELECT attempt, {MOVES + 1}, key || '+', at, kind, turn, choice, link FROM moves "
        "WHERE attempt = ? AND number = ?",
        place,
        random.choice([1, 2, 4, 6]),
    )
    return Expected(f"a{place}", MOVES + 1)


def put_a_move_in_between(edited: Edited, random: Random) -> Expected:
    place, number = random.randint(1, ATTEMPTS), random.randint(1, MOVES)
    edited.run("UPDATE moves SET number = -number WHERE attempt = ? AND number >= ?", place, number)
    edited.run("UPDATE moves SET number = 1 - number WHERE attempt = ? AND number < 0", place)
    edited.run(
        "INSERT INTO moves SELECT attempt, ?, key || '+', at, kind, turn, choice, link FROM moves "
        "WHERE attempt = ? AND number = ?",
        number,
        place,
        random.choice([n for n in range(1, MOVES + 2) if n != number]),
    )
    return Expected(f"a{place}", number)


def change_an_opening(edited: Edited, random: Random) -> Expected:
    place = random.randint(1, ATTEMPTS)
    column = random.choice(["id", "rep", "scenario", "content", "purpose", "seed", "started", "previous", "link"])
    change_a_cell(edited, column, f"attempts WHERE place = {place}", random)
    (name,) = edited.file.execute("SELECT id FROM attempts WHERE place = ?", (place,)).fetchone()
    return Expected(name, 0)


EDITS: tuple[Callable[[Edited, Random], Expected], ...] = (
    change_a_move,
    remove_a_move,
    swap_two_moves,
    forge_a_move_at_the_end,
    put_a_move_in_between,
    change_an_opening,
)


def test_random_edits_are_each_named_at_the_first_bad_move(sound: Path, tmp_path: Path, *, full: bool) -> None:
    for seed in range(1000 if full else 36):
        random = Random(seed)
        edited = Edited(sound, tmp_path)
        expected = EDITS[seed % len(EDITS)](edited, random)
        assert first(edited.flaws()) == expected, f"seed {seed}"
