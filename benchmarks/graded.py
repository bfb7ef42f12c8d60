"""Good or missed against four levels, in worlds whose spacings the rule does not know.

`uv run python benchmarks/graded.py [REPS]`. Not part of the table of budgets: what it prints stands in
docs/decisions/graded-evidence.md.
"""

import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from random import Random

from simulator.analysis.simulation.calibration import calibrated
from simulator.analysis.simulation.course import Rep, least_certain_first, taken
from simulator.analysis.simulation.graded import GradedWeighing
from simulator.analysis.simulation.profiles import WORLDS
from simulator.analysis.simulation.weighing import Weighing, Weighs
from simulator.analysis.simulation.world import Profile
from simulator.authoring.library import default_root, open_library
from simulator.domain.rubric import Bar
from simulator.usecases.validating import staged

WEIGHINGS: Mapping[str, Callable[[Bar], Weighs]] = {"good or missed": Weighing, "four levels": GradedWeighing}
REPS: Mapping[str, tuple[float, ...]] = {"90 %": (0.9, 0.9, 0.9), "-10": (0.88, 0.65, 0.88), "-5": (0.88, 0.7, 0.88)}


def measured(job: tuple[str, str, str, int, int]) -> tuple[float, float]:
    """Return the share found READY within 12 assessments, and after how many on average."""
    weighing, world, kind, sure, reps = job
    library = open_library(default_root(), None)
    bar, stages = replace(library.bar(), sure=sure), staged(library)
    asked = Profile(name=kind, shares=dict(zip(bar.skills, REPS[kind], strict=True)))
    profile = calibrated(asked, stages.stages, WORLDS[world])
    found: list[int] = []
    for number in range(reps):
        rep = Rep(profile, WORLDS[world], len(stages.stages), Random(f"{world}/{kind}/{number}"))
        ready = taken(stages, bar, rep, least_certain_first(bar), WEIGHINGS[weighing]).ready_after
        found += [ready] if ready is not None and ready <= 12 else []
    return len(found) / reps, sum(found) / len(found) if found else 0.0


if __name__ == "__main__":
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    with ProcessPoolExecutor() as pool:
        for name in WEIGHINGS:
            for sure in (90, 95):
                jobs = [(name, world, kind, sure, many) for world in WORLDS for kind in REPS]
                for job, (share, after) in zip(jobs, pool.map(measured, jobs), strict=True):
                    who = f"{name:15} sure {sure}  {job[1]:7} {job[2]:5}"
                    print(f"{who} READY {share:6.1%} after {after:4.1f}", flush=True)
