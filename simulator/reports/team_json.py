"""The report on a team as JSON: numbers stay numbers, and every key is always there."""

from simulator.reports.json_parts import FORMAT, Json, decision, facts, iso
from simulator.reports.limits import SELF_REPORTED
from simulator.reports.team_views import Change, CoachPoint, Spread, TeamCell, TeamLine, TeamView, Trend, TrendPoint


def team_tree(view: TeamView) -> Json:
    """Give the report on a team as a tree."""
    return {
        "format": FORMAT,
        "report": "team",
        "at": view.at.iso,
        "self_reported": view.trust == SELF_REPORTED,
        "summary": view.summary,
        "standard": view.standard,
        "attention": facts(view.attention),
        "reps": [_line(line) for line in view.lines],
        "skills": [_spread(each) for each in view.spreads],
        "coach": [_coach(point) for point in view.coach],
        "trend": [_trend(each) for each in view.trends],
        "words": facts(view.words),
        "cautions": facts(view.cautions),
        "program": view.program,
    }


def _line(line: TeamLine) -> Json:
    journey = line.journey
    return {
        "id": line.rep,
        "name": line.name,
        "verdict": {"kind": line.kind.value, "label": line.verdict, "until": iso(line.until)},
        "decision": decision(line.decision) if line.decision else None,
        "note": line.note,
        "skills": [_cell(cell) for cell in line.cells],
        "newest_assessment": iso(line.newest),
        "first_assessment": iso(journey.first) if journey else None,
        "first_and_latest": [_change(each) for each in journey.changes] if journey else [],
    }


def _cell(cell: TeamCell) -> Json:
    share = cell.share
    return {
        "title": cell.skill,
        "standing": cell.word,
        "handled_well": cell.handled,
        "moments": cell.met,
        "estimate": share.estimate if share else None,
        "low": share.low if share else None,
        "high": share.high if share else None,
        "chance": share.chance if share else None,
    }


def _change(change: Change) -> Json:
    return {
        "title": change.skill,
        "first": _handled(change.first),
        "latest": _handled(change.latest),
        "first_estimate": change.first_estimate,
    }


def _handled(handled: tuple[int, int] | None) -> Json:
    return {"handled_well": handled[0], "moments": handled[1]} if handled else None


def _spread(spread: Spread) -> Json:
    return {"title": spread.title, "reps": {piece.word: piece.reps for piece in spread.slices}}


def _trend(trend: Trend) -> Json:
    return {"title": trend.title, "points": [_point(point) for point in trend.points]}


def _point(point: TrendPoint) -> Json:
    return {
        "at": point.at.iso,
        "reps": point.reps,
        "ready": point.ready,
        "median": point.median,
        "low_quartile": point.low,
        "high_quartile": point.high,
    }


def _coach(point: CoachPoint) -> Json:
    return {
        "skill": point.skill,
        "indicator": point.indicator,
        "title": point.title,
        "about": point.about,
        "handled_well": point.handled,
        "answers": point.answers,
        "reps": point.reps,
        "missed_by": point.missed_by,
        "sounds_like": point.sounds_like,
        "examples": [
            {
                "conversation": one.conversation,
                "customer": one.customer,
                "said": one.said,
                "level": one.level,
                "level_word": one.word,
                "reps": one.reps,
            }
            for one in point.examples
        ],
    }
