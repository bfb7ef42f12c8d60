"""What many simulated courses come to: error rates, each with its interval, and the least that any rule could need."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf, log

from simulator.analysis.simulation.course import Course, Tries
from simulator.assessment.interval import wilson


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """So many of so many."""

    count: int
    of: int

    @property
    def share(self) -> float:
        """The share, 0 to 1; 0 of none."""
        return self.count / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Its 95 % interval; all of 0 to 1 where nothing was counted."""
        return wilson(self.count, self.of) if self.of else (0.0, 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """What a number of reps of one kind came to."""

    ready: Rate
    """READY within the library."""
    falsely_ready: Rate
    """READY while the true skill was below the bar in some skill."""
    not_yet: Rate
    """NOT YET at some time before."""
    undecided: Rate
    """Neither, with all assessments taken."""
    critical: Rate
    """A critical error met on the way: BLOCKED until a trainer has looked at it."""
    assessments: float | None
    """The mean number of assessments to READY; None where nobody came to it."""
    moments: float
    """The mean number of moments met until the decision, in all skills."""
    passed: Rate
    """Passed by the last attempt at 80 % or more, with as many tries as there were."""
    passed_in_three: Rate
    """The same with three tries."""
    mean_passed: Rate
    """The mean of all attempts at 80 % or more at some time from the third on."""


def rates(courses: Sequence[Course], tries: Sequence[Tries]) -> Rates:
    """Sum up courses, and attempts under a pass mark, of reps of one kind."""
    number = len(courses)
    ready = [course.ready_after for course in courses if course.ready_after is not None]
    decided = [course for course in courses if course.ready_after is not None or course.not_yet_after is not None]
    return Rates(
        ready=Rate(count=len(ready), of=number),
        falsely_ready=Rate(count=sum(not course.rightly for course in courses), of=number),
        not_yet=Rate(count=sum(course.not_yet_after is not None for course in courses), of=number),
        undecided=Rate(count=number - len(decided), of=number),
        critical=Rate(count=sum(course.critical_after is not None for course in courses), of=number),
        assessments=sum(ready) / len(ready) if ready else None,
        moments=sum(course.moments for course in courses) / number if number else 0.0,
        passed=_share(each.passed_after for each in tries),
        passed_in_three=_share(each.passed_after if (each.passed_after or 4) <= 3 else None for each in tries),  # noqa: PLR2004 - three tries
        mean_passed=_share(each.mean_after for each in tries),
    )


def wald_bound(low: float, high: float, false_ready: float, false_not_ready: float) -> float:
    """Return the fewest independent moments of one skill that any rule needs on average to find a rep of share `high`.

    `low` is the share that must not pass, `false_ready` and `false_not_ready` the errors it may make, all 0 to 1 open;
    infinite where no error is allowed. Source: A. Wald, Ann. Math. Stat. 16 (1945) 117-186, section 4.
    """
    if not 0 < false_ready < 1 or not 0 < false_not_ready < 1:
        return inf
    found, missed = 1 - false_not_ready, false_not_ready
    evidence = found * log(found / false_ready) + missed * log(missed / (1 - false_ready))
    information = high * log(high / low) + (1 - high) * log((1 - high) / (1 - low))
    return max(0.0, evidence / information)


def _share(values: Iterable[int | None]) -> Rate:
    found = list(values)
    return Rate(count=sum(value is not None for value in found), of=len(found))
