"""SIM609: nobody comes out ready by guessing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Final

from simulator.analysis.bots import BOTS
from simulator.analysis.chooser import Chooser
from simulator.analysis.counts import stuck
from simulator.analysis.guessing import chance_of_ready
from simulator.analysis.spread import Spread, TooMany, spread
from simulator.domain.ids import SkillId
from simulator.domain.problem import Severity
from simulator.domain.rubric import Bar
from simulator.domain.scenario import Purpose
from simulator.lint.rule import SCENARIO_FILE, Example, Finding, Rule
from simulator.lint.subject import Proven, Shelf

MOST: Final = 0.01
"""The chance of coming out ready that a blind way of choosing may have."""

_BAR: Final = "rubrics/readiness.yaml"


def _check(shelf: Shelf) -> Iterator[Finding]:
    if shelf.bar is None:
        return
    chances = guessers(shelf.bar, shelf.scenarios)
    worst = max(chances, key=lambda name: chances[name], default=None)
    if worst is not None and chances[worst] > MOST:
        message = f'whoever chooses blindly ("{worst}") comes out ready with a chance of up to {chances[worst]:.0%}'
        hint = "raise the bar, or mend the assessments that such a guesser does well in (simulator paths)"
        yield Finding(message=message, hint=hint, path=("cut",), file=_BAR)


def guessers(bar: Bar, scenarios: Sequence[Proven]) -> Mapping[str, float]:
    """Return for each blind way of choosing a bound on its chance of READY over all assessments, 0 to 1."""
    assessments = [each for each in scenarios if each.scenario.purpose is Purpose.ASSESSMENT and _can_end(each)]
    if len(assessments) < bar.min_scenarios:
        return dict.fromkeys(BOTS, 0.0)
    found = {chooser: _chance(bar, assessments, chooser) for chooser in dict.fromkeys(BOTS.values())}
    return {name: found[chooser] for name, chooser in BOTS.items()}


def _chance(bar: Bar, assessments: Sequence[Proven], chooser: Chooser) -> float:
    """Return a bound on one guesser's chance: that of the worst skill alone, where it is far below what may be."""
    worst = min(bar.skills, key=lambda skill: sum(_share(each, chooser, skill) for each in assessments))
    alone = chance_of_ready(replace(bar, skills=(worst,)), [*_followed(assessments, chooser, (worst,))])
    # READY needs every skill: what one alone makes improbable need not be worked out for the others.
    return alone if alone <= MOST / 10 else chance_of_ready(bar, [*_followed(assessments, chooser, bar.skills)])


def _share(proven: Proven, chooser: Chooser, skill: SkillId) -> float:
    name = next(name for name, other in BOTS.items() if other is chooser)
    expected = proven.bots[name].skills.get(skill)
    return expected.share if expected else 0.0


def _can_end(proven: Proven) -> bool:
    return proven.space.exact and not stuck(proven.space)


def _followed(
    assessments: Iterable[Proven], chooser: Chooser, skills: Sequence[SkillId]
) -> Iterator[Mapping[SkillId, Spread]]:
    """Yield what each assessment comes to; one of thousands of turns is left out, as one of too many states is."""
    for each in assessments:
        with suppress(TooMany):
            yield _spreads(each, chooser, skills)


def _spreads(proven: Proven, chooser: Chooser, skills: Sequence[SkillId]) -> Mapping[SkillId, Spread]:
    known = [skill for skill in skills if skill in proven.scenario.skills]
    return {skill: spread(proven.space, chooser, skill) for skill in known}


_ASSESSMENT: Final = "purpose: assessment\n"

READY_BY_GUESSING: Final = Rule[Shelf](
    code="SIM609",
    law="No blind way of choosing comes out ready with a chance of more than 1 %.",
    why="A verdict that can be had by saying the longest line, or any line, tells a manager nothing. The chance is"
    " worked out over all assessments, exactly for the first few and as a proven upper bound after that.",
    failing=Example(files={SCENARIO_FILE: _ASSESSMENT, _BAR: "cut: 50\nsure: 60\n"}),
    passing=Example(files={SCENARIO_FILE: _ASSESSMENT, _BAR: "cut: 75\nsure: 90\n"}),
    severity=Severity.ERROR,
    check=_check,
)
