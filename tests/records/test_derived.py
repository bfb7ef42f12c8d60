"""What is derived is kept by its moves: on all kinds of records, until another move comes."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from records.conftest import NewPlace
from records.examples import DOCUMENT, NOON, attempt, ready, said
from sqlalchemy import text

from simulator.domain.attempt import Attempt, Review
from simulator.domain.evidence import AttemptEvidence, Counts, CriticalError, Moment, Shown
from simulator.domain.ids import AttemptId, RepId, ScenarioId, SkillId
from simulator.domain.intention import FreshStart
from simulator.domain.rubric import Level
from simulator.domain.scenario import Purpose
from simulator.records import schema
from simulator.records.derived import (
    BETWEEN,
    MOMENT,
    InNumbers,
    Played,
    TeamLine,
    counts_of,
    counts_text,
    in_numbers,
    went,
)
from simulator.records.open import open_records
from simulator.records.postgresql import postgresql_database
from simulator.records.protocol import Records
from simulator.records.sqlite import sqlite_database
from simulator.records.versions import migrate

SAM, LEE = RepId("sam"), RepId("lee")
EMPATHY = SkillId("empathy")
RULES = 7


def opened(name: str, scenario: str = "warm-up", *, of: str = "sam", practice: bool = False, moves: int = 2) -> Attempt:
    purpose = Purpose.PRACTICE if practice else Purpose.ASSESSMENT
    steps = tuple(said(number, key=f"{name}-{number}") for number in range(1, moves + 1))
    return replace(attempt(name, of=of, scenario=scenario, moves=steps), purpose=purpose)


def shown(of: Attempt, marks: str = "+-", *, ending: str | None = "end", critical: bool = False) -> InNumbers:
    last = of.moves[-1].at if of.moves else of.started
    moments = tuple(
        Moment(
            attempt=of.id,
            scenario=of.scenario,
            content=of.content,
            purpose=of.purpose,
            first_sight=True,
            skill=EMPATHY,
            turn=f"turn-{number}",
            at=last,
            shown=None if mark == "?" else Shown(indicator="x", level=_LEVELS[mark], choice="listen"),
        )
        for number, mark in enumerate(marks)
    )
    error = CriticalError(
        attempt=of.id, scenario=of.scenario, purpose=of.purpose, error="insult", turn="t 'x", choice="c", at=NOON
    )
    evidence = AttemptEvidence(
        attempt=of.id,
        scenario=of.scenario,
        content=of.content,
        purpose=of.purpose,
        first_sight=True,
        started=of.started,
        last=last,
        ending=ending,
        moments=moments,
        critical=(error,) if critical else (),
    )
    return InNumbers(evidence, len(of.moves))


_LEVELS: Mapping[str, Level] = {"+": Level.EFFECTIVE, "-": Level.MISSED}


def begun(records: Records, *attempts: Attempt) -> Records:
    ready(records, "sam", "lee")
    for each in attempts:
        records.begin(each)
    return records


def line(records: Records, rep: RepId = SAM) -> TeamLine:
    return next(each for each in records.derived.team(RULES).lines if each.rep == rep)


def conversations(told: TeamLine) -> list[tuple[str, str]]:
    """Part a line into each conversation's last move, and the rest."""
    return [(each[:MOMENT], each[MOMENT:]) for each in told.told.split(BETWEEN)]


def test_what_is_kept_comes_back_in_numbers(records: Records) -> None:
    one = opened("one")
    begun(records, one).derived.keep([shown(one, "+-?", critical=True)], RULES)
    (found,) = records.derived.assessments([SAM], RULES)[SAM]
    assert found.evidence == in_numbers(shown(one, "+-?", critical=True).evidence)
    assert found.evidence is not None
    assert found.evidence.counts == {EMPATHY: Counts(handled=1, met=3, answered=2)}
    assert (found.attempt, found.first_sight, found.aside) == ("one", True, False)


def test_counts_come_back_from_their_text() -> None:
    evidence = shown(opened("one"), "++-?").evidence
    assert counts_text(evidence) == counts_text(in_numbers(evidence)) == "empathy:2/4/3"
    assert counts_of(counts_text(evidence)) == in_numbers(evidence).counts
    assert counts_of("") == {}


