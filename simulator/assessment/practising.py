"""What to practise: the behaviour that was missed most, and when a conversation is due again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from simulator.assessment.window import in_utc
from simulator.domain.evidence import Moment
from simulator.domain.ids import SkillId
from simulator.domain.rubric import Prior

GAPS: Final = (1, 3, 7, 21)
"""Days after which a conversation that was practised once, twice … is due again.

What is repeated after a pause that grows is kept longer. To still know something after 70 days, a pause of 21 was best
(N. Cepeda and others, Psychological Science 19 (2008) 1095-1102); evidence counts for 90 days.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weakness:
    """One behaviour of a skill that was missed."""

    skill: SkillId
    indicator: str
    handled: int
    """Answers that showed it at level 2 or more."""
    of: int
    """Answers that showed it at any level."""
    share: float
    """The share handled well, drawn towards what is assumed of anybody: 0 to 1."""

    @property
    def missed(self) -> int:
        """Answers that showed it below level 2."""
        return self.of - self.handled


def weaknesses(moments: Iterable[Moment], prior: Prior) -> tuple[Weakness, ...]:
    """Return the behaviours of which at least one was missed, the weakest first.

    The share is the mean of a Beta distribution with the bar's prior: one miss of one is not yet weaker than five of
    eight. Of equal ones, the one met more often, then by name.
    """
    counts: dict[tuple[SkillId, str], list[int]] = {}
    for moment in moments:
        if moment.shown is not None:
            count = counts.setdefault((moment.skill, moment.shown.indicator), [0, 0])
            count[0] += moment.handled_well
            count[1] += 1
    found = [
        Weakness(
            skill=skill,
            indicator=indicator,
            handled=handled,
            of=of,
            share=(handled + prior.good) / (of + prior.good + prior.missed),
        )
        for (skill, indicator), (handled, of) in counts.items()
        if handled < of
    ]
    return tuple(sorted(found, key=lambda each: (each.share, -each.of, each.skill, each.indicator)))


def due(times: int, last: datetime) -> datetime:
    """Return when a conversation practised so many times (1 or more), the last time then, is due again; in UTC."""
    return in_utc(last) + timedelta(days=GAPS[min(times, len(GAPS)) - 1])
