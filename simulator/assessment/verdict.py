"""Whether a rep is ready: one answer of five, with all it stands on."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from simulator.assessment.critical import OpenError, open_errors
from simulator.assessment.information import expected_information
from simulator.assessment.mastery import masteries, meets, tallies_of
from simulator.assessment.window import counting, counts_until, first_sights, in_utc
from simulator.domain.attempt import Review
from simulator.domain.evidence import AttemptEvidence
from simulator.domain.ids import AttemptId, ScenarioId, SkillId
from simulator.domain.rubric import Bar
from simulator.domain.verdict import (
    Blocked,
    Expired,
    Mastery,
    NextStep,
    NotEnough,
    NotYet,
    Ready,
    Standing,
    Verdict,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An assessment that the rep has never been shown."""

    scenario: ScenarioId
    moments: Mapping[SkillId, int]
    """How many moments it gives for each skill."""


def decide(
    evidence: Sequence[AttemptEvidence],
    bar: Bar,
    at: datetime,
    reviews: Sequence[Review] = (),
    offers: Sequence[Offer] = (),
    set_aside: Collection[AttemptId] = (),
) -> Verdict:
    """Decide on a rep at a moment in UTC; ValueError for a time without zone or a bar without skills.

    Attempts that are `set_aside` say nothing for or against the rep any more, but their critical errors still block.

    In this order: BLOCKED while a critical error of an assessment is open; READY when every skill meets
    the bar; NOT YET when one is known to fall short; EXPIRED when the same evidence was enough before it
    aged; else NOT ENOUGH EVIDENCE.
    """
    if not bar.skills:
        raise ValueError("a bar without skills decides nothing")
    now = in_utc(at)
    errors = open_errors(evidence, bar, reviews)
    evidence = [each for each in evidence if each.attempt not in set_aside]
    counted = counting(evidence, bar, now)
    skills = masteries(counted, bar, now)
    if errors:
        return _blocked(errors, counted, skills, now, bar, offers)
    lapses = [mastery.lapses for mastery in skills.values() if mastery.lapses is not None]
    if len(lapses) == len(skills):
        return Ready(at=now, skills=skills, evidence=counted, next=None, until=min(lapses))
    step = next_step(skills, offers, bar)
    gaps = tuple(skill for skill, mastery in skills.items() if mastery.standing is Standing.GAP)
    if gaps:
        return NotYet(at=now, skills=skills, evidence=counted, next=step, gaps=gaps)
    missing = tuple(skill for skill, mastery in skills.items() if mastery.standing is not Standing.MET)
    since = _lapsed(evidence, bar, now)
    if since is None:
        return NotEnough(at=now, skills=skills, evidence=counted, next=step, missing=missing)
    # What it stood on is what counted when it lapsed: by now some or all of that is too old.
    stood_on = counting(evidence, bar, since)
    return Expired(at=now, skills=skills, evidence=stood_on, next=step, since=since, lapsed=missing)


def next_step(
    skills: Mapping[SkillId, Mastery], offers: Iterable[Offer], bar: Bar, *, even_if_met: bool = False
) -> NextStep | None:
    """Choose the offer that is expected to tell most about the least certain unmet skill.

    Of those that tell as much, the one that tells most about the other unmet skills; then ties go by id. A skill for
    which nothing fresh is left gives way to the next least certain one. `even_if_met` looks at met skills too, for
    when a fresh assessment is needed whatever it gives.
    """
    ordered = sorted(offers, key=lambda offer: offer.scenario)
    wanted = [mastery for mastery in skills.values() if even_if_met or mastery.standing is not Standing.MET]
    for mastery in sorted(skills.values(), key=lambda mastery: mastery.chance):
        skill = mastery.skill
        best = max(ordered, key=partial(_tells, mastery, wanted, bar), default=None)
        moments = best.moments.get(skill, 0) if best else 0
        if best and moments > 0 and (even_if_met or mastery.standing is not Standing.MET):
            return NextStep(scenario=best.scenario, skill=skill, moments=moments)
    return None


def _tells(mastery: Mastery, wanted: Sequence[Mastery], bar: Bar, offer: Offer) -> tuple[float, float]:
    """Return what an offer is expected to tell about one skill, and about all that are wanted; in bits."""

    def about(each: Mastery) -> float:
        return round(expected_information(tallies_of(each), offer.moments.get(each.skill, 0), bar), 12)

    return about(mastery), sum(map(about, wanted))


def _blocked(
    errors: Sequence[OpenError],
    counted: tuple[AttemptEvidence, ...],
    skills: Mapping[SkillId, Mastery],
    now: datetime,
    bar: Bar,
    offers: Sequence[Offer],
) -> Blocked:
    reviewed = all(each.reviewed for each in errors)
    return Blocked(
        at=now,
        skills=skills,
        evidence=counted,
        # Before the review a fresh assessment would be spent without bringing the way back any closer.
        next=next_step(skills, offers, bar, even_if_met=True) if reviewed else None,
        errors=tuple(each.error for each in errors),
        reviewed=reviewed,
        clean_needed=max(each.clean_needed for each in errors),
        waiting=sum(not each.reviewed for each in errors),
    )


def _lapsed(evidence: Iterable[AttemptEvidence], bar: Bar, now: datetime) -> datetime | None:
    """Find when evidence that met the bar stopped meeting it by age alone; None where it never did.

    Looks back from now over the instants at which evidence aged out, as far as the newest evidence: what
    was so before that, was so on other evidence.
    """
    ever = [each for each in first_sights(evidence) if each.says_something]
    newest = max((in_utc(each.last) for each in ever), default=now)
    instants = {counts_until(each, bar) for each in ever}
    for instant in sorted((each for each in instants if newest <= each < now), reverse=True):
        if meets(counting(ever, bar, instant), bar):
            return instant
    return None
