"""What many answers say about the moments and choices themselves: classical item analysis.

Numbers of few answers mislead, so below a stated minimum there are none: they are None, never 0. Sources: difficulty
and the corrected item-rest correlation as in F. Lord and M. Novick, Statistical Theories of Mental Test Scores (1968),
chapter 15; intervals after E. Wilson, J. Am. Stat. Assoc. 22 (1927) 209-212.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean
from typing import Final, NamedTuple

from simulator.assessment.interval import wilson

FEW_ANSWERS: Final = 20
"""Answers below which no share is given."""

FEW_REPS: Final = 50
"""Reps below which no correlation is given: its error would be over 0.14."""

FEW_SCENARIOS: Final = 4
"""Assessments a rep must have taken to tell how alike the moments of one are."""


class Answer(NamedTuple):
    """One rep's answer at one moment."""

    rep: str
    scenario: str
    turn: str
    skill: str
    choice: str
    well: bool
    """Handled well."""
    place: int
    """Where the choice stood on the screen, from 0."""
    of: int
    """How many were on offer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """One choice of a turn."""

    choice: str
    answers: int
    share: float | None
    """Of the answers at the turn, 0 to 1; None where there are too few."""
    rest: float | None
    """The mean share that those who said it handle well elsewhere; None where there are too few."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One moment: a turn, for one skill."""

    scenario: str
    turn: str
    skill: str
    answers: int
    difficulty: float | None
    """The share that handled it well, 0 to 1; None where there are too few."""
    interval: tuple[float, float] | None
    """Its 95 % interval."""
    discrimination: float | None
    """How handling it well goes with handling the other moments of the skill well, -1 to 1; None where too few."""
    choices: tuple[Chosen, ...]
    """By how often they were said."""
    places: tuple[tuple[int, int], ...]
    """For each answer, where its choice stood on the screen, from 0, and how many were on offer."""


def items(answers: Iterable[Answer]) -> tuple[Item, ...]:
    """Return what all answers say of each moment, by scenario, turn and skill."""
    everything = tuple(answers)
    by_item: dict[tuple[str, str, str], list[Answer]] = {}
    for answer in everything:
        by_item.setdefault((answer.scenario, answer.turn, answer.skill), []).append(answer)
    elsewhere = _Elsewhere(everything)
    return tuple(_item(key, found, elsewhere) for key, found in sorted(by_item.items()))


def alikeness(answers: Iterable[Answer]) -> float | None:
    """Estimate the correlation rho of two moments of one conversation, beyond what the rep's own skill makes alike.

    The mean product of two answers of one rep in one conversation, less that of two answers of one rep in different
    ones, over the variance of an answer. None below 50 reps with 4 assessments each.
    """
    talks: dict[tuple[str, str], dict[str, list[bool]]] = {}
    for answer in answers:
        talks.setdefault((answer.rep, answer.skill), {}).setdefault(answer.scenario, []).append(answer.well)
    taken = {key: held for key, held in talks.items() if len(held) >= FEW_SCENARIOS}
    if len({rep for rep, _ in taken}) < FEW_REPS:
        return None
    within, between, share = _Mean(), _Mean(), _Mean()
    for held in taken.values():
        sums = [(sum(talk), len(talk)) for talk in held.values()]
        together, all_of_them = sum(well for well, _ in sums), sum(many for _, many in sums)
        share.add(together, all_of_them)
        # Pairs of a sum: all ordered pairs less each with itself; a yes times itself is a yes.
        inside = sum(well * well - well for well, _ in sums)
        within.add(inside, sum(many * many - many for _, many in sums))
        across = all_of_them**2 - sum(many * many for _, many in sums)
        between.add(together**2 - sum(well * well for well, _ in sums), across)
    spread = share.mean * (1 - share.mean)
    return (within.mean - between.mean) / spread if spread and within.weight else None


class _Mean:
    """A mean that is added to."""

    def __init__(self) -> None:
        self.total = self.weight = 0.0

    def add(self, total: float, weight: float) -> None:
        self.total += total
        self.weight += weight

    @property
    def mean(self) -> float:
        return self.total / self.weight if self.weight else 0.0


class _Elsewhere:
    """How well each rep does in one skill, but for one moment."""

    def __init__(self, answers: Sequence[Answer]) -> None:
        self._well: dict[tuple[str, str], int] = {}
        self._met: dict[tuple[str, str], int] = {}
        for answer in answers:
            key = (answer.rep, answer.skill)
            self._well[key] = self._well.get(key, 0) + answer.well
            self._met[key] = self._met.get(key, 0) + 1

    def share(self, answer: Answer) -> float | None:
        """Return the share handled well in all other moments; None where there are none."""
        key = (answer.rep, answer.skill)
        others = self._met[key] - 1
        return (self._well[key] - answer.well) / others if others else None


def _item(key: tuple[str, str, str], answers: Sequence[Answer], elsewhere: _Elsewhere) -> Item:
    scenario, turn, skill = key
    well, many = sum(answer.well for answer in answers), len(answers)
    enough = many >= FEW_ANSWERS
    return Item(
        scenario=scenario,
        turn=turn,
        skill=skill,
        answers=many,
        difficulty=well / many if enough else None,
        interval=wilson(well, many) if enough else None,
        discrimination=_discrimination(answers, elsewhere),
        choices=_choices(answers, elsewhere),
        places=tuple((answer.place, answer.of) for answer in answers),
    )


def _discrimination(answers: Sequence[Answer], elsewhere: _Elsewhere) -> float | None:
    pairs = [(float(answer.well), rest) for answer in answers if (rest := elsewhere.share(answer)) is not None]
    if len(pairs) < FEW_REPS:
        return None
    here, there = fmean(one for one, _ in pairs), fmean(other for _, other in pairs)
    product = sum((one - here) * (other - there) for one, other in pairs)
    spreads = sum((one - here) ** 2 for one, _ in pairs) * sum((other - there) ** 2 for _, other in pairs)
    return product / sqrt(spreads) if spreads else None


def _choices(answers: Sequence[Answer], elsewhere: _Elsewhere) -> tuple[Chosen, ...]:
    said: dict[str, list[Answer]] = {}
    for answer in answers:
        said.setdefault(answer.choice, []).append(answer)
    ordered: Mapping[str, list[Answer]] = dict(sorted(said.items(), key=lambda found: (-len(found[1]), found[0])))
    enough = len(answers) >= FEW_ANSWERS
    return tuple(
        Chosen(
            choice=choice,
            answers=len(found),
            share=len(found) / len(answers) if enough else None,
            rest=_rest(found, elsewhere) if len(found) >= FEW_ANSWERS else None,
        )
        for choice, found in ordered.items()
    )


def _rest(answers: Iterable[Answer], elsewhere: _Elsewhere) -> float | None:
    shares = [share for answer in answers if (share := elsewhere.share(answer)) is not None]
    return fmean(shares) if shares else None
