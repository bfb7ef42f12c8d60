"""How likely it is, at most, that somebody who chooses in a fixed way comes out READY.

Tallies of one skill are followed from scenario to scenario. Those that meet the bar are counted and left there,
for a rep may stop as soon as they are ready. Those that could not meet it even by handling every further moment
well are let go: better evidence never lowers a verdict, so nothing can bring them back. The faintest courses are
counted as if they met the bar, up to a stated probability, so that the answer is a bound and never too low.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Final

from simulator.analysis.spread import Spread
from simulator.assessment.posterior import Tally, posterior
from simulator.domain.ids import SkillId
from simulator.domain.rubric import Bar

FAINT: Final = 1e-3
"""Probability of courses too faint to follow: at most this much in all is taken to meet the bar instead."""

_Course = tuple[Tally, ...]


def chance_of_ready(spreads: Mapping[SkillId, Sequence[Spread]], bar: Bar) -> float:
    """Return the probability of being READY at some time, at most.

    For each skill of the bar, the spread in each assessment, in the order they are taken. READY asks for all
    skills at once, which is no more probable than the least probable of them: that is what is returned.
    """
    return min((_chance_of_meeting(spreads.get(skill, ()), bar) for skill in bar.skills), default=0.0)


def _chance_of_meeting(spreads: Sequence[Spread], bar: Bar) -> float:
    courses: dict[_Course, float] = {(): 1.0}
    met = 0.0
    for number, spread in enumerate(spreads, start=1):
        best = [max(tally.met for tally in later) for later in spreads[number:]]
        following: dict[_Course, float] = {}
        for course, probability in _after(courses, spread).items():
            if _meets(course, bar):
                met += probability
            elif _could_meet(course, best, bar):
                following[course] = probability
        courses, faint = _without_the_faintest(following, FAINT / len(spreads))
        met += faint
    return min(met, 1.0)


def _without_the_faintest(courses: Mapping[_Course, float], most: float) -> tuple[dict[_Course, float], float]:
    """Take away the least probable courses, as long as they come to no more than this; return the rest, and it."""
    ordered = sorted(courses.items(), key=lambda item: item[1])
    reached = list(accumulate(probability for _, probability in ordered))
    number = bisect_right(reached, most)
    return dict(ordered[number:]), reached[number - 1] if number else 0.0


def _after(courses: Mapping[_Course, float], spread: Spread) -> Mapping[_Course, float]:
    """Return every course with one more tally; those that differ only in order are one."""
    together: dict[_Course, float] = {}
    for course, probability in courses.items():
        for tally, mass in spread.items():
            longer = tuple(sorted((*course, tally)))
            together[longer] = together.get(longer, 0.0) + probability * mass
    return together


def _meets(course: _Course, bar: Bar) -> bool:
    counted = tuple(tally for tally in course if tally.met)
    if len(counted) < bar.min_scenarios or sum(tally.met for tally in counted) < bar.min_moments:
        return False
    return posterior(counted, bar.cut, bar.correlation, bar.prior).chance >= bar.sure / 100


def _could_meet(course: _Course, best: Sequence[int], bar: Bar) -> bool:
    """Tell whether a course could still meet the bar, if every further moment were handled well."""
    perfect = tuple(Tally(most, most) for most in best)
    return _meets(tuple(sorted((*course, *perfect))), bar)
