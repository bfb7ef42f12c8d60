"""The report on a team: who is ready, who needs something, what to coach; in words rather than rankings."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from simulator.assessment.course import Past
from simulator.assessment.words import SOON, between, label_of, percent
from simulator.domain.attempt import Rep
from simulator.domain.decision import Decision
from simulator.domain.ids import SkillId
from simulator.domain.namesakes import by_name, told_apart
from simulator.domain.rubric import Bar, Rubric
from simulator.domain.verdict import Blocked, Mastery, Ready, Standing, Verdict, VerdictKind, kind_of
from simulator.reports.coaching import coach_intro
from simulator.reports.decisions import decided_sentence, decision_view
from simulator.reports.journeys import Ends, journey, journeys_intro
from simulator.reports.limits import cautions, standard, trust
from simulator.reports.skills import share_of
from simulator.reports.spread import spreads
from simulator.reports.team_views import CoachPoint, TeamCell, TeamLine, TeamView
from simulator.reports.trend import Week, trend_intro, trend_moments, trend_rows, trends
from simulator.reports.views import Fact
from simulator.reports.wording import counted, listed, standing_word, tone_of, when

_COUNTED_AS: Final = {
    VerdictKind.READY: "ready",
    VerdictKind.BLOCKED: "blocked by a critical error",
    VerdictKind.EXPIRED: "expired",
    VerdictKind.NOT_YET: "not yet ready",
    VerdictKind.NOT_ENOUGH: "without enough evidence",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamRow:
    """What is known of one rep of the team."""

    rep: Rep
    verdict: Verdict
    last_active: datetime | None
    """When they last worked on an assessment, in UTC; None where they never have. Practice is private."""
    decision: Decision | None = None
    """The person's decision that stands beside the verdict."""
    past: tuple[Past, ...] = ()
    """Where their skills stood at each of the trend's earlier moments; none leaves them out of it."""
    ends: Ends | None = None
    """Their first and latest assessment; None where none has given evidence."""


def team_view(  # a report stands on all of these
    rows: Sequence[TeamRow],
    bar: Bar,
    rubrics: Mapping[SkillId, Rubric],
    at: datetime,
    program: str,
    coach: tuple[CoachPoint, ...] = (),
    *,
    guarded: bool = False,
) -> TeamView:
    """Decide everything that the report on a team says, reps by name: it is no ranking.

    `guarded` says that a server keeps reps from changing what is recorded.
    """
    called = told_apart(row.rep for row in rows)
    ordered = [
        replace(row, rep=replace(row.rep, name=called[row.rep.id]))
        for row in sorted(rows, key=lambda row: by_name(row.rep))
    ]
    titles = {skill: rubrics[skill].title if skill in rubrics else skill for skill in bar.skills}
    lines = tuple(_line(row, titles, at) for row in ordered)
    journeys = tuple(line.journey for line in lines if line.journey)
    course = trends(_weeks(ordered, at), bar, tuple(titles.values()))
    return TeamView(
        title="Team readiness",
        summary=_summary(ordered),
        at=when(at),
        skills=tuple(titles.values()),
        lines=lines,
        attention=_attention(ordered, at),
        spreads=spreads(tuple(titles.values()), lines),
        coach_intro=coach_intro(coach),
        coach=coach,
        trend_intro=trend_intro(course),
        trends=course,
        trend_rows=trend_rows(course),
        journey_intro=journeys_intro(journeys),
        journeys=journeys,
        decided=tuple(
            Fact(term=row.rep.name, text=decided_sentence(row.decision, kind_of(row.verdict)))
            for row in ordered
            if row.decision
        ),
        words=_words(bar),
        trust=trust(guarded=guarded),
        cautions=cautions(guarded=guarded, unseen_words="each rep"),
        standard=standard(bar),
        program=program,
    )


def _summary(rows: Sequence[TeamRow]) -> str:
    if not rows:
        return "Nobody is on the team yet."
    kinds = [kind_of(row.verdict) for row in rows if _started(row)]
    counts = [f"{kinds.count(kind)} {words}" for kind, words in _COUNTED_AS.items() if kind in kinds]
    waiting = len(rows) - len(kinds)
    return f"{counted(len(rows), 'rep')}: {listed([*counts, *([f'{waiting} not started'] if waiting else [])])}."


def _started(row: TeamRow) -> bool:
    return row.last_active is not None or bool(row.verdict.evidence) or isinstance(row.verdict, Blocked)


