"""Who has to be simulated so that a certain share of moments comes out handled well on these very conversations.

A moment offers what it offers. Where one line is the best for two skills, whoever is strong in one of them finds it
for both; where a guarded customer leaves fewer good lines, fewer are said. So what comes out is not what the logit
scale alone says. The verdict speaks of the share that comes out: that is what a simulated rep's true share must mean.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import exp, log
from random import Random
from typing import Final

from simulator.analysis.simulation.talk import Stage, hold
from simulator.analysis.simulation.world import Profile, World, ability
from simulator.domain.ids import SkillId

_TALKS: Final = 60
"""Talks on each conversation for one look: with a dozen conversations its error is about a point."""

_LOOKS: Final = 6
"""How often it is looked and corrected; the last three are averaged, which leaves about half a point."""

_REACH: Final = 4.5
"""How far from 0 a share's logit is let go: beyond, nothing changes any more."""


def calibrated(profile: Profile, stages: Sequence[Stage], world: World) -> Profile:
    """Return the rep with the shares to ask for; whoever chooses blindly stays as they are."""
    if profile.chooser is not None:
        return profile
    later = profile.later
    return replace(
        profile,
        asked=asked_for(profile.shares, stages, world),
        asked_later=None if later is None else asked_for(later, stages, world),
    )


def asked_for(shares: Mapping[SkillId, float], stages: Sequence[Stage], world: World) -> Mapping[SkillId, float]:
    """Return the shares to ask for so that these come out, all 0 to 1 open."""
    logits = {skill: _logit(share) for skill, share in shares.items()}
    kept: list[dict[SkillId, float]] = []
    for look in range(_LOOKS):
        found = realised(
            {skill: _share(logit) for skill, logit in logits.items()}, stages, world, f"calibration/{look}"
        )
        logits = {
            skill: min(max(logit + _logit(shares[skill]) - _logit(found.get(skill, shares[skill])), -_REACH), _REACH)
            for skill, logit in logits.items()
        }
        kept.append(logits)
    last = kept[_LOOKS // 2 :]
    return {skill: _share(sum(each[skill] for each in last) / len(last)) for skill in shares}


def realised(
    asked: Mapping[SkillId, float], stages: Sequence[Stage], world: World, seed: str, talks: int = _TALKS
) -> Mapping[SkillId, float]:
    """Simulate so many talks on each conversation, and return the share handled well of each skill that was met."""
    draw = Random(seed)  # noqa: S311 - chance, not secrecy
    skills = {skill: ability(round(share, 4), world.spread) for skill, share in asked.items()}
    counts: dict[SkillId, list[int]] = {}
    for stage in stages:
        for _ in range(talks):
            for moment in hold(stage, skills, world, draw, set()).moments:
                count = counts.setdefault(moment.skill, [0, 0])
                count[0] += moment.level.handled_well
                count[1] += 1
    return {skill: well / met for skill, (well, met) in counts.items()}


def _logit(share: float) -> float:
    inside = min(max(share, 0.01), 0.99)
    return log(inside / (1 - inside))


def _share(logit: float) -> float:
    return 1 / (1 + exp(-logit))
