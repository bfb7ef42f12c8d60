"""How a team stood week by week: the middle of its estimates, skill by skill."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median, quantiles
from typing import Final

from simulator.assessment.mastery import Stood
from simulator.assessment.words import percent
from simulator.domain.ids import SkillId
from simulator.domain.rubric import Bar
from simulator.domain.verdict import Mastery, Standing
from simulator.reports.team_views import Trend, TrendPoint, TrendRow
from simulator.reports.wording import counted, when

WEEKS: Final = 12
"""Weeks that are looked back: with today thirteen moments, over less than the 90 days for which evidence counts."""

_TOP: Final = 14.0
_HEIGHT: Final = 160.0
"""The drawing's own units between 0 and 100 percent."""
_LEFT: Final = 14.0
_WIDTH: Final = 85.0
"""Where the weeks lie from left to right, in percent: the numbers of the axis stand to the left of them."""
_NUMBERED: Final = 4
"""A number stands at every fourth point: at more they would touch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """Where every rep stood at one moment."""

    at: datetime
    reps: tuple[Mapping[SkillId, Stood | Mastery], ...]


def trend_moments(at: datetime) -> tuple[datetime, ...]:
    """Return the earlier moments at which a team is looked at, the oldest first; now itself is not among them."""
    return tuple(at - timedelta(weeks=weeks) for weeks in range(WEEKS, 0, -1))


def trends(weeks: Sequence[Week], bar: Bar, titles: Sequence[str]) -> tuple[Trend, ...]:
    """Draw each skill of the bar over the weeks, the oldest first; nothing where nobody was ever known."""
    found = tuple(_trend(skill, title, weeks, bar) for skill, title in zip(bar.skills, titles, strict=True))
    return found if any(trend.known for trend in found) else ()


def trend_rows(found: Sequence[Trend]) -> tuple[TrendRow, ...]:
    """Put the same points week by week, beginning with the first at which anybody was known."""
    rows = [TrendRow(at=points[0].at, points=points) for points in zip(*(trend.points for trend in found), strict=True)]
    first = next((place for place, row in enumerate(rows) if any(point.reps for point in row.points)), len(rows))
    return tuple(rows[first:])


def trend_intro(found: Sequence[Trend]) -> str:
    """Say what the trend shows, and what it does not."""
    if not found:
        return "Nobody was assessed in this time."
    return (
        f"The last {WEEKS} weeks, and today: the estimate in the middle of the team, from what had been shown and "
        "still counted by then. The upright lines hold the middle half. Who is known changes as people join and as "
        "evidence grows too old, so a step is not always anybody's progress."
    )


def _trend(skill: SkillId, title: str, weeks: Sequence[Week], bar: Bar) -> Trend:
    last = len(weeks) - 1
    points = tuple(_point(skill, week, place, last) for place, week in enumerate(weeks))
    sentence = _sentence([point for point in points if point.reps])
    return Trend(
        title=title,
        sentence=sentence,
        points=points,
        label=f"{sentence} The bar stands at {bar.cut} %.",
        cut_y=_height(bar.cut / 100),
        cut_label_y=f"{float(_height(bar.cut / 100)) - 5:.1f}",
        cut_label=f"bar {bar.cut} %",
        first_day=points[0].at.day,
        last_day=points[-1].at.day,
    )


def _sentence(known: Sequence[TrendPoint]) -> str:
    if not known:
        return "Nobody was assessed in this skill in this time."
    first, last = known[0], known[-1]
    return _said(last) if first is last else f"{_said(first)} {_said(last)}"


def _said(point: TrendPoint) -> str:
    return f"{point.at.day}: {point.text}; {counted(point.reps, 'rep')} known, {point.ready or 'none'} ready."


def _point(skill: SkillId, week: Week, place: int, last: int) -> TrendPoint:
    known = [each for each in (rep[skill] for rep in week.reps) if each.standing is not Standing.UNSEEN]
    shares = sorted(each.estimate for each in known)
    ready = sum(each.standing is Standing.MET for each in known)
    middle = median(shares) if shares else None
    low, high = _middle_half(shares)
    return TrendPoint(
        at=when(week.at),
        reps=len(known),
        ready=ready,
        median=_rounded(middle),
        low=_rounded(low),
        high=_rounded(high),
        text="" if middle is None else percent(middle),
        note="nobody" if low is None or high is None else _note(low, high, len(known), ready),
        x=f"{_LEFT + _WIDTH * place / last:.2f}%",
        y=_height(middle),
        y_low=_height(low),
        y_high=_height(high),
        # Counted from the right, so that today always has its number.
        label="" if middle is None or (last - place) % _NUMBERED else percent(middle),
        anchor="end" if place == last else "middle",
        label_y=f"{float(_height(high)) - 5:.1f}",
    )


def _middle_half(shares: Sequence[float]) -> tuple[float | None, float | None]:
    if not shares:
        return None, None
    if len(shares) == 1:
        return shares[0], shares[0]
    low, _, high = quantiles(shares, n=4, method="inclusive")
    return low, high


def _note(low: float, high: float, reps: int, ready: int) -> str:
    return f"{percent(low).removesuffix(' %')}–{percent(high)}; {ready} of {reps} ready"  # noqa: RUF001


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)


def _height(share: float | None) -> str:
    return f"{_TOP + (1 - (share or 0)) * _HEIGHT:.1f}"
