"""Where a rep stands, and what to do next and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from simulator.assessment.words import label_of, sentence_of, standing_sentence
from simulator.authoring.library import Summary
from simulator.domain.attempt import Attempt, Rep
from simulator.domain.evidence import AttemptEvidence, Moment
from simulator.domain.ids import AttemptId, ScenarioId, SkillId
from simulator.domain.scenario import Difficulty, Outcome, Purpose
from simulator.domain.verdict import Mastery, NextStep, Standing, Verdict
from simulator.reports.wording import standing_word
from simulator.usecases.debrief import skill_title
from simulator.usecases.desk import Desk
from simulator.usecases.evidence import Gathered
from simulator.usecases.readiness import Readiness, readiness


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillRow:
    """Where one skill stands against the bar."""

    skill: SkillId
    title: str
    standing: Standing
    word: str
    """The standing in a word or two."""
    sentence: str
    estimate: float | None
    """The estimated share handled well, 0 to 1; None where nothing was seen."""
    low: float
    high: float
    cut: float
    newest: str
    """The newest evidence in words; empty where there is none."""


class Progress(StrEnum):
    """How far a rep is with one scenario."""

    FRESH = "new"
    OPEN = "in progress"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioRow:
    """One scenario as this rep may take it."""

    id: ScenarioId
    title: str
    summary: str
    customer: str
    role: str
    company: str
    purpose: Purpose
    """What opening it now would be."""
    level: Difficulty
    minutes: int
    teaches: str
    """What there is to learn in it; empty for an assessment."""
    skills: tuple[str, ...]
    progress: Progress
    times: int
    """Attempts that reached an ending."""
    outcome: Outcome | None
    """How the latest finished attempt came out."""
    attempt: AttemptId | None
    """The open attempt, if there is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """The next best conversation, and why it."""

    scenario: ScenarioRow
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """All that the first screen says."""

    rep: Rep
    verdict: Verdict
    label: str
    sentence: str
    skills: tuple[SkillRow, ...]
    suggestion: Suggestion | None
    scenarios: tuple[ScenarioRow, ...]
    broken: tuple[str, ...]
    """Scenarios that cannot be opened because of mistakes in their files."""


_ORDER = {Difficulty.FOUNDATION: 0, Difficulty.CORE: 1, Difficulty.STRETCH: 2}


def home(desk: Desk, rep: Rep) -> Home:
    """Gather where the rep stands and what to do next."""
    found = readiness(desk, rep)
    bar = desk.library.bar()
    titles = {skill: skill_title(desk, skill) for skill in bar.skills}
    rows = scenario_rows(desk, found.gathered)
    return Home(
        rep=rep,
        verdict=found.verdict,
        label=label_of(found.verdict),
        sentence=sentence_of(found.verdict, bar, titles),
        skills=tuple(_skill_row(desk, mastery) for mastery in found.verdict.skills.values()),
        suggestion=_suggest(desk, found, rows),
        scenarios=rows,
        broken=tuple(broken.id for broken in desk.library.broken()),
    )


def scenario_rows(desk: Desk, gathered: Gathered) -> tuple[ScenarioRow, ...]:
    """List every scenario with how far the rep is, in the order of the pathway."""
    summaries = sorted(desk.library.summaries(), key=scenario_order)
    return tuple(_scenario_row(desk, summary, gathered) for summary in summaries)


def scenario_order(summary: Summary) -> tuple[bool, int, int, str]:
    """Practice before assessment, easy before hard, short before long."""
    return (summary.purpose is Purpose.ASSESSMENT, _ORDER[summary.level], summary.minutes, summary.id)


def _skill_row(desk: Desk, mastery: Mastery) -> SkillRow:
    bar = desk.library.bar()
    return SkillRow(
        skill=mastery.skill,
        title=skill_title(desk, mastery.skill),
        standing=mastery.standing,
        word="not seen yet" if mastery.standing is Standing.UNSEEN else standing_word(mastery).lower(),
        sentence=standing_sentence(mastery, bar),
        estimate=mastery.estimate if mastery.met else None,
        low=mastery.low,
        high=mastery.high,
        cut=bar.cut / 100,
        newest=_newest(desk, mastery.moments),
    )


def _newest(desk: Desk, moments: tuple[Moment, ...]) -> str:
    if not moments:
        return ""
    moment = moments[-1]
    how = "handled well" if moment.handled_well else "met, not answered yet" if moment.shown is None else "missed"
    return f"{how} in {scenario_title(desk, moment.scenario)}"


