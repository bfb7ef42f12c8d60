"""How often the readiness rule is right on this very library: reps of known skill are simulated and judged."""

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

from simulator.analysis.counts import stuck
from simulator.analysis.exploring import explore
from simulator.analysis.moments import fewest
from simulator.analysis.simulation.calibration import calibrated
from simulator.analysis.simulation.course import (
    Course,
    Library,
    Rep,
    Tries,
    in_order,
    least_certain_first,
    taken,
    tried,
)
from simulator.analysis.simulation.profiles import GOOD, WORLDS, profiles, world_of
from simulator.analysis.simulation.rates import Rates, rates, wald_bound
from simulator.analysis.simulation.talk import Stage
from simulator.analysis.simulation.world import Profile
from simulator.authoring.index import digest_of
from simulator.authoring.library import Library as Shelf
from simulator.authoring.library import open_library
from simulator.conversation.machine import conversation_of
from simulator.domain.ids import SkillId
from simulator.domain.near import did_you_mean
from simulator.domain.rubric import Bar
from simulator.domain.scenario import Purpose
from simulator.usecases.desk import Desk
from simulator.usecases.refusal import Refused

REPS: Final = 10_000
"""Reps that are simulated where nothing else is asked for."""

MOST_REPS: Final = 1_000_000

PASSES: Final = 2
"""How often, under a pass mark, the whole library is gone through."""

_CHUNK: Final = 25
"""Reps that one process simulates before it reports."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What became of the reps of one kind."""

    name: str
    truly_ready: bool
    """Whether their true skill is at the bar in every skill, at the beginning and at the end."""
    changes: bool
    """Whether their true skill changes on the way."""
    rates: Rates


@dataclass(frozen=True, slots=True, kw_only=True)
class Validation:
    """The rule's errors on one library."""

    of: str
    """What it depends on, as one digest, as it was before the first rep."""
    reps: int
    seed: int
    world: str
    assessments: int
    """Assessments in the library."""
    cut: int
    sure: int
    kinds: tuple[Kind, ...]
    bound: float
    """The fewest independent moments of one skill that any rule with these errors needs on average (Wald)."""
    needed: float
    """The moments of one skill, on average, after which this rule finds a rep of 90 %."""
    fixed_order: Rates
    """What becomes of the reps of 90 % where the assessments are taken as they come, and not the most telling first."""


