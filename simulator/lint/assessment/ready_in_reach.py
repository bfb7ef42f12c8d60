"""SIM504: whoever does everything right can come out ready."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from simulator.analysis.moments import fewest
from simulator.assessment.mastery import FRESH, MOST_MOMENTS, masteries
from simulator.domain.evidence import AttemptEvidence, Moment, Shown
from simulator.domain.ids import AttemptId, Digest, SkillId
from simulator.domain.problem import Severity
from simulator.domain.rubric import Bar, Level
from simulator.domain.scenario import Purpose
from simulator.domain.verdict import Mastery, Standing
from simulator.lint.assessment.sample import assessment
from simulator.lint.rule import Example, Finding, Rule
from simulator.lint.subject import Proven, Shelf

_BAR_FILE: Final = "rubrics/readiness.yaml"
_SOME_DAY: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""Everything is taken on one day, so nothing ages."""


def _check(shelf: Shelf) -> Iterator[Finding]:
    if shelf.bar is None:
        return
    assessments = [proven for proven in shelf.scenarios if proven.scenario.purpose is Purpose.ASSESSMENT]
    evidence = [_all_well(proven, shelf.bar) for proven in assessments]
    found = masteries(evidence, shelf.bar, _SOME_DAY)
    # Whoever is writing the first of them need not be warned each time that more are to come.
    growing = Severity.NOTE if len(assessments) < shelf.bar.min_scenarios else None
    for index, (skill, mastery) in enumerate(found.items()):
        if mastery.standing is not Standing.MET:
            yield Finding(
                message=f"even with everything handled well, nobody can be ready in {skill}: {_given(mastery)}",
                hint=_lacking(mastery),
                path=("skills", index),
                file=_BAR_FILE,
                severity=growing,
            )


def _all_well(proven: Proven, bar: Bar) -> AttemptEvidence:
    """Make the evidence of a rep who handled everything well, but met only what every path gives."""
    moments = (_well(proven, skill, number) for skill in bar.skills for number in range(_fewest(proven, skill)))
    return AttemptEvidence(
        attempt=AttemptId(proven.scenario.id),
        scenario=proven.scenario.id,
        content=Digest(""),
        purpose=Purpose.ASSESSMENT,
        first_sight=True,
        started=_SOME_DAY,
        last=_SOME_DAY,
        ending=None,
        moments=tuple(moments),
        critical=(),
    )


def _fewest(proven: Proven, skill: SkillId) -> int:
    way = fewest(proven.space, skill) if skill in proven.scenario.skills else None
    return way.value if way else 0


def _well(proven: Proven, skill: SkillId, number: int) -> Moment:
    return Moment(
        attempt=AttemptId(proven.scenario.id),
        scenario=proven.scenario.id,
        content=Digest(""),
        purpose=Purpose.ASSESSMENT,
        first_sight=True,
        skill=skill,
        turn=str(number),
        at=_SOME_DAY,
        shown=Shown(indicator="", level=Level.EXEMPLARY, choice=""),
    )


def _given(mastery: Mastery) -> str:
    if not mastery.scenarios:
        return "no assessment calls for it on every path"
    assessments = _count(mastery.scenarios, "assessment")
    return f"{assessments} give{'s' if mastery.scenarios == 1 else ''} {_count(mastery.met, 'moment')} at the least"


def _lacking(mastery: Mastery) -> str:
    more = mastery.more_moments
    if more >= MOST_MOMENTS:
        return f"{MOST_MOMENTS} more moments may not do: is the bar in {_BAR_FILE} meant to be this high?"
    assessments = -(-more // FRESH)
    missing = f"{_count(more, 'moment')} for it {'is' if more == 1 else 'are'} missing"
    return f"{missing}: write {_count(assessments, 'more assessment')}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _example(bar: str) -> Example:
    shown = assessment(3)
    return Example(files={**shown.files, _BAR_FILE: bar})


READY_IN_REACH: Final = Rule[Shelf](
    code="SIM504",
    law="A rep who handles everything well in all assessments comes out ready.",
    why=(
        "Otherwise nobody ever can, however good, and the reports say NOT ENOUGH EVIDENCE for ever. It is reckoned "
        "with the fewest moments that any path gives, since nobody can choose what a customer brings up."
    ),
    failing=_example("skills: [empathy]\nmin_scenarios: 3\n"),
    passing=_example("skills: [empathy]\ncut: 50\n"),
    check=_check,
)
