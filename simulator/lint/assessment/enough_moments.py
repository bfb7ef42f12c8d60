"""SIM502: every path gives enough moments for every skill."""

from collections.abc import Iterator
from typing import Final

from simulator.analysis.exploring import explore
from simulator.analysis.extremes import Way
from simulator.analysis.moments import fewest
from simulator.analysis.space import Space
from simulator.domain.ids import SkillId
from simulator.domain.problem import Severity
from simulator.domain.scenario import Purpose
from simulator.lint.assessment.sample import assessment
from simulator.lint.rule import Finding, Rule
from simulator.lint.subject import Proven

ENOUGH: Final = 3
"""Moments for each skill on every path of an assessment."""

_SHOWN: Final = 60
"""Choices of a path that a message shows."""


def _check(proven: Proven) -> Iterator[Finding]:
    scenario = proven.scenario
    assessing = scenario.purpose is Purpose.ASSESSMENT
    needed = ENOUGH if assessing else 1
    bounds = explore(proven.table, limit=0) if proven.space.exact else proven.space
    for index, skill in enumerate(scenario.skills):
        way = _too_few(proven, bounds, skill, needed)
        if way is not None:
            known = proven.space.exact
            severity = Severity.ERROR if assessing and known else Severity.WARNING
            message = (
                f"a path {'gives' if known else 'may give'} {_moments(way.value)} for {skill}: {_path(proven, way)}"
            )
            hint = f"let every path come to {_moments(needed)} that call{'s' if needed == 1 else ''} for it"
            hint += "" if way.value else ", or take it off this list"
            yield Finding(message=message, hint=hint, path=("skills", index), severity=severity)


def _too_few(proven: Proven, bounds: Space, skill: SkillId, needed: int) -> Way | None:
    """Find a path with fewer moments than needed, if there is one.

    What holds with all conditions left aside holds with them too: so the large space is asked only in doubt.
    """
    bound = fewest(bounds, skill)
    if bound is None or bound.value >= needed:
        return None
    way = fewest(proven.space, skill) if proven.space.exact else bound
    return way if way is not None and way.value < needed else None


def _path(proven: Proven, way: Way) -> str:
    choices = [step.choice for step in way.steps]
    more = " …" if len(choices) > _SHOWN else ""
    return f"simulator walk {proven.scenario.id} {' '.join(choices[:_SHOWN])}{more}"


def _moments(number: int) -> str:
    return f"{number or 'no'} {'moment' if number == 1 else 'moments'}"


ENOUGH_MOMENTS: Final = Rule[Proven](
    code="SIM502",
    law="Every path through an assessment gives at least three moments for each skill that it lists.",
    why=(
        "What is counted must not depend on the way the conversation went: a rep who came by the short way would have "
        "spent a customer never seen before on next to nothing. In practice one moment is enough."
    ),
    failing=assessment(2),
    passing=assessment(3),
    severity=Severity.ERROR,
    check=_check,
)