def _lapses_soon(verdict: Verdict, at: datetime) -> bool:
    return isinstance(verdict, Ready) and verdict.until <= at + SOON


def _line(row: TeamRow, titles: Mapping[SkillId, str], at: datetime) -> TeamLine:
    verdict = row.verdict
    return TeamLine(
        name=row.rep.name,
        rep=row.rep.typed,
        kind=kind_of(verdict),
        verdict=label_of(verdict),
        note=_note(row, at),
        cells=tuple(_cell(title, verdict.skills[skill]) for skill, title in titles.items()),
        until=when(verdict.until) if isinstance(verdict, Ready) else None,
        newest=when(row.last_active) if row.last_active else None,
        decision=decision_view(row.decision, "It stands.", stands=True) if row.decision else None,
        journey=journey(row.rep.name, row.ends, titles) if row.ends else None,
    )


def _cell(title: str, mastery: Mastery) -> TeamCell:
    word, seen = standing_word(mastery), mastery.standing is not Standing.UNSEEN
    estimate = percent(mastery.estimate) if seen else ""
    return TeamCell(
        skill=title,
        word=word,
        tone=tone_of(word),
        # A number never parts from its percent sign, least of all in a narrow column.
        text=f"{word}, {estimate}".replace(" %", "\u00a0%") if seen else word,
        estimate=estimate,
        likely=between(mastery.low, mastery.high) if seen else "",
        handled=mastery.handled,
        met=mastery.met,
        share=share_of(mastery) if seen else None,
    )


def _weeks(rows: Sequence[TeamRow], at: datetime) -> tuple[Week, ...]:
    """Put where everybody stood side by side; today is the verdicts' own, so that it agrees with the table above."""
    earlier = (
        Week(at=moment, reps=tuple(row.past[place].skills for row in rows if row.past))
        for place, moment in enumerate(trend_moments(at))
    )
    return (*earlier, Week(at=at, reps=tuple(row.verdict.skills for row in rows)))


def _note(row: TeamRow, at: datetime) -> str:
    """Say what a manager would want to know beside the verdict."""
    verdict = row.verdict
    if isinstance(verdict, Blocked):
        return _block(verdict)
    if not _started(row):
        return "Not started"
    if isinstance(verdict, Ready):
        return f"{'Lapses soon: ' if _lapses_soon(verdict, at) else 'Until '}{when(verdict.until).day}"
    return ""


def _block(verdict: Blocked) -> str:
    if not verdict.reviewed:
        return "Review is waiting"
    return f"Reviewed; {counted(verdict.clean_needed, 'clean assessment')} to go"


def _attention(rows: Sequence[TeamRow], at: datetime) -> tuple[Fact, ...]:
    """Gather the names behind each thing to do; what nobody needs is left out."""
    waiting = [row for row in rows if isinstance(row.verdict, Blocked) and not row.verdict.reviewed]
    lapsing = [row for row in rows if _lapses_soon(row.verdict, at)]
    fresh = [row for row in rows if not _started(row)]
    expired = [row for row in rows if kind_of(row.verdict) is VerdictKind.EXPIRED]
    groups = (
        ("A critical error waits for review", _names(waiting)),
        (f"Lapsing within {counted(SOON.days, 'day')}", listed([_until(row) for row in lapsing])),
        ("Expired, needs fresh evidence", _names(expired)),
        ("Not started", _names(fresh)),
    )
    return tuple(Fact(term=term, text=text) for term, text in groups if text)


def _names(rows: Iterable[TeamRow]) -> str:
    return listed([row.rep.name for row in rows])


def _until(row: TeamRow) -> str:
    ends = f" ({when(row.verdict.until).day})" if isinstance(row.verdict, Ready) else ""
    return f"{row.rep.name}{ends}"


def _words(bar: Bar) -> tuple[Fact, ...]:
    return (
        Fact(term="Ready", text=f"at least {bar.sure} % sure that the skill is at the bar of {bar.cut} %"),
        Fact(term="Close", text="not sure yet, but more likely at the bar than below it"),
        Fact(term="Building", text="too little evidence to decide, and the bar is less likely than not so far"),
        Fact(
            term="Not yet",
            text=f"at most {bar.gap} % likely to be at the bar, on enough evidence: coach this skill first",
        ),
        Fact(term="Not seen", text="no moment that called for this skill has been assessed yet"),
        Fact(
            term="The estimate",
            text="the share of such moments that this rep would handle well, drawn towards what is assumed of anybody "
            "while there is little evidence; the range with it holds the truth about nine times in ten",
        ),
    )
