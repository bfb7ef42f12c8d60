"""The pathway to mastery: each skill's estimate over time, and every piece of evidence behind it."""

from dataclasses import dataclass
from datetime import datetime

from simulator.assessment.verdict import decide
from simulator.conversation.machine import conversation_of
from simulator.conversation.replay import replay
from simulator.domain.attempt import Attempt, Rep
from simulator.domain.evidence import AttemptEvidence, Moment
from simulator.domain.ids import AttemptId, SkillId
from simulator.domain.rubric import Level
from simulator.domain.scenario import Outcome, Purpose
from simulator.reports.critical import chances_view
from simulator.reports.views import Quote
from simulator.usecases.afresh import Prospect, prospect_of
from simulator.usecases.content import content_of
from simulator.usecases.critical import exposure
from simulator.usecases.debrief import LEVEL_WORDS
from simulator.usecases.desk import Desk
from simulator.usecases.home import Home, SkillRow, home
from simulator.usecases.readiness import Readiness, readiness
from simulator.usecases.shelf import scenario_title
from simulator.usecases.showing import fill
from simulator.usecases.talk import Talk


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceLine:
    """One moment that counts, down to the line said."""

    at: datetime
    scenario: str
    """The scenario's title."""
    customer: str
    """What the customer said."""
    said: str
    """What the rep answered; empty while the moment is open."""
    indicator: str
    word: str
    """The level in a word, or "open"."""
    level: Level | None
    """None while the moment is open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """What was known of a skill at one time; shares handled well, 0 to 1."""

    estimate: float
    low: float
    """The 5 % quantile."""
    high: float
    """The 95 % quantile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillProgress:
    """One skill on the way to the bar."""

    row: SkillRow
    course: tuple[Point, ...]
    """The estimate after each assessment that counts, oldest first."""
    evidence: tuple[EvidenceLine, ...]
    """Newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptRow:
    """One attempt in a list."""

    id: AttemptId
    scenario: str
    purpose: Purpose
    started: datetime
    choices: int
    outcome: Outcome | None
    """None while unfinished or unreadable."""
    readable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressView:
    """Everything about where a rep stands."""

    home: Home
    ahead: Prospect
    """What a fresh start would do, and whether it is possible."""
    chances: str
    """How often a critical error could be made, and was; empty while none could."""
    skills: tuple[SkillProgress, ...]
    attempts: tuple[AttemptRow, ...]
    """Newest first."""


def progress(desk: Desk, rep: Rep) -> ProgressView:
    """Gather the rep's way so far."""
    found = readiness(desk, rep)
    start = home(desk, rep)
    quotes = quotes_of(desk, found)
    chances = chances_view(exposure(desk, found))
    return ProgressView(
        home=start,
        ahead=prospect_of(desk, found),
        chances=chances.sentence if chances.chances else "",
        skills=tuple(_skill(desk, found, row, quotes) for row in start.skills),
        attempts=tuple(_attempt_row(desk, attempt, found) for attempt in reversed(found.gathered.attempts)),
    )


def quotes_of(desk: Desk, found: Readiness) -> dict[tuple[AttemptId, str], Quote]:
    """Return what was said at each turn of the attempts that count, by attempt and turn (its first visit)."""
    counting = {evidence.attempt for evidence in found.verdict.evidence}
    quotes: dict[tuple[AttemptId, str], Quote] = {}
    for attempt in found.gathered.attempts:
        if attempt.id in counting:
            quotes |= quotes_in(desk, found.rep, attempt)
    return quotes


def quotes_in(desk: Desk, rep: Rep, attempt: Attempt) -> dict[tuple[AttemptId, str], Quote]:
    """Return what was said at each turn of one attempt; `rep` is who is spoken to."""
    conversation = conversation_of(content_of(desk, attempt.content, attempt.scenario))
    trail = replay(conversation, attempt.moves)
    talk = Talk(rep=rep, attempt=attempt, conversation=conversation, trail=trail, key="")
    way = trail.position.way()
    quotes: dict[tuple[AttemptId, str], Quote] = {}
    for here, after in zip(way, (*way[1:], None), strict=True):
        turn = conversation.turn(here)
        if turn is None:
            continue
        said = fill(talk, turn.choice(after.choice).say) if after and after.choice else ""
        quote = Quote(customer=fill(talk, conversation.words(here).customer), said=said)
        quotes.setdefault((attempt.id, here.state.place), quote)
    return quotes


def _skill(desk: Desk, found: Readiness, row: SkillRow, quotes: dict[tuple[AttemptId, str], Quote]) -> SkillProgress:
    moments = found.verdict.skills[row.skill].moments
    return SkillProgress(
        row=row,
        course=_course(desk, found, row.skill),
        evidence=tuple(_line(desk, moment, quotes) for moment in reversed(moments)),
    )


def _course(desk: Desk, found: Readiness, skill: SkillId) -> tuple[Point, ...]:
    """Judge the evidence again after each assessment that counts."""
    counting: tuple[AttemptEvidence, ...] = found.verdict.evidence
    verdicts = (decide(counting[:end], desk.library.bar(), found.verdict.at) for end in range(1, len(counting) + 1))
    seen = (verdict.skills[skill] for verdict in verdicts)
    return tuple(Point(estimate=each.estimate, low=each.low, high=each.high) for each in seen)


def _line(desk: Desk, moment: Moment, quotes: dict[tuple[AttemptId, str], Quote]) -> EvidenceLine:
    quote = quotes.get((moment.attempt, moment.turn), Quote(customer="", said=""))
    shown = moment.shown
    return EvidenceLine(
        at=moment.at,
        scenario=scenario_title(desk, moment.scenario),
        customer=quote.customer,
        said=quote.said,
        indicator=indicator_title(desk, moment.skill, shown.indicator) if shown else "",
        word=LEVEL_WORDS[shown.level] if shown else "open",
        level=shown.level if shown else None,
    )


def indicator_title(desk: Desk, skill: SkillId, indicator: str) -> str:
    """Return what people call an indicator."""
    rubric = desk.library.rubrics().get(skill)
    known = rubric.indicators.get(indicator) if rubric else None
    return known.title if known else indicator


def attempt_rows(desk: Desk, rep: Rep) -> tuple[AttemptRow, ...]:
    """List a rep's attempts, newest first."""
    found = readiness(desk, rep)
    return tuple(_attempt_row(desk, attempt, found) for attempt in reversed(found.gathered.attempts))


def _attempt_row(desk: Desk, attempt: Attempt, found: Readiness) -> AttemptRow:
    evidence = next((shown for shown in found.gathered.evidence if shown.attempt == attempt.id), None)
    ending = evidence.ending if evidence else None
    scenario = content_of(desk, attempt.content, attempt.scenario) if ending else None
    return AttemptRow(
        id=attempt.id,
        scenario=scenario_title(desk, attempt.scenario),
        purpose=attempt.purpose,
        started=attempt.started,
        choices=sum(type(recorded.move).__name__ == "Chose" for recorded in attempt.moves),
        outcome=scenario.endings[ending].outcome if scenario and ending else None,
        readable=evidence is not None,
    )
