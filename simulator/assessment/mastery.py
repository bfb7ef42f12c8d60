"""What the evidence says about each skill."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import add
from typing import Final

from simulator.assessment.posterior import Posterior, Tally, posterior
from simulator.assessment.window import counting, counts_until, in_utc
from simulator.domain.evidence import AttemptEvidence, Counts, Moment
from simulator.domain.ids import ScenarioId, SkillId
from simulator.domain.rubric import Bar
from simulator.domain.verdict import Mastery, Standing

MOST_MOMENTS: Final = 60
"""Where `Mastery.more_moments` stops counting: read it as "this many or more"."""

FRESH: Final = 3
"""Moments for a skill that a fresh scenario is taken to give, when telling how many more are needed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stood:
    """Where one skill stood at some moment, without what would come next."""

    standing: Standing
    chance: float
    """The posterior probability that the true share was at or above the cut, 0 to 1."""
    estimate: float
    """The posterior mean of the share handled well, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tallied:
    """One skill's moments, counted by scenario."""

    tallies: tuple[Tally, ...]
    answered: int
    """Moments with an answer: opening a scenario and leaving it must not help to reach the minimum."""
    answered_in: int
    """Scenarios with at least one answer."""

    def and_well(self, more: int) -> "_Tallied":
        """Add moments handled well, in fresh scenarios of three; the last may give fewer."""
        full, rest = divmod(more, FRESH)
        fresh = (Tally(FRESH, FRESH),) * full + ((Tally(rest, rest),) if rest else ())
        return _Tallied(
            tallies=self.tallies + fresh,
            answered=self.answered + more,
            answered_in=self.answered_in + len(fresh),
        )


def masteries(evidence: Iterable[AttemptEvidence], bar: Bar, at: datetime) -> dict[SkillId, Mastery]:
    """Say what the evidence that counts at a moment tells about each skill of the bar, in its order."""
    counted = counting(evidence, bar, at)
    return {skill: _mastery(skill, counted, bar) for skill in bar.skills}


def stood(counted: Sequence[AttemptEvidence], bar: Bar) -> dict[SkillId, Stood]:
    """Say where evidence that counts puts each skill of the bar: quick enough to be asked for many moments."""
    tallied = {skill: _tallied(counted, skill) for skill in bar.skills}
    known = {skill: _known(each, bar) for skill, each in tallied.items()}
    return {
        skill: Stood(standing=_standing(each, bar), chance=known[skill].chance, estimate=known[skill].mean)
        for skill, each in tallied.items()
    }


def meets(evidence: Sequence[AttemptEvidence], bar: Bar) -> bool:
    """Tell whether evidence that counts meets the bar in every skill."""
    return all(_standing(_tallied(evidence, skill), bar) is Standing.MET for skill in bar.skills)


def tallies_of(mastery: Mastery) -> tuple[Tally, ...]:
    """Return what each conversation showed of a skill, sorted; `mastery` must have its moments."""
    met: dict[ScenarioId, list[bool]] = {}
    for moment in mastery.moments:
        met.setdefault(moment.scenario, []).append(moment.handled_well)
    return tuple(sorted(Tally(sum(each), len(each)) for each in met.values()))


def _mastery(skill: SkillId, counted: Sequence[AttemptEvidence], bar: Bar) -> Mastery:
    tallied = _tallied(counted, skill)
    known = _known(tallied, bar)
    standing = _standing(tallied, bar)
    return Mastery(
        skill=skill,
        standing=standing,
        handled=sum(tally.handled for tally in tallied.tallies),
        met=sum(tally.met for tally in tallied.tallies),
        scenarios=len(tallied.tallies),
        chance=known.chance,
        estimate=known.mean,
        low=known.low,
        high=known.high,
        more_moments=_more_moments(tallied, bar),
        lapses=_lapse(skill, counted, bar) if standing is Standing.MET else None,
        moments=_moments(counted, skill),
    )


def _moments(evidence: Iterable[AttemptEvidence], skill: SkillId) -> tuple[Moment, ...]:
    chosen = (moment for each in evidence for moment in each.moments if moment.skill == skill)
    return tuple(sorted(chosen, key=lambda moment: (in_utc(moment.at), moment.attempt, moment.turn)))


def _tallied(evidence: Iterable[AttemptEvidence], skill: SkillId) -> _Tallied:
    met: dict[ScenarioId, Counts] = {}
    for each in evidence:
        counts, before = each.counted(skill), met.get(each.scenario)
        met[each.scenario] = counts if before is None else Counts(*map(add, before, counts))
    told = [each for each in met.values() if each.met]
    return _Tallied(
        # Sorted, so that equal evidence is remembered as equal.
        tallies=tuple(sorted(Tally(each.handled, each.met) for each in told)),
        answered=sum(each.answered for each in told),
        answered_in=sum(each.answered > 0 for each in told),
    )


def _known(tallied: _Tallied, bar: Bar) -> Posterior:
    return posterior(tallied.tallies, bar.cut, bar.correlation, bar.prior)


def _standing(tallied: _Tallied, bar: Bar) -> Standing:
    if not tallied.tallies:
        return Standing.UNSEEN
    if tallied.answered_in < bar.min_scenarios or tallied.answered < bar.min_moments:
        return Standing.UNCERTAIN
    chance = _known(tallied, bar).chance
    if chance >= bar.sure / 100:
        return Standing.MET
    return Standing.GAP if chance <= bar.gap / 100 else Standing.UNCERTAIN


def _more_moments(tallied: _Tallied, bar: Bar) -> int:
    """Find the fewest further moments, all handled well, after which the skill meets the bar, 60 at most.

    They arrive in fresh scenarios of three moments each, and nothing ages meanwhile. Good moments never
    lower the chance, so the search can halve.
    """
    return bisect_left(
        range(MOST_MOMENTS),
        True,  # noqa: FBT003 - the value looked for, not a switch
        key=lambda more: _standing(tallied.and_well(more), bar) is Standing.MET,
    )


def _lapse(skill: SkillId, counted: Sequence[AttemptEvidence], bar: Bar) -> datetime:
    """Find the last instant at which a met skill is met, if no evidence is added."""
    instants = sorted({counts_until(each, bar) for each in counted})
    return next(instant for instant in instants if not _is_met_after(instant, skill, counted, bar))


def _is_met_after(instant: datetime, skill: SkillId, counted: Sequence[AttemptEvidence], bar: Bar) -> bool:
    left = [each for each in counted if counts_until(each, bar) > instant]
    return _standing(_tallied(left, skill), bar) is Standing.MET
