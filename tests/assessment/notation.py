"""A short notation for what a rep showed, so that a test's input stands in its own lines.

`acme day 3: empathy ++- communication ?` is a first-sight assessment of the scenario "acme" on day 3. One mark
is one moment: `*` exemplary, `+` effective, `-` missed, `x` harmful, `?` met and not answered. Words after the
day change what it is: `practice`, `replay` (not first sight), `left` (no ending), `critical` (an error in it).
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from simulator.domain.attempt import Review
from simulator.domain.evidence import AttemptEvidence, CriticalError, Moment, Shown
from simulator.domain.ids import AttemptId, Digest, ScenarioId, SkillId
from simulator.domain.rubric import Bar, CriticalErrorKind, Level, Prior
from simulator.domain.scenario import Purpose

COMMUNICATION, EMPATHY = SkillId("communication"), SkillId("empathy")
TITLES: Mapping[SkillId, str] = {COMMUNICATION: "Communication", EMPATHY: "Empathy"}

BAR = Bar(
    format=1,
    title="Ready for live customers",
    summary="",
    skills=(COMMUNICATION, EMPATHY),
    cut=75,
    sure=90,
    gap=5,
    prior=Prior(good=3.0, missed=1.5),
    correlation=0.1,
    min_scenarios=3,
    min_moments=8,
    evidence_days=90,
    clean_after_critical=3,
    critical_errors={"overpromise": CriticalErrorKind(title="Overpromise", about="")},
)
"""The bar of the design: 90 % sure of 75 %, in 3 scenarios and 8 moments, within 90 days."""

ONE_SKILL = replace(BAR, skills=(EMPATHY,))
"""The same for empathy alone."""

_LEVELS = {"x": Level.HARMFUL, "-": Level.MISSED, "+": Level.EFFECTIVE, "*": Level.EXEMPLARY}


def day(number: float) -> datetime:
    """Return the instant that many days after the first day of the records."""
    return datetime(2026, 1, 1, 9, tzinfo=UTC) + timedelta(days=number)


def told(line: str) -> AttemptEvidence:
    """Read one attempt in the notation; its id is what stands before the colon, joined by hyphens."""
    head, _, shown = line.partition(":")
    scenario, _, number, *flags = head.split()
    attempt, at = AttemptId("-".join(head.split())), day(float(number))
    purpose = Purpose.PRACTICE if "practice" in flags else Purpose.ASSESSMENT
    error = CriticalError(
        attempt=attempt,
        scenario=ScenarioId(scenario),
        purpose=purpose,
        error="overpromise",
        turn="price",
        choice="promise-it",
        at=at,
    )
    bare = AttemptEvidence(
        attempt=attempt,
        scenario=ScenarioId(scenario),
        content=Digest("0" * 64),
        purpose=purpose,
        first_sight="replay" not in flags,
        started=at,
        last=at,
        ending=None if "left" in flags else "goodbye",
        moments=(),
        critical=(error,) if "critical" in flags else (),
    )
    words = shown.split()
    return with_marks(bare, dict(zip(words[::2], words[1::2], strict=True)))


def with_marks(bare: AttemptEvidence, marks: Mapping[str, str]) -> AttemptEvidence:
    """Give an attempt the moments that the marks stand for, skill by skill."""
    return replace(bare, moments=tuple(_moments(bare, marks)))


def record(text: str) -> tuple[AttemptEvidence, ...]:
    """Read a record: one attempt a line."""
    return tuple(told(line) for line in text.strip().splitlines())


def reviewed(attempt: str, number: float) -> Review:
    """Make a trainer's review of an attempt, on that day."""
    return Review(attempt=AttemptId(attempt), reviewer="kim", reason="Talked it through.", at=day(number))


def _moments(bare: AttemptEvidence, marks: Mapping[str, str]) -> Iterator[Moment]:
    for skill, line in marks.items():
        for place, mark in enumerate(line):
            level = _LEVELS.get(mark)
            yield Moment(
                attempt=bare.attempt,
                scenario=bare.scenario,
                content=bare.content,
                purpose=bare.purpose,
                first_sight=bare.first_sight,
                skill=SkillId(skill),
                turn=f"{skill}-{place}",
                at=bare.last,
                shown=None if level is None else Shown(indicator="any", level=level, choice="said"),
            )
