"""Verdicts in short plain sentences: the same words in the app, in plain mode and in reports."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from math import ceil, floor
from typing import Final

from simulator.domain.ids import SkillId
from simulator.domain.rubric import Bar
from simulator.domain.verdict import (
    Blocked,
    Expired,
    Mastery,
    NotEnough,
    NotYet,
    Ready,
    Standing,
    Verdict,
    VerdictKind,
    kind_of,
)

SOON: Final = timedelta(days=14)
"""How far ahead it is said that a verdict runs out."""

LABELS: Final[Mapping[VerdictKind, str]] = {
    VerdictKind.READY: "Ready",
    VerdictKind.NOT_YET: "Not yet",
    VerdictKind.NOT_ENOUGH: "Not enough evidence",
    VerdictKind.BLOCKED: "Blocked",
    VerdictKind.EXPIRED: "Expired",
}
"""The name of each verdict, in a word or three."""


def label_of(verdict: Verdict) -> str:
    """Name the verdict in a word or three."""
    return LABELS[kind_of(verdict)]


def sentence_of(verdict: Verdict, bar: Bar, skill_titles: Mapping[SkillId, str]) -> str:
    """Say the verdict in one or two sentences; a skill without a title goes by its id."""
    match verdict:
        case Ready():
            return f"{_ready(bar)} {_runs_out(verdict)}"
        case NotYet():
            return _not_yet(verdict, bar, skill_titles)
        case NotEnough():
            return f"Not enough evidence yet: {_needs(verdict.skills, verdict.missing, skill_titles)}."
        case Blocked():
            return _blocked(verdict, bar)
        case Expired():
            return (
                f"Expired: ready until {_day(verdict)}, but evidence counts for {_days(bar)} "
                f"and too little is left. "
                f"To be ready again, {_needs(verdict.skills, verdict.lapsed, skill_titles)}."
            )


def standing_sentence(mastery: Mastery, bar: Bar) -> str:
    """Say where one skill stands: what was shown, and how sure that makes us."""
    if mastery.standing is Standing.UNSEEN:
        return "Not seen yet in an assessment"
    return (
        f"{mastery.handled} of {_count(mastery.met, 'moment')} handled well "
        f"in {_count(mastery.scenarios, 'conversation')}; "
        f"{surety(mastery.chance)} sure of reaching {bar.cut} %"
    )


def percent(share: float) -> str:
    """Say a share (0 to 1) in whole percent, rounded down; 0 % and 100 % only where exact.

    Whoever reads a share sets it beside a bar or a surety, which are whole percents: rounded down, it reads as at or
    above them exactly where it is. Rounded to the nearest, 89.9 % would read as a bar of 90 % that was reached.
    Every estimate that people read is written here, so that it reads the same wherever it stands.
    """
    if 0 < share < 0.01:  # noqa: PLR2004 - one percent
        return "less than 1 %"
    if 0.99 < share < 1:  # noqa: PLR2004 - ninety-nine percent
        return "more than 99 %"
    # 0.29 * 100 is 28.999999999999996: digits beyond the ninth are noise.
    return f"{floor(round(share * 100, 9))} %"


def between(low: float, high: float) -> str:
    """Say where a share likely lies: "73 to 94 %", short enough for a cell."""
    return f"{percent(low).removesuffix(' %')} to {percent(high).replace('more than', 'over')}"


def surety(chance: float) -> str:
    """Say how sure we are: never 0 % and never 100 %, for evidence cannot make anyone that sure."""
    if chance <= 0:
        return "less than 1 %"
    return "more than 99 %" if chance >= 1 else percent(chance)


def _runs_out(verdict: Ready) -> str:
    """Say until when it holds; from two weeks before on, how soon that is and what renews it."""
    left = verdict.until - verdict.at
    if left > SOON:
        return f"This holds until {_day(verdict)}."
    days = ceil(left / timedelta(days=1))
    soon = "today" if days <= 0 else "within a day" if days == 1 else f"in {days} days"
    return f"This runs out on {_day(verdict)}, {soon}: a fresh assessment before then can renew it."


def _ready(bar: Bar) -> str:
    return (
        f"Ready: at least {bar.sure} % sure that this rep would choose well in at least {bar.cut} % "
        f"of the moments that call for each skill, on customers never seen before, in at least "
        f"{_count(bar.min_scenarios, 'different scenario')} within {_days(bar)}, with no open critical error."
    )


def _not_yet(verdict: NotYet, bar: Bar, titles: Mapping[SkillId, str]) -> str:
    names = _listed([titles.get(skill, skill) for skill in verdict.gaps])
    sure = _listed([surety(verdict.skills[skill].chance) for skill in verdict.gaps])
    stands = "stands" if len(verdict.gaps) == 1 else "stand"
    return (
        f"Not yet: {names} {stands} below the bar (the evidence makes us {sure} sure of reaching "
        f"{bar.cut} %). Practise, then show it in fresh assessments."
    )


def _needs(skills: Mapping[SkillId, Mastery], missing: Sequence[SkillId], titles: Mapping[SkillId, str]) -> str:
    """Say how many more moments each skill needs: once for all, or the first in full and the others by number."""
    first, *others = missing
    if others and len({skills[skill].more_moments for skill in missing}) == 1:
        every = _listed([titles.get(skill, skill) for skill in missing])
        return f"{every} each need at least {_count(skills[first].more_moments, 'more moment')} handled well in a row"
    in_full = (
        f"{titles.get(first, first)} needs at least {_count(skills[first].more_moments, 'more moment')} "
        f"handled well in a row"
    )
    return ", ".join((in_full, *(f"{titles.get(skill, skill)} {skills[skill].more_moments}" for skill in others)))


def _blocked(verdict: Blocked, bar: Bar) -> str:
    kinds = dict.fromkeys(error.error for error in verdict.errors)
    titles = [bar.critical_errors[kind].title if kind in bar.critical_errors else kind for kind in kinds]
    all_of_them = len(verdict.errors)
    places = len({error.attempt for error in verdict.errors})
    where = "in an assessment" if places == 1 else f"in {places} assessments"
    what = (
        f"a critical error ({titles[0]})" if all_of_them == 1 else f"{all_of_them} critical errors ({_listed(titles)})"
    )
    fresh = _count(verdict.clean_needed, "fresh assessment")
    opens = f"without a critical error {'opens' if verdict.clean_needed == 1 else 'open'} the way again"
    if verdict.reviewed:
        return f"Blocked by {what} {where}, which a trainer has reviewed. {fresh} {opens}."
    then = f" After that, {fresh} {opens}." if verdict.clean_needed else ""
    if verdict.waiting < all_of_them:
        waits = "waits" if verdict.waiting == 1 else "wait"
        return f"Blocked by {what} {where}: {verdict.waiting} of them still {waits} for a trainer's review.{then}"
    waits = "waits" if all_of_them == 1 else "wait"
    return f"Blocked: {what} {where} {waits} for a trainer's review.{then}"


def _day(verdict: Ready | Expired) -> str:
    moment = verdict.until if isinstance(verdict, Ready) else verdict.since
    return moment.date().isoformat()


def _days(bar: Bar) -> str:
    return _count(bar.evidence_days, "day")


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _listed(names: Sequence[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
