"""When a rep may set their assessments so far aside and begin anew, and why not sooner.

Someone who has grown should be judged by who they are now, and evidence from before holds them back until it ages
out. But to begin anew after every bad day would be a pass mark with unlimited tries, which in simulation passes
practically everyone: so there are days between.
"""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime, timedelta

from simulator.assessment.window import first_sights, in_utc
from simulator.domain.evidence import AttemptEvidence
from simulator.domain.ids import AttemptId
from simulator.domain.intention import FreshStart
from simulator.domain.rubric import Bar


def set_aside(attempts: Sequence[AttemptId], starts: Sequence[FreshStart]) -> frozenset[AttemptId]:
    """Return the attempts that fresh starts set aside; `attempts` are all of the rep's, the oldest first."""
    ends = [attempts.index(start.up_to) + 1 for start in starts if start.up_to in attempts]
    return frozenset(attempts[: max(ends, default=0)])


def would_set_aside(evidence: Sequence[AttemptEvidence], gone: Collection[AttemptId]) -> tuple[AttemptEvidence, ...]:
    """Return the first-sight assessments that a fresh start would set aside now, oldest first."""
    return tuple(each for each in first_sights(evidence) if each.attempt not in gone and each.says_something)


def possible_from(stands: Sequence[AttemptEvidence], starts: Sequence[FreshStart], bar: Bar) -> datetime:
    """Return the first moment, in UTC, at which a fresh start is possible; `stands`, not empty, would be set aside.

    Both the last fresh start and the oldest assessment that would be set aside must be the bar's days away.
    """
    since = max([in_utc(start.at) for start in starts] + [min(in_utc(each.started) for each in stands)])
    try:
        return since + timedelta(days=bar.fresh_start_days)
    except OverflowError:
        return datetime.max.replace(tzinfo=UTC)
