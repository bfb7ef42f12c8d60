"""What to do next about a verdict, in the order to do it."""

from collections.abc import Iterable, Sequence

from simulator.domain.ids import ScenarioId, SkillId
from simulator.domain.verdict import Blocked, Expired, NextStep, NotEnough, NotYet, Ready, Verdict
from simulator.reports.evidence import Lookup
from simulator.reports.wording import counted, listed, when


def next_steps(verdict: Verdict, words: Lookup, under_way: Sequence[ScenarioId] = ()) -> tuple[str, ...]:
    """List what would move this verdict on, most useful first: before all else, what was begun."""
    begun = _begun(verdict, words, under_way)
    match verdict:
        case Ready():
            steps = _keep(verdict, words)
        case NotYet():
            steps = (_coach(verdict.gaps, words), *_needed(verdict, verdict.gaps, words))
        case NotEnough():
            # The verdict's own sentence already counts the moments each skill needs.
            steps = ()
        case Blocked():
            steps = _unblock(verdict)
        case Expired():
            steps = (_refresh(verdict, words),)
    return (*begun, *steps, *(() if begun else _assessment(verdict, words)))


def _names(skills: Iterable[SkillId], words: Lookup) -> str:
    return listed([words.skill(skill) for skill in skills])


def _keep(verdict: Ready, words: Lookup) -> tuple[str, ...]:
    first = [skill for skill, mastery in verdict.skills.items() if mastery.lapses == verdict.until]
    named = f" {_names(first, words)} would lapse first." if first else ""
    return (f"Take a fresh assessment before {when(verdict.until).day} to stay ready.{named}",)


def _refresh(verdict: Expired, words: Lookup) -> str:
    return f"Take fresh assessments for {_names(verdict.lapsed, words)}: what was shown has grown too old."


def _coach(gaps: Sequence[SkillId], words: Lookup) -> str:
    return (
        f"Coach {_names(gaps, words)}, starting from the moments marked missed or harmful in the evidence "
        "below, and let the rep practise: practice is private and costs nothing."
    )


def _needed(verdict: Verdict, skills: Sequence[SkillId], words: Lookup) -> tuple[str, ...]:
    return tuple(
        f"{words.skill(skill)}: at least {counted(verdict.skills[skill].more_moments, 'more moment')} "
        "handled well, on customers not seen before."
        for skill in skills
        if skill in verdict.skills and verdict.skills[skill].more_moments
    )


def _unblock(verdict: Blocked) -> tuple[str, ...]:
    if verdict.reviewed:
        return ()
    return (
        "A trainer reviews the open critical errors below with the rep, and records what they found.",
        "No new assessment before that: it would be spent without opening the way again.",
    )


def _begun(verdict: Verdict, words: Lookup, under_way: Sequence[ScenarioId]) -> tuple[str, ...]:
    going_on = (
        f"Finish “{words.title(scenario)}”: it is under way, and says nothing until it has ended or rested for a day."
        for scenario in under_way
    )
    left = (
        f"Finish “{words.title(each.scenario)}”: it was left in the middle and goes on at the same turn."
        for each in verdict.evidence
        if each.ending is None
    )
    return (*going_on, *left)


def _assessment(verdict: Verdict, words: Lookup) -> tuple[str, ...]:
    if verdict.next is not None:
        return (_named(verdict.next, words),)
    if isinstance(verdict, Ready) or (isinstance(verdict, Blocked) and not verdict.reviewed):
        return ()
    return ("No assessment is left that this rep has not seen: a trainer needs to add one to the library.",)


def _named(step: NextStep, words: Lookup) -> str:
    return (
        f"Next assessment: “{words.title(step.scenario)}”, with {counted(step.moments, 'moment')} "
        f"for {words.skill(step.skill)}, the skill that is least certain."
    )
