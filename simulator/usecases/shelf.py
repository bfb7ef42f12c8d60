"""The conversations of the library as one rep may take them."""

from dataclasses import dataclass
from enum import StrEnum

from simulator.authoring.library import Summary
from simulator.domain.evidence import AttemptEvidence
from simulator.domain.ids import AttemptId, ScenarioId
from simulator.domain.scenario import Difficulty, Outcome, Purpose
from simulator.reports.wording import listed
from simulator.usecases.debrief import skill_title
from simulator.usecases.desk import Desk
from simulator.usecases.evidence import Gathered
from simulator.usecases.refusal import Refused


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


_ORDER = {Difficulty.FOUNDATION: 0, Difficulty.CORE: 1, Difficulty.STRETCH: 2}


def scenario_rows(desk: Desk, gathered: Gathered) -> tuple[ScenarioRow, ...]:
    """List every scenario with how far the rep is, in the order of the pathway."""
    summaries = sorted(desk.library.summaries(), key=scenario_order)
    return tuple(_scenario_row(desk, summary, gathered) for summary in summaries)


def scenario_order(summary: Summary) -> tuple[bool, int, int, str]:
    """Practice before assessment, easy before hard, short before long."""
    return (summary.purpose is Purpose.ASSESSMENT, _ORDER[summary.level], summary.minutes, summary.id)


def scenario_title(desk: Desk, scenario: ScenarioId) -> str:
    """Return a scenario's title as the library has it now, or its id where it has gone."""
    return next((summary.title for summary in desk.library.summaries() if summary.id == scenario), scenario)


def named(desk: Desk, typed: str) -> ScenarioId:
    """Return the scenario that is meant: by its id, or by a title that just one has: reports name no more."""
    if typed in desk.library.ids:
        return ScenarioId(typed)
    title = _in_brief(typed)
    found = [summary.id for summary in desk.library.summaries() if _in_brief(summary.title) == title]
    if len(found) > 1:
        raise Refused(f'Several conversations are called "{typed[:80]}": {listed(found)}; type one of these.')
    return found[0] if found else ScenarioId(typed)


def _in_brief(title: str) -> str:
    return " ".join(title.casefold().split())


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
        times=gathered.played[summary.id].finished if finished else 0,
        outcome=_outcome(desk, finished),
        attempt=still_open.attempt if still_open else None,
    )


def _outcome(desk: Desk, finished: list[AttemptEvidence]) -> Outcome | None:
    if not finished:
        return None
    from simulator.usecases.content import content_of

    latest = finished[-1]
    return content_of(desk, latest.content, latest.scenario).endings[latest.ending or ""].outcome