def scenario_title(desk: Desk, scenario: ScenarioId) -> str:
    """Return a scenario's title as the library has it now, or its id where it has gone."""
    return next((summary.title for summary in desk.library.summaries() if summary.id == scenario), scenario)


def _scenario_row(desk: Desk, summary: Summary, gathered: Gathered) -> ScenarioRow:
    mine = [evidence for evidence in gathered.evidence if evidence.scenario == summary.id]
    finished = [evidence for evidence in mine if evidence.ending is not None]
    unfinished = [evidence for evidence in mine if evidence.ending is None]
    fresh_assessment = summary.purpose is Purpose.ASSESSMENT and not mine
    still_open = unfinished[-1] if unfinished else None
    purpose = still_open.purpose if still_open else Purpose.ASSESSMENT if fresh_assessment else Purpose.PRACTICE
    return ScenarioRow(
        id=summary.id,
        title=summary.title,
        summary=summary.summary,
        customer=summary.customer.name,
        role=summary.customer.role,
        company=summary.customer.company,
        purpose=purpose,
        level=summary.level,
        minutes=summary.minutes,
        teaches=summary.teaches,
        skills=tuple(skill_title(desk, skill) for skill in summary.skills),
        progress=Progress.OPEN if still_open else Progress.DONE if finished else Progress.FRESH,
        times=len(finished),
        outcome=_outcome(desk, finished, gathered.attempts),
        attempt=still_open.attempt if still_open else None,
    )


def _outcome(desk: Desk, finished: list[AttemptEvidence], attempts: tuple[Attempt, ...]) -> Outcome | None:
    if not finished:
        return None
    from simulator.usecases.content import content_of

    latest = finished[-1]
    content = next(attempt.content for attempt in attempts if attempt.id == latest.attempt)
    return content_of(desk, content, latest.scenario).endings[latest.ending or ""].outcome


def _suggest(desk: Desk, found: Readiness, rows: tuple[ScenarioRow, ...]) -> Suggestion | None:
    return next(_suggestions(desk, found, rows), None)


def _suggestions(desk: Desk, found: Readiness, rows: tuple[ScenarioRow, ...]) -> Iterator[Suggestion]:
    """Yield reasonable next conversations, the best first."""
    yield from (
        Suggestion(scenario=row, reason=f"You stopped in the middle: {first(row.customer)} is still waiting.")
        for row in rows
        if row.progress is Progress.OPEN
    )
    practice = [row for row in rows if row.purpose is Purpose.PRACTICE]
    # Whoever has talked with somebody already knows the keys.
    begun = bool(found.gathered.attempts)
    yield from (
        Suggestion(scenario=row, reason=_practice_reason(row))
        for row in practice
        if row.progress is Progress.FRESH and not (begun and row.level is Difficulty.FOUNDATION)
    )
    if found.verdict.next is not None:
        yield from _assessments(desk, found.verdict, found.verdict.next, rows)
    yield from (
        Suggestion(scenario=row, reason="No fresh assessment is left; keep the skill warm here.")
        for row in sorted(practice, key=lambda row: row.times)
    )


def _assessments(desk: Desk, verdict: Verdict, ahead: NextStep, rows: tuple[ScenarioRow, ...]) -> Iterator[Suggestion]:
    mastery = verdict.skills[ahead.skill]
    title = skill_title(desk, ahead.skill)
    stands = f"{mastery.handled} of {mastery.met} handled well so far" if mastery.met else "nothing seen yet"
    more = f"{mastery.more_moments} more moment{'' if mastery.more_moments == 1 else 's'}"
    needs = f", at least {more} needed" if mastery.more_moments else ""
    for row in rows:
        if row.id == ahead.scenario:
            gives = f"{first(row.customer)} gives you {_moments(ahead.moments)}, and would tell most."
            yield Suggestion(scenario=row, reason=f"{title} is least certain: {stands}{needs}. {gives}")


def _moments(number: int) -> str:
    return "1 moment" if number == 1 else f"{number} moments"


def _practice_reason(row: ScenarioRow) -> str:
    lead = row.teaches.strip() or "You have not met this customer."
    return f"{lead} Practice is private: try things out."


def first(name: str) -> str:
    """Return a person's first name."""
    return name.split(maxsplit=1)[0] if name.split() else name