def test_a_line_tells_every_assessment_and_whether_that_is_all(records: Records) -> None:
    one, two, gone = opened("one"), opened("two", "late"), opened("three", "lost")
    again, other, last = opened("again"), opened("other", of="lee"), opened("last", "late")
    begun(records, one, two, gone, again, other, last)
    assert line(records).owed
    kept = [shown(one), shown(two, "", ending=None), shown(gone, "", ending=None, critical=True), shown(again, "")]
    kept += [shown(other, "", critical=True), shown(last, "", ending=None, critical=True)]
    records.derived.keep(kept, RULES)
    assert not line(records).owed
    told = {read: moved for moved, text in conversations(line(records)) for read in [went(text)[1:4]]}
    assert set(told.values()) == {"2026-03-02T12:02:00.000000Z"}
    first, ended, critical = True, True, True
    assert set(told) == {
        (first, ended, not critical),
        (first, not ended, not critical),
        (first, not ended, critical),
        (not first, ended, not critical),
        (not first, not ended, critical),
    }
    assert [went(text) for _, text in conversations(line(records, LEE))] == [(False, first, ended, critical, {})]
    assert {EMPATHY: Counts(1, 2, 2)} in [went(text).counts for _, text in conversations(line(records))]


def test_a_line_tells_what_a_fresh_start_has_set_aside(records: Records) -> None:
    one, two, other = opened("one"), opened("two", "late"), opened("other", of="lee")
    begun(records, one, two, other).derived.keep([shown(one), shown(two), shown(other)], RULES)
    records.add_intention(FreshStart(rep=SAM, up_to=AttemptId("one"), at=NOON))
    assert sorted(went(text).aside for _, text in conversations(line(records))) == [False, True]
    assert [went(text).aside for _, text in conversations(line(records, LEE))] == [False]
    found = records.derived.assessments([SAM], RULES)[SAM]
    assert [(each.attempt, each.first_sight, each.aside) for each in found] == [
        ("one", True, True),
        ("two", True, False),
    ]


def test_what_decides_on_errors_that_were_looked_at(records: Records) -> None:
    begins = iter(range(10))
    error, before, after, again, owed = (
        replace(opened(name, name, moves=0), started=NOON + timedelta(days=next(begins)))
        for name in ("error", "before", "after", "again", "owed")
    )
    mine, other = opened("mine", "talk", of="lee"), opened("other", "late", of="lee")
    # A clock that was set back in the middle of a conversation: it was begun after the look all the same.
    after = replace(after, moves=(replace(said(1, key="back"), at=NOON),))
    begun(records, error, before, after, again, owed, mine, other)
    kept = [shown(error, critical=True), shown(before), shown(after), shown(again, critical=True)]
    records.derived.keep([*kept, shown(mine, critical=True), shown(other)], RULES)
    assert records.derived.team(RULES).looked_at == {}
    for name, days in (("again", 9), ("error", 1.5)):
        at = NOON + timedelta(days=days)
        records.add_review(Review(attempt=AttemptId(name), reviewer="Kim", reason="seen", at=at))
    found = records.derived.team(RULES).looked_at
    assert {rep: {each.attempt for each in told} for rep, told in found.items()} == {SAM: {"error", "after", "again"}}
    assert in_numbers(kept[0].evidence) in found[SAM]
    records.add(after.id, said(2, key="more"))
    assert {each.attempt for each in records.derived.team(RULES).looked_at[SAM]} == {"error", "again"}


def test_practice_first_takes_first_sight_away_and_is_on_no_line(records: Records) -> None:
    begun(records, opened("one", practice=True), opened("two"))
    (found,) = records.derived.assessments([SAM], RULES)[SAM]
    assert (found.attempt, found.first_sight) == ("two", False)
    alone = opened("three", of="lee", practice=True)
    records.begin(alone)
    assert [each.rep for each in records.derived.team(RULES).lines] == [SAM]


def test_a_move_makes_it_owed_again_and_what_it_overtook_is_not_kept(records: Records) -> None:
    one = opened("one")
    begun(records, one)
    assert records.derived.owed(SAM, RULES) == ("one",)
    records.derived.keep([shown(one)], RULES)
    assert records.derived.owed(None, RULES) == ()
    records.add(AttemptId("one"), said(3, key="one-3"))
    assert records.derived.owed(SAM, RULES) == ("one",)
    records.derived.keep([shown(one)], RULES)
    assert records.derived.owed(SAM, RULES) == ("one",)
    (found,) = records.derived.assessments([SAM], RULES)[SAM]
    assert found.evidence is None


