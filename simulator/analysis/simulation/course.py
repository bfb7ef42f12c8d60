"""One simulated rep's whole course: assessments until the rule has decided, and what others would have decided."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from simulator.analysis.simulation.talk import Held, Met, Stage, hold, hold_blindly
from simulator.analysis.simulation.weighing import Weighing, Weighs
from simulator.analysis.simulation.world import Profile, World, ability
from simulator.domain.ids import SkillId
from simulator.domain.rubric import Bar

PASS_MARK: Final = 0.80
"""The share of one attempt, over all skills, that other products call a pass."""

_UNANSWERABLE: Final = 1e-3
"""A share below this, or above one less it, is taken to be it: the logit of 0 and 1 has no end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """The assessments of a library, prepared."""

    stages: tuple[Stage, ...]
    moments: tuple[Mapping[SkillId, int], ...]
    """For each of them, the moments that every path gives at least."""


Policy = Callable[[Mapping[SkillId, float], Sequence[int], Library], int]
"""The chance of each skill so far, and the assessments left → the one to take next."""


def in_order(_chances: Mapping[SkillId, float], left: Sequence[int], _library: Library) -> int:
    """Take them as they come."""
    return left[0]


def least_certain_first(bar: Bar) -> Policy:
    """Take the one with most moments for the skill that is least certain; of equals, with most for all unmet skills."""

    def policy(chances: Mapping[SkillId, float], left: Sequence[int], library: Library) -> int:
        # The last digits of a sum hang on its order: skills with the same evidence must stay equals.
        weakest = min(chances, key=lambda skill: round(chances[skill], 9))
        unmet = [skill for skill, chance in chances.items() if chance < bar.sure / 100]

        def gives(number: int) -> tuple[int, int]:
            moments = library.moments[number]
            return moments.get(weakest, 0), sum(moments.get(skill, 0) for skill in unmet)

        return max(left, key=gives)

    return policy


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What came of it. Assessments are counted from 1; None where it never came to that."""

    ready_after: int | None
    """READY for the first time."""
    rightly: bool
    """Whether the true skill was at the bar in every skill at that time; True where it never came to that."""
    not_yet_after: int | None
    """NOT YET for the first time, before any READY."""
    critical_after: int | None
    """A critical error for the first time: the rule would say BLOCKED until a trainer has looked at it."""
    moments: int
    """Moments met until the decision, or until the end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tries:
    """What an attempt-by-attempt pass mark says of the same rep; counted from 1, None where it is never passed."""

    passed_after: int | None
    """The first attempt at or above the pass mark."""
    mean_after: int | None
    """From the third attempt on: the first after which the mean of all is at or above it."""


class Rep:
    """One simulated rep on a course of so many assessments."""

    def __init__(self, profile: Profile, world: World, length: int, draw: Random) -> None:
        self.profile, self.world, self._length, self._draw = profile, world, length, draw
        self._known: dict[int, set[str]] = {}

    def take(self, library: Library, number: int, before: int) -> Held:
        """Take one assessment, having taken so many before."""
        stage = library.stages[number]
        if self.profile.chooser is not None:
            return hold_blindly(stage, self.profile.chooser, self._draw)
        known = self._known.setdefault(number, set())
        return hold(stage, self._skills(before), self.world, self._draw, known)

    def part(self, before: int) -> float:
        """Return the part of the course that is over, 0 to 1."""
        return min(1.0, before / max(1, self._length - 1))

    def _skills(self, before: int) -> dict[SkillId, float]:
        part, bounds = self.part(before), (_UNANSWERABLE, 1 - _UNANSWERABLE)
        shares = {skill: self.profile.asks(skill, part) for skill in self.profile.shares}
        return {
            skill: ability(round(min(max(share, bounds[0]), bounds[1]), 4), self.world.spread)
            for skill, share in shares.items()
        }


def taken(
    library: Library, bar: Bar, rep: Rep, policy: Policy, weighing_of: Callable[[Bar], Weighs] = Weighing
) -> Course:
    """Let a rep take fresh assessments until READY, or until none is left."""
    weighed = {skill: weighing_of(bar) for skill in bar.skills}
    chances = {skill: weighing.chance() for skill, weighing in weighed.items()}
    left = list(range(len(library.stages)))
    not_yet = critical = None
    afresh = rep.profile.afresh_after
    moments = done = 0
    while left:
        number = policy(chances, left, library)
        left.remove(number)
        held = rep.take(library, number, done)
        done += 1
        moments += len(held.moments)
        critical = critical or (done if held.critical else None)
        for skill, weighing in weighed.items():
            weighing.add(of_skill(held, skill))
            chances[skill] = weighing.chance()
        enough = all(weighing.is_enough() for weighing in weighed.values())
        if enough and min(chances.values()) >= bar.sure / 100:
            return Course(
                ready_after=done,
                rightly=rep.profile.is_ready(bar.cut / 100, rep.part(done - 1)),
                not_yet_after=not_yet,
                critical_after=critical,
                moments=moments,
            )
        if not_yet is None and _falls_short(weighed, chances, bar):
            not_yet = done
        if afresh is not None and done % afresh == 0:
            weighed = {skill: weighing_of(bar) for skill in bar.skills}
            chances = {skill: weighing.chance() for skill, weighing in weighed.items()}
    return Course(ready_after=None, rightly=True, not_yet_after=not_yet, critical_after=critical, moments=moments)


def tried(library: Library, rep: Rep, attempts: int) -> Tries:
    """Let a rep try so many times, over the library in order and then again, and mark each attempt by its share."""
    passed = mean = None
    handled = met = 0
    for done in range(attempts):
        held = rep.take(library, done % len(library.stages), done)
        well = sum(moment.level.handled_well for moment in held.moments)
        handled, met = handled + well, met + len(held.moments)
        if passed is None and held.moments and well / len(held.moments) >= PASS_MARK:
            passed = done + 1
        if mean is None and done >= 2 and met and handled / met >= PASS_MARK:  # noqa: PLR2004 - the third attempt
            mean = done + 1
    return Tries(passed_after=passed, mean_after=mean)


def of_skill(held: Held, skill: SkillId) -> tuple[Met, ...]:
    """Return one skill's moments in one conversation."""
    return tuple(moment for moment in held.moments if moment.skill == skill)


def _falls_short(weighed: Mapping[SkillId, Weighs], chances: Mapping[SkillId, float], bar: Bar) -> bool:
    return any(weighed[skill].is_enough() and chances[skill] <= bar.gap / 100 for skill in weighed)
