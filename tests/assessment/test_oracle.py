"""The same records through an independent prototype of the rule and through ours."""

import json
import os
import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from assessment.make_oracle_table import TABLE, Answer, Record, Rule, Sitting, answer_of, load_oracle, random_record

from simulator.assessment.verdict import decide
from simulator.domain.attempt import Review
from simulator.domain.evidence import AttemptEvidence, CriticalError, Moment, Shown
from simulator.domain.ids import AttemptId, Digest, ScenarioId, SkillId
from simulator.domain.rubric import Bar, Level, Prior
from simulator.domain.scenario import Purpose
from simulator.domain.verdict import Standing, Verdict, VerdictKind, kind_of

AT = datetime(2026, 6, 1, 12, tzinfo=UTC)

# The prototype knows neither EXPIRED nor a skill without any evidence.
OUTCOMES = {
    VerdictKind.READY: "READY",
    VerdictKind.NOT_YET: "NOT YET",
    VerdictKind.NOT_ENOUGH: "NOT ENOUGH EVIDENCE",
    VerdictKind.EXPIRED: "NOT ENOUGH EVIDENCE",
    VerdictKind.BLOCKED: "BLOCKED",
}
STANDINGS = {
    Standing.MET: "met",
    Standing.GAP: "gap",
    Standing.UNCERTAIN: "more evidence",
    Standing.UNSEEN: "more evidence",
}


def bar_of(rule: Rule) -> Bar:
    good, missed = rule["prior"]
    return Bar(
        format=1,
        title="",
        summary="",
        skills=(SkillId("communication"), SkillId("empathy"), SkillId("listening")),
        cut=rule["cut"],
        sure=rule["sure"],
        gap=rule["gap"],
        prior=Prior(good=good, missed=missed),
        correlation=rule["rho"],
        min_scenarios=rule["min_scenarios"],
        min_moments=rule["min_moments"],
        evidence_days=rule["days"],
        clean_after_critical=rule["clean"],
    )


def attempt_of(number: int, sitting: Sitting) -> AttemptEvidence:
    attempt, scenario = AttemptId(f"a{number}"), ScenarioId(sitting["scenario"])
    at, purpose = AT - timedelta(days=sitting["age"]), Purpose.ASSESSMENT
    error = CriticalError(attempt=attempt, scenario=scenario, purpose=purpose, error="any", turn="t", choice="c", at=at)
    moments = tuple(
        Moment(
            attempt=attempt,
            scenario=scenario,
            content=Digest("0" * 64),
            purpose=purpose,
            first_sight=sitting["first_sight"],
            skill=SkillId(skill),
            turn=f"{skill}-{place}",
            at=at,
            shown=Shown(indicator="any", level=Level.EFFECTIVE if mark == "+" else Level.MISSED, choice="c"),
        )
        for skill, marks in sitting["marks"].items()
        for place, mark in enumerate(marks)
    )
    return AttemptEvidence(
        attempt=attempt,
        scenario=scenario,
        content=Digest("0" * 64),
        purpose=purpose,
        first_sight=sitting["first_sight"],
        started=at,
        last=at,
        ending="end",
        moments=moments,
        critical=(error,) if sitting["critical"] else (),
    )


def ours(record: Record) -> Verdict:
    """Give the record to our rule; the prototype knows no reviews, so each error is reviewed at once."""
    attempts = [attempt_of(number, sitting) for number, sitting in enumerate(record["sittings"])]
    reviews = [
        Review(attempt=each.attempt, reviewer="kim", reason="seen", at=each.last) for each in attempts if each.critical
    ]
    return decide(attempts, bar_of(record["rule"]), AT, reviews=reviews)


def check(record: Record, answer: Answer) -> None:
    verdict = ours(record)
    assert OUTCOMES[kind_of(verdict)] == answer["outcome"]
    for skill, theirs in answer["skills"].items():
        mastery = verdict.skills[SkillId(skill)]
        assert STANDINGS[mastery.standing] == theirs["standing"]
        assert (mastery.handled, mastery.met, mastery.scenarios) == (
            theirs["handled"],
            theirs["met"],
            theirs["scenarios"],
        )
        assert mastery.chance == pytest.approx(theirs["chance"], abs=1e-9)
        assert mastery.estimate == pytest.approx(theirs["estimate"], abs=1e-9)
        assert mastery.low == pytest.approx(theirs["low"], abs=1e-9)


def test_two_hundred_kept_records_get_the_prototypes_numbers_and_verdicts() -> None:
    rows = json.loads(TABLE.read_text(encoding="utf-8"))
    assert len(rows) == 200
    assert {row["answer"]["outcome"] for row in rows} == set(OUTCOMES.values())
    for row in rows:
        check(row["record"], row["answer"])


def test_fresh_random_records_get_the_prototypes_numbers_and_verdicts(full: bool) -> None:  # noqa: FBT001 - a fixture
    beside = Path(__file__).parents[3] / "shared" / "reference"
    path = Path(os.environ.get("SIMULATOR_ORACLE") or beside) / "readiness.py"
    if not path.exists():
        pytest.skip("the prototype is not here: name its folder in SIMULATOR_ORACLE")
    oracle, source = load_oracle(path), random.Random()
    for _ in range(5_000 if full else 250):
        record = random_record(source)
        check(record, answer_of(oracle, record))
