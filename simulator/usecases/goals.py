"""A rep's goal: a skill and a day, and what stands between now and then."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, timedelta
from typing import Final

from simulator.assessment.verdict import Offer
from simulator.domain.attempt import Rep
from simulator.domain.ids import SkillId
from simulator.domain.intention import Goal, GoalDropped, goal_of
from simulator.domain.near import did_you_mean
from simulator.domain.verdict import Blocked, Mastery, Ready, Standing, Verdict
from simulator.reports.wording import counted, listed
from simulator.usecases.days import day_of
from simulator.usecases.desk import Desk
from simulator.usecases.readiness import Readiness, offers, readiness
from simulator.usecases.refusal import Refused

EVERY_SKILL: Final = "ready"
"""What is typed for a goal in all skills."""

FURTHEST: Final = timedelta(days=3 * 366)
"""How far ahead a goal can lie."""

_UNITS: Final = {"day": 1, "week": 7}


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalView:
    """A goal in words."""

    skill: SkillId | None
    due: date
    title: str
    """What and by when: "Empathy by 2026-12-24, in 29 days"."""
    between: str
    """What stands between now and the goal, in one or two sentences."""
    reached: bool


def choices_of(desk: Desk) -> tuple[tuple[str, str], ...]:
    """List what a goal can be for: what is typed, and what people call it."""
    rubrics = desk.library.rubrics()
    skills = [(str(each), rubrics[each].title if each in rubrics else each) for each in desk.library.bar().skills]
    return (*skills, (EVERY_SKILL, "Ready: every skill"))


def set_goal(desk: Desk, rep: Rep, what: str, due: str) -> GoalView:
    """Record a goal in place of any earlier one; Refused where the skill or the day cannot be meant."""
    known = [typed for typed, _ in choices_of(desk)]
    if what not in known:
        hint = did_you_mean(what, known) or f"there are: {', '.join(known)}"
        raise Refused(f'A goal is for one skill or for all: "{what[:40]}" is none. {hint}')
    at = desk.now()
    goal = Goal(rep=rep.id, skill=None if what == EVERY_SKILL else SkillId(what), due=_day(due, _today(desk)), at=at)
    stands = goal_of(desk.records.intentions(rep.id))
    if stands is None or (stands.skill, stands.due) != (goal.skill, goal.due):
        desk.records.add_intention(goal)
    found = goal_view(desk, readiness(desk, rep, at))
    assert found is not None, "it has just been set"
    return found


def drop_goal(desk: Desk, rep: Rep) -> bool:
    """Record that there is no goal any more; tell whether there was one."""
    if goal_of(desk.records.intentions(rep.id)) is None:
        return False
    desk.records.add_intention(GoalDropped(rep=rep.id, at=desk.now()))
    return True


def goal_view(desk: Desk, found: Readiness) -> GoalView | None:
    """Say what stands between now and the rep's goal; None without a goal."""
    goal = goal_of(found.intentions)
    if goal is None:
        return None
    days = (goal.due - found.verdict.at.astimezone(UTC).date()).days
    titles = dict(choices_of(desk))
    what = titles.get(goal.skill or EVERY_SKILL, goal.skill or EVERY_SKILL).partition(":")[0]
    wanted = [each for each in found.verdict.skills.values() if goal.skill in (None, each.skill)]
    # A skill that the bar no longer asks for cannot be met any more.
    reached = bool(wanted) and (
        isinstance(found.verdict, Ready)
        if goal.skill is None
        else all(each.standing is Standing.MET for each in wanted)
    )
    said = _reached(goal, wanted) if reached else _between(desk, found, goal, wanted, days)
    return GoalView(
        skill=goal.skill,
        due=goal.due,
        title=f"{what} by {goal.due:%Y-%m-%d}, {_ahead(days)}",
        between=f"{said} {_block(found.verdict)}".strip() if goal.skill else said,
        reached=reached,
    )


def _block(verdict: Verdict) -> str:
    """Say that a critical error stands in the way of READY, whatever one skill comes to; nothing where none does."""
    if not isinstance(verdict, Blocked):
        return ""
    return f"Whatever this skill comes to, a critical error keeps you from Ready: {_opening(verdict)}."


