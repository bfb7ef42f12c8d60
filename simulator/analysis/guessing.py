"""How probable it is that somebody who chooses blindly comes out READY: a bound that is proven, not sampled.

After each assessment of the library, in the order given, the probability that one skill meets the bar is worked out,
exactly for the first few and as an upper bound after that. READY needs every skill, so the least of the skills' is
taken; and it may come after any assessment, so these are added up.

The bound looks only at how many moments were handled well and missed in all. Under the beta-binomial likelihood the
log odds of a higher share grow by 1 / (p + i theta) for the i-th moment handled well in a conversation and fall by
1 / (1 - p + i theta) for the i-th missed. For given totals, no arrangement is more favourable than moments handled well
spread evenly and missed ones heaped up, because both terms shrink with i; and what is more favourable at every p gives
the higher chance (monotone likelihood ratio: Karlin and Rubin, Ann. Math. Stat. 27 (1956) 272-299).
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from simulator.analysis.spread import Spread
from simulator.assessment.posterior import Tally, posterior
from simulator.domain.ids import SkillId
from simulator.domain.rubric import Bar

MOST_COURSES: Final = 5_000
"""Courses of a guesser beyond which they are no longer followed one by one."""

_NOTHING: Final[Spread] = {Tally(0, 0): 1.0}
"""What a conversation shows of a skill that it does not call for."""

_Courses = Mapping[tuple[Tally, ...], float]
_Totals = Mapping[Tally, float]


def chance_of_ready(bar: Bar, conversations: Sequence[Mapping[SkillId, Spread]]) -> float:
    """Return an upper bound, 0 to 1, on the probability of being READY at any time while taking all of these."""
    by_skill = [_meeting(bar, [each.get(skill, _NOTHING) for each in conversations]) for skill in bar.skills]
    together = 0.0
    for chances in zip(*by_skill, strict=True):
        together += min(chances)
        # A low bar is met by nearly every course, and each one more would have to be weighed.
        if together >= 1:
            return 1.0
    return together


def _meeting(bar: Bar, spreads: Sequence[Spread]) -> Iterator[float]:
    """Yield, after each conversation, a bound on the probability that one skill then meets the bar."""
    cap = max((tally.met for spread in spreads for tally in spread), default=0)
    courses: _Courses | None = {(): 1.0}
    totals: _Totals = {Tally(0, 0): 1.0}
    for number, spread in enumerate(spreads, 1):
        totals = _added_up(totals, spread)
        courses = _followed(courses, spread) if courses is not None else None
        if courses is not None and len(courses) > MOST_COURSES:
            courses = None
        if number < bar.min_scenarios:
            yield 0.0
        elif courses is not None:
            yield sum(chance for tallies, chance in courses.items() if _meets(tallies, cap, bar))
        else:
            yield sum(chance for total, chance in totals.items() if may_meet(total, number, cap, bar))


def _added_up(totals: _Totals, spread: Spread) -> _Totals:
    after: dict[Tally, float] = {}
    for total, chance in totals.items():
        for tally, more in spread.items():
            key = Tally(total.handled + tally.handled, total.met + tally.met)
            after[key] = after.get(key, 0.0) + chance * more
    return after


def _followed(courses: _Courses, spread: Spread) -> _Courses:
    after: dict[tuple[Tally, ...], float] = {}
    for tallies, chance in courses.items():
        for tally, more in spread.items():
            # The order in which conversations came makes no difference, and one without a moment makes none at all.
            key = tuple(sorted((*tallies, tally))) if tally.met else tallies
            after[key] = after.get(key, 0.0) + chance * more
    return after


def _meets(tallies: tuple[Tally, ...], cap: int, bar: Bar) -> bool:
    if len(tallies) < bar.min_scenarios:
        return False
    total = Tally(sum(tally.handled for tally in tallies), sum(tally.met for tally in tallies))
    # The bound first: most courses are far below it, and the posterior takes a hundred times longer.
    return may_meet(total, len(tallies), cap, bar) and (
        posterior(tallies, bar.cut, bar.correlation, bar.prior).chance >= bar.sure / 100
    )


def may_meet(total: Tally, conversations: int, cap: int, bar: Bar) -> bool:
    """Tell whether some arrangement of these totals may meet the bar."""
    missed = total.met - total.handled
    return total.met >= bar.min_moments and missed <= _most_missed(total.handled, conversations, cap, _Rule(bar))


class _Rule:
    """The part of the bar that the bound depends on, as something that results can be remembered by."""

    def __init__(self, bar: Bar) -> None:
        self.numbers = (bar.cut, bar.correlation, bar.prior, bar.sure)

    def __hash__(self) -> int:
        return hash(self.numbers)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Rule) and self.numbers == other.numbers


@lru_cache(maxsize=16_384)
def _most_missed(handled: int, conversations: int, cap: int, rule: _Rule) -> int:
    """Return how many moments may have been missed beside these handled well; -1 where the bar is not met with none."""
    cut, rho, prior, sure = rule.numbers
    each, over = divmod(handled, conversations)
    spread_out = (Tally(each + 1, each + 1),) * over + (Tally(each, each),) * (conversations - over if each else 0)

    def meets(missed: int) -> bool:
        heaps, rest = divmod(missed, cap or 1)
        heaped = (Tally(0, cap),) * heaps + ((Tally(0, rest),) if rest else ())
        return posterior(spread_out + heaped, cut, rho, prior).chance >= sure / 100

    # Nearly always that is all there is to know: few courses come close to a bar.
    if not meets(0):
        return -1
    # One more that was missed makes it less sure, so the last number that meets the bar is found by halving.
    return bisect_left(range(conversations * cap + 1), x=True, key=lambda missed: not meets(missed)) - 1
