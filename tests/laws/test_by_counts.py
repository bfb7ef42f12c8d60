"""A verdict from a line of counts is the verdict, whatever was set aside, left, old, or of the same instant."""

from dataclasses import replace
from datetime import timedelta

from assessment.notation import BAR, day, told
from hypothesis import example, given, settings
from hypothesis import strategies as st

from simulator.assessment.verdict import decide
from simulator.domain.evidence import AttemptEvidence
from simulator.domain.verdict import Blocked, Expired, Ready, VerdictKind, kind_of
from simulator.records.derived import BETWEEN, conversation
from simulator.usecases.by_counts import ByCounts
from simulator.usecases.readiness import is_under_way

LENIENT = replace(BAR, sure=70, gap=20, min_scenarios=2, min_moments=3, evidence_days=30, clean_after_critical=2)

Line = tuple[str, bool]
"""An attempt in the notation, without its scenario, and whether a fresh start has set it aside."""


@st.composite
def lines(draw: st.DrawFn) -> Line:
    marks = st.sampled_from(("+++", "++", "++-", "?", "+", "--", ""))
    flags = draw(st.sampled_from(("", "", "", "", "left", "replay", "critical")))
    skills = ("communication", "empathy", "listening")
    shown = [f"{skill} {mark}" for skill in skills if (mark := draw(marks))]
    return f"day {draw(st.sampled_from((1, 2, 20, 20, 40, 44)))} {flags}: {' '.join(shown)}", draw(
        st.integers(0, 7)
    ) == 0


GOOD = "communication +++ empathy +++"


def of(line: tuple[int, Line]) -> tuple[AttemptEvidence, bool]:
    number, (text, aside) = line
    return told(f"call-{number} {text}"), aside


@settings(max_examples=300)
@given(st.lists(lines(), max_size=6), st.sampled_from((44, 44.5, 50, 50.01, 70, 75)))
@example([(f"day 2: {GOOD}", False), (f"day 40: {GOOD}", False), ("day 41:", False)], 45)
@example([(f"day 2: {GOOD}", False), (f"day 2: {GOOD}", False), ("day 20: empathy --", False)], 45)
@example([(f"day 2: {GOOD}", False), (f"day 20: {GOOD}", False), (f"day 21: {GOOD}", False)], 45)
@example([(f"day 2: {GOOD}", False), (f"day 2: {GOOD}", False), (f"day 44: {GOOD}", False)], 50)
@example([(f"day 2: {GOOD}", True), (f"day 20: {GOOD}", False), (f"day 21: {GOOD}", True)], 45)
@example([(f"day 1: {GOOD}", False), (f"day 2: {GOOD}", False), ("day 44: empathy --", False)], 50)
@example(
    [(f"day 1: {GOOD}", False), ("day 2: empathy ----", False), (f"day 40: {GOOD}", False), (f"day 41: {GOOD}", False)],
    45,
)
@example([("day 1: " + GOOD, False), ("day 2: " + GOOD, False), ("day 40:", False)], 45)
@example([("day 2: communication --- empathy +++", False), (f"day 2: {GOOD}", False), (f"day 2: {GOOD}", False)], 45)
@example([(f"day 1: {GOOD}", False), (f"day 2: {GOOD}", False), ("day 40: listening +++", False)], 45)
def test_a_line_of_counts_says_what_the_verdict_says(record: list[Line], now: float) -> None:
    attempts, at = [of(each) for each in enumerate(record)], day(now)
    gone = [each.attempt for each, aside in attempts if aside]
    judged = [each for each, _ in attempts if not is_under_way(each, at)]
    verdict = decide(judged, LENIENT, at, set_aside=gone)
    line = BETWEEN.join(conversation(each, aside=aside) for each, aside in attempts)
    brief, begun = ByCounts(LENIENT, at).one(line)
    assert brief.kind is kind_of(verdict)
    assert [(each.standing, each.close) for each in brief.skills] == [
        (each.standing, each.chance >= 0.5) for each in verdict.skills.values()
    ]
    until = verdict.until if isinstance(verdict, Ready) else verdict.since if isinstance(verdict, Expired) else None
    assert brief.until == until
    assert brief.newest == max((each.last for each in verdict.evidence), default=None)
    assert begun == any(each.first_sight and each.moments for each in judged)
    if isinstance(verdict, Blocked):
        assert (brief.reviewed, brief.clean_needed) == (verdict.reviewed, verdict.clean_needed)


def test_what_is_ready_lapses_with_its_oldest_evidence() -> None:
    attempts = [of((number, (f"day {at}: {GOOD}", False))) for number, at in enumerate((1, 30, 31))]
    brief, _ = ByCounts(LENIENT, day(40)).one(BETWEEN.join(conversation(each, aside=False) for each, _ in attempts))
    assert (brief.kind, brief.until) == (VerdictKind.READY, day(30) + timedelta(days=LENIENT.evidence_days))