def _opening(verdict: Blocked) -> str:
    """Say what opens the way again after a critical error."""
    fresh = f"{counted(verdict.clean_needed, 'fresh assessment')} without one"
    look = "a trainer has to look at it"
    if verdict.reviewed:
        return f"{fresh} still {'has' if verdict.clean_needed == 1 else 'have'} to follow"
    if not verdict.clean_needed:
        return look
    return f"{look}, and {fresh} {'has' if verdict.clean_needed == 1 else 'have'} to follow"


def _reached(goal: Goal, wanted: Sequence[Mastery]) -> str:
    lapses = min(each.lapses for each in wanted if each.lapses is not None).astimezone(UTC).date()
    if lapses <= goal.due:
        return f"Reached. It runs out on {lapses}, before your day: a fresh assessment renews it."
    return f"Reached, and it holds until {lapses}."


def _between(desk: Desk, found: Readiness, goal: Goal, wanted: Sequence[Mastery], days: int) -> str:
    if not wanted:
        return "The bar no longer asks for this skill: set another goal."
    if isinstance(found.verdict, Blocked) and goal.skill is None:
        return f"A critical error stands between: {_opening(found.verdict)}."
    left = [each for each in wanted if each.more_moments]
    if not left:
        return "Enough has been met, and it is not clear enough yet: one more fresh assessment can settle it."
    talks = _talks(left, offers(desk, found.gathered))
    moments = f"at least {_needed(desk, left)} handled well in a row"
    if talks is None:
        return f"Between now and then: {moments}, and too few fresh assessments are left. A trainer can add some."
    lead = "Between now and then" if days >= 0 else "Still missing"
    pace = f": one every {counted(days // talks, 'day')} is enough" if days >= 2 * talks else ""
    return f"{lead}: {moments}. That is {counted(talks, 'assessment')} if all goes well{pace}."


def _needed(desk: Desk, left: Sequence[Mastery]) -> str:
    """Say how many moments are needed: once where it is as many for each, else skill by skill."""
    numbers = {each.more_moments for each in left}
    if len(numbers) == 1:
        return f"{counted(numbers.pop(), 'more moment')}{' each' if len(left) > 1 else ''}"
    titles = dict(choices_of(desk))
    return listed([f"{counted(each.more_moments, 'more moment')} of {titles[each.skill]}" for each in left])


def _talks(left: Sequence[Mastery], fresh: Sequence[Offer]) -> int | None:
    """Return how many fresh assessments give that many moments of each skill, the most telling first; None: too few."""
    missing = {each.skill: each.more_moments for each in left}
    remaining = sorted(fresh, key=lambda offer: offer.scenario)
    talks = 0
    while any(number > 0 for number in missing.values()):
        weakest = max(missing, key=lambda skill: missing[skill])
        best = max(remaining, key=lambda offer: offer.moments.get(weakest, 0), default=None)
        if best is None or not best.moments.get(weakest, 0):
            return None
        remaining.remove(best)
        missing = {skill: number - best.moments.get(skill, 0) for skill, number in missing.items()}
        talks += 1
    return talks


def _ahead(days: int) -> str:
    if days == 0:
        return "today"
    return f"in {counted(days, 'day')}" if days > 0 else f"{counted(-days, 'day')} ago"


def _today(desk: Desk) -> date:
    return desk.now().astimezone(UTC).date()


def day_refused(desk: Desk, due: str) -> str:
    """Say why a day cannot be meant; nothing where it can."""
    try:
        _day(due, _today(desk))
    except Refused as refusal:
        return str(refusal)
    return ""


def _day(text: str, today: date) -> date:
    """Read a day: 2026-12-24, 10 days, 3 weeks."""
    spoken = " ".join(text.casefold().split()).removeprefix("in ")
    day: date | None
    if ahead := re.fullmatch(r"(\d{1,4}) ?(day|week)s?", spoken, re.ASCII):
        day = today + timedelta(days=int(ahead[1]) * _UNITS[ahead[2]])
    else:
        day = day_of(spoken)
    if day is None:
        example = today + timedelta(days=28)
        raise Refused(f'"{text[:20]}" is no day: write it as {example:%Y-%m-%d}, or as 4 weeks or 10 days.')
    if day < today:
        raise Refused(f"{day} is over already: choose a day from today on.")
    if day > today + FURTHEST:
        raise Refused(f"{day} is too far away: choose a day within three years.")
    return day
