"""What a whole team misses most, with the answers in which it was missed."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from simulator.assessment.practising import Weakness, weaknesses
from simulator.assessment.window import in_utc
from simulator.domain.evidence import Moment
from simulator.domain.rubric import Prior


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """One answer in which a behaviour was missed."""

    moment: Moment
    """The newest moment at which it was given."""
    reps: int
    """How many reps gave it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamGap:
    """A behaviour that a team misses."""

    weakness: Weakness
    reps: int
    """Reps whose answers showed it at any level."""
    missed_by: int
    """Of these, the reps who missed it at least once."""
    misses: tuple[Miss, ...]
    """Answers in which it was missed, the one that most reps gave first, at different turns."""


def team_gaps(reps: Sequence[Sequence[Moment]], prior: Prior, *, most: int, examples: int) -> tuple[TeamGap, ...]:
    """Return up to `most` behaviours that a team misses, the weakest first; `reps` holds each rep's moments that count.

    A moment without an answer says nothing here.
    """
    weakest = weaknesses(chain.from_iterable(reps), prior)[:most]
    return tuple(_gap(weakness, reps, examples) for weakness in weakest)


def _gap(weakness: Weakness, reps: Sequence[Sequence[Moment]], examples: int) -> TeamGap:
    showing = [[moment for moment in moments if _shows(moment, weakness)] for moments in reps]
    missed = [[moment for moment in moments if not moment.handled_well] for moments in showing]
    return TeamGap(
        weakness=weakness,
        reps=sum(map(bool, showing)),
        missed_by=sum(map(bool, missed)),
        misses=_misses(missed)[:examples],
    )


def _shows(moment: Moment, weakness: Weakness) -> bool:
    return moment.shown is not None and moment.skill == weakness.skill and moment.shown.indicator == weakness.indicator


def _misses(missed: Sequence[Iterable[Moment]]) -> tuple[Miss, ...]:
    """Count by how many reps each answer was given; of each turn keep the one that most gave."""
    newest: dict[tuple[str, ...], Moment] = {}
    givers: Counter[tuple[str, ...]] = Counter()
    for moments in missed:
        mine = {_answer(moment): moment for moment in moments}
        givers.update(mine.keys())
        for answer, moment in mine.items():
            known = newest.setdefault(answer, moment)
            newest[answer] = max(known, moment, key=lambda each: (in_utc(each.at), each.attempt))
    ordered = sorted(newest, key=lambda answer: (-givers[answer], answer))
    by_turn: dict[tuple[str, ...], Miss] = {}
    for answer in ordered:
        by_turn.setdefault(answer[:2], Miss(moment=newest[answer], reps=givers[answer]))
    return tuple(by_turn.values())


def _answer(moment: Moment) -> tuple[str, ...]:
    # The same id in another version of a scenario may be other words.
    return moment.scenario, moment.turn, moment.shown.choice if moment.shown else "", moment.content
