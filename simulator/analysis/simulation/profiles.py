"""The kinds of rep that are simulated: at the bar, below and above it, weak in one skill, guessing, changing."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from simulator.analysis.bots import BOTS
from simulator.analysis.simulation.world import Profile, World
from simulator.domain.ids import SkillId
from simulator.domain.rubric import Bar

GOOD: Final = 0.90
"""The share that a good rep handles well in every skill: whom the rule should find."""

GUESSES: Final = ("random", "longest", "shortest", "always-question")
"""The blind ways of choosing that are simulated; lint bounds the chances of all of them exactly."""

AFRESH_AFTER: Final = 4
"""Assessments after which whoever starts afresh as often as may be does so: as many as fit well between two times."""

WORLDS: Final[Mapping[str, World]] = {
    "usual": World(),
    "alike": World(rep_and_customer=0.0, rep_customer_and_skill=0.0, customer=0.0, moment=0.0),
    "uneven": World(rep_and_customer=0.8, rep_customer_and_skill=0.7, customer=0.6, moment=0.8),
    "narrow": World(exemplary=0.4, harmful=0.7),
    "wide": World(exemplary=2.2, harmful=3.0),
}
"""Worlds that differ in what the rule cannot know: how alike moments are, and how far the levels lie apart."""


def profiles(bar: Bar) -> Sequence[Profile]:
    """Return every kind of rep, the ready ones first; the weak skill is the bar's second, or its only one."""
    cut = bar.cut / 100
    return (
        _even(bar, f"{100 * GOOD:.0f} % in every skill", GOOD),
        _even(bar, "5 points above the bar", cut + 0.05),
        _even(bar, "at the bar", cut),
        _even(bar, "5 points below the bar", cut - 0.05),
        _even(bar, "10 points below the bar", cut - 0.10),
        _one_weak(bar, 5),
        _one_weak(bar, 10),
        replace(_one_weak(bar, 10), name="the same, starting afresh", afresh_after=AFRESH_AFTER),
        replace(_even(bar, "learns on the way", cut - 0.15), later=_all(bar, GOOD)),
        replace(_even(bar, "forgets on the way", GOOD), later=_all(bar, cut - 0.10)),
        _even(bar, "learns answers by heart", cut - 0.10),
        *(replace(_even(bar, f"guesses: {name}", 0.5), chooser=BOTS[name]) for name in GUESSES),
    )


def world_of(profile: Profile, world: World) -> World:
    """Return the world as this kind of rep meets it: whoever learns answers by heart remembers nearly all of them."""
    return replace(world, memory=0.9) if "by heart" in profile.name else world


def _even(bar: Bar, name: str, share: float) -> Profile:
    return Profile(name=name, shares=_all(bar, share))


def _all(bar: Bar, share: float) -> Mapping[SkillId, float]:
    return dict.fromkeys(bar.skills, _within(share))


def _one_weak(bar: Bar, points: int) -> Profile:
    cut, weak = bar.cut / 100, bar.skills[min(1, len(bar.skills) - 1)]
    shares = {**_all(bar, cut + 0.13), weak: _within(cut - points / 100)}
    return Profile(name=f"{points} points below in one skill", shares=shares)


def _within(share: float) -> float:
    return min(max(share, 0.01), 0.99)