def validate(
    desk: Desk,
    reps: int = REPS,
    seed: int = 1,
    world: str = "usual",
    progress: Callable[[int, int], None] = lambda _done, _of: None,
    processes: int | None = None,
) -> Validation:
    """Simulate so many reps, spread over all kinds, in so many processes; the same seed gives the same numbers.

    Refused where there is no assessment to simulate with, or no such world. `progress` is told how many of how many
    are done.
    """
    if world not in WORLDS:
        raise Refused(f'There is no world called "{world[:40]}": {did_you_mean(world, WORLDS) or ", ".join(WORLDS)}')
    if not 1 <= reps <= MOST_REPS:
        raise Refused(f"Simulate from 1 to {MOST_REPS:,} reps.")
    stages, bar = staged(desk.library), desk.library.bar()
    if not stages.stages:
        raise Refused("This library has no assessment that can be taken to an end: there is nothing to simulate.")
    of, kinds = fingerprint(desk.library), profiles(bar)
    each = -(-reps // len(kinds))
    jobs = [(kind, first, min(_CHUNK, each - first)) for kind in range(len(kinds)) for first in range(0, each, _CHUNK)]
    found: list[list[_Outcome]] = [[] for _ in kinds]
    known = tuple(calibrated(each, stages.stages, WORLDS[world]) for each in kinds)
    run = _Run(stages=stages, bar=bar, seed=seed, world=world, kinds=known)
    for kind, outcomes in _outcomes(run, desk.library.root, jobs, processes or os.cpu_count() or 1):
        found[kind] += outcomes
        progress(sum(map(len, found)), each * len(kinds))
    told = tuple(_kind(profile, bar, outcomes) for profile, outcomes in zip(kinds, found, strict=True))
    good, weak = told[0].rates, next(kind.rates for kind in told if kind.name == "10 points below in one skill")
    return Validation(
        of=of,
        reps=each * len(kinds),
        seed=seed,
        world=world,
        assessments=len(stages.stages),
        cut=bar.cut,
        sure=bar.sure,
        kinds=told,
        bound=wald_bound(max(0.01, bar.cut / 100 - 0.10), GOOD, weak.falsely_ready.share, 1 - good.ready.share),
        needed=good.moments / len(bar.skills),
        fixed_order=rates([each.fixed for each in found[0] if each.fixed is not None], []),
    )


def fingerprint(library: Shelf) -> str:
    """Return what the error rates depend on, as one digest: the bar, and the assessments with their exact texts."""
    bar = digest_of((library.root / "rubrics" / "readiness.yaml").read_bytes())
    scenarios = [f"{each.id} {each.digest}" for each in library.summaries() if each.purpose is Purpose.ASSESSMENT]
    return hashlib.sha256("\n".join((bar, *scenarios)).encode()).hexdigest()


def staged(shelf: Shelf) -> Library:
    """Prepare the assessments of a library that can be taken to an end."""
    scenarios = [shelf.scenario(summary.id).scenario for summary in shelf.summaries()]
    spaces = [(each, explore(conversation_of(each).table)) for each in scenarios if each.purpose is Purpose.ASSESSMENT]
    sound = [(each, space) for each, space in spaces if not stuck(space)]
    return Library(
        stages=tuple(Stage(space.table) for _, space in sound),
        moments=tuple(
            {skill: way.value for skill in each.skills if (way := fewest(space, skill))} for each, space in sound
        ),
    )


_Job = tuple[int, int, int]
"""Which kind of rep, the number of the first, and how many."""


class _Outcome(NamedTuple):
    """What became of one simulated rep."""

    course: Course
    tries: Tries
    fixed: Course | None
    """The course in a fixed order; only for the first kind of rep."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """What every process needs."""

    stages: Library
    bar: Bar
    seed: int
    world: str
    kinds: tuple[Profile, ...]

    def of(self, job: _Job) -> list[_Outcome]:
        """Simulate the reps of one job, each with a draw of its own."""
        kind, first, many = job
        profile = self.kinds[kind]
        return [self._rep(profile, number, also_in_order=kind == 0) for number in range(first, first + many)]

    def _rep(self, profile: Profile, number: int, *, also_in_order: bool) -> _Outcome:
        world, length = world_of(profile, WORLDS[self.world]), len(self.stages.stages)

        def rep(course: str) -> Rep:
            draw = Random(f"{self.seed}/{profile.name}/{number}/{course}")  # noqa: S311 - chance, not secrecy
            return Rep(profile, world, length, draw)

        course = taken(self.stages, self.bar, rep("rule"), least_certain_first(self.bar))
        fixed = taken(self.stages, self.bar, rep("rule"), in_order) if also_in_order else None
        return _Outcome(course, tried(self.stages, rep("tries"), PASSES * length), fixed)


_Asked = tuple[Mapping[SkillId, float] | None, Mapping[SkillId, float] | None]


def _plain(kind: Profile) -> _Asked:
    """Return what another process needs of a kind of rep: the rest it makes itself."""
    return kind.asked, kind.asked_later


class _Process:
    """What one process has opened: it is the same for all of its jobs."""

    run: _Run

    @classmethod
    def open(cls, root: Path, seed: int, world: str, asked: "tuple[_Asked, ...]") -> None:
        library = open_library(root, None)
        kinds = zip(profiles(library.bar()), asked, strict=True)
        cls.run = _Run(
            stages=staged(library),
            bar=library.bar(),
            seed=seed,
            world=world,
            kinds=tuple(replace(kind, asked=begun, asked_later=later) for kind, (begun, later) in kinds),
        )

    @classmethod
    def work(cls, job: _Job) -> list[_Outcome]:
        return cls.run.of(job)


def _outcomes(run: _Run, root: Path, jobs: Sequence[_Job], processes: int) -> Iterator[tuple[int, list[_Outcome]]]:
    """Do all jobs, in one process or in several, and yield them in their order: it must not decide any number."""
    if processes == 1:
        yield from ((job[0], run.of(job)) for job in jobs)
        return
    with ProcessPoolExecutor(
        processes,
        # A process begun anew has no threads or locks of ours half-way through something.
        mp_context=get_context("spawn"),
        initializer=_Process.open,
        initargs=(root, run.seed, run.world, tuple(map(_plain, run.kinds))),
    ) as pool:
        yield from zip((job[0] for job in jobs), pool.map(_Process.work, jobs), strict=True)


def _kind(profile: Profile, bar: Bar, outcomes: Sequence[_Outcome]) -> Kind:
    cut = bar.cut / 100
    return Kind(
        name=profile.name,
        truly_ready=profile.chooser is None and profile.is_ready(cut, 0.0) and profile.is_ready(cut, 1.0),
        changes=profile.later is not None,
        rates=rates([each.course for each in outcomes], [each.tries for each in outcomes]),
    )
