"""Each rep's first assessment beside their latest: counts, because one conversation holds few moments."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from simulator.assessment.mastery import Stood
from simulator.assessment.words import percent
from simulator.domain.evidence import AttemptEvidence
from simulator.domain.ids import SkillId
from simulator.domain.verdict import Mastery, Standing
from simulator.reports.team_views import Change, Journey
from simulator.reports.wording import counted, when

INTRO: Final = (
    "Moments handled well in the first and in the latest assessment, without what was set aside, and the estimate "
    "after each. One conversation holds a few moments of a skill: a difference of one or two is mostly chance, and an "
    "estimate also moves because more is known."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """Where a rep's assessments began, and where they have got to."""

    first: AttemptEvidence
    latest: AttemptEvidence
    """The same as the first where there is only one."""
    after_first: Mapping[SkillId, Stood]
    now: Mapping[SkillId, Mastery]


def journey(name: str, ends: Ends, titles: Mapping[SkillId, str]) -> Journey:
    """Set one rep's first assessment beside their latest."""
    return Journey(
        name=name,
        first=when(ends.first.started),
        latest=None if ends.first is ends.latest else when(ends.latest.started),
        changes=tuple(_change(skill, title, ends) for skill, title in titles.items()),
    )


def _change(skill: SkillId, title: str, ends: Ends) -> Change:
    first = _handled(skill, ends.first)
    latest = None if ends.first is ends.latest else _handled(skill, ends.latest)
    before = ends.after_first[skill]
    return Change(
        skill=title,
        shown=_shown(first, latest, only=ends.first is ends.latest),
        estimates=_estimates(before, ends.now[skill]),
        first=first,
        latest=latest,
        first_estimate=None if before.standing is Standing.UNSEEN else round(before.estimate, 4),
    )


def _handled(skill: SkillId, shown: AttemptEvidence) -> tuple[int, int] | None:
    moments = [moment for moment in shown.moments if moment.skill == skill]
    return (sum(moment.handled_well for moment in moments), len(moments)) if moments else None


def _shown(first: tuple[int, int] | None, latest: tuple[int, int] | None, *, only: bool) -> str:
    return _said(first) if only else f"{_said(first)}, then {_said(latest)}"


def _said(handled: tuple[int, int] | None) -> str:
    return f"{handled[0]} of {handled[1]}" if handled else "none met"


def _estimates(then: Stood, now: Mastery) -> str:
    if then.standing is Standing.UNSEEN or now.standing is Standing.UNSEEN:
        return ""
    before, after = percent(then.estimate), percent(now.estimate)
    return f"{before} then, {after} now"


def journeys_intro(shown: Sequence[Journey]) -> str:
    """Say how to read the journeys."""
    return f"{counted(len(shown), 'rep')}. {INTRO}" if shown else "No assessment has given evidence yet."