def test_other_rules_and_forgetting_make_all_of_it_owed(records: Records) -> None:
    one, two = opened("one"), opened("two", practice=True)
    begun(records, one, two).derived.keep([shown(one), shown(two)], RULES)
    assert records.derived.owed(None, RULES + 1) == ("one", "two")
    assert records.derived.past(SAM, RULES + 1).practice == ()
    records.derived.forget()
    assert records.derived.owed(None, RULES) == ("one", "two")
    (found,) = records.derived.assessments([SAM], RULES)[SAM]
    assert (found.first_sight, found.evidence) == (True, None)


def test_what_no_text_could_hold_stays_owed(records: Records) -> None:
    one = opened("one")
    odd = shown(one)
    moments = tuple(replace(each, skill=SkillId("a:1/1/1 b")) for each in odd.evidence.moments)
    begun(records, one).derived.keep([odd._replace(evidence=replace(odd.evidence, moments=moments))], RULES)
    assert records.derived.owed(SAM, RULES) == ("one",)


def test_a_past_holds_what_is_newest_and_how_often(records: Records) -> None:
    made = [opened(f"p{number}", "talk", practice=True, moves=number % 3) for number in range(9)]
    made += [opened("a1"), opened("a2"), opened("q", "other", practice=True)]
    begun(records, *made)
    ends = {f"p{number}": None if number in (3, 7) else "end" for number in range(9)}
    records.derived.keep([shown(each, ending=ends.get(each.id, "end")) for each in made], RULES)
    records.add_intention(FreshStart(rep=SAM, up_to=AttemptId("p2"), at=NOON))
    past = records.derived.past(SAM, RULES)
    assert [each.attempt for each in past.practice] == ["p7", "p8", "q"]
    assert [each.counts for each in past.practice] == [{EMPATHY: Counts(1, 2, 2)}] * 3
    assert past.order == ("p2", "p7", "p8", "a1", "a2", "q")
    assert past.firsts == {"a1"}
    two_minutes = NOON + timedelta(minutes=2)
    assert past.played == {
        ScenarioId("talk"): Played(7, two_minutes),
        ScenarioId("warm-up"): Played(2, two_minutes),
        ScenarioId("other"): Played(1, two_minutes),
    }
    assert records.derived.past(LEE, RULES).order == ()


def test_attempts_can_be_asked_for_by_purpose(records: Records) -> None:
    begun(records, opened("one"), opened("two", practice=True), opened("three", of="lee"))
    assert [each.id for each in records.attempts(SAM, Purpose.ASSESSMENT)] == ["one"]
    assert [each.id for each in records.attempts(purpose=Purpose.ASSESSMENT)] == ["one", "three"]
    assert [len(each.moves) for each in records.attempts(SAM, Purpose.PRACTICE)] == [2]


def test_erasing_takes_it_along_and_leaves_it_whole(records: Records) -> None:
    one = opened("one")
    begun(records, one).derived.keep([shown(one)], RULES)
    records.erase(SAM, RepId("r-gone"), NOON)
    assert SAM not in [each.rep for each in records.derived.team(RULES).lines]
    assert not line(records, RepId("r-gone")).owed
    assert records.derived.owed(None, RULES) == ()
    assert records.verify() == ()


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_records_from_before_owe_everything_and_know_first_sights(kind: str, new_place: NewPlace) -> None:
    place = new_place(kind)
    database = postgresql_database(place) if kind == "postgresql" else sqlite_database(Path(place))
    head = "INSERT INTO attempts (id, rep, scenario, content, purpose, seed, started, previous, link) VALUES"
    with database.writing.begin() as connection:
        migrate(connection, to="0004")
        connection.execute(text("INSERT INTO reps VALUES ('sam', '2026-03-02T12:00:00.000000Z')"))
        connection.execute(
            text("INSERT INTO documents VALUES (:digest, 'scenario', 'warm-up', 'x')"), {"digest": DOCUMENT.digest}
        )
        for name in ("one", "two"):
            values = f"('{name}', 'sam', 'warm-up', '{DOCUMENT.digest}', 'assessment', 1, :at, '{name}', '{name}')"
            connection.execute(text(f"{head} {values}"), {"at": "2026-03-02T12:00:00.000000Z"})
    database.writing.dispose()
    records = open_records(place)
    assert records.derived.owed(None, RULES) == ("one", "two")
    found = records.derived.assessments([SAM], RULES)[SAM]
    assert [(each.attempt, each.first_sight) for each in found] == [("one", True), ("two", False)]
    records.close()
    assert schema.VERSIONS[-1] >= "0005"
