"""What `simulator paths` prints: one fact a line, the numbers first."""

from collections.abc import Iterator, Mapping
from typing import Final

from simulator.analysis.extremes import Way
from simulator.usecases.paths import PathsView, SkillPaths

_WHO: Final[Mapping[str, str]] = {
    "random": "chooses at random",
    "longest": "says the longest line",
    "shortest": "says the shortest line",
    "first": "says what is shown first",
    "last": "says what is shown last",
    "politest": "says the politest line",
    "most-words-from-the-customer": "says the line with most of the customer's words",
    "always-empathy": "says the line with most feeling words",
    "always-question": "asks wherever a question is on offer",
}

_TOLD: Final = 0.0005
"""Probability from which on it is told that it has come to no ending: what would be printed as 0.1 %."""


def lines_of(view: PathsView) -> Iterator[str]:
    """Say what all paths of a scenario come to."""
    yield f"{view.title} ({view.scenario})"
    if not view.exact:
        yield "Too many states to follow exactly: what stands here are bounds, with every choice taken to be on offer."
    yield f"States that can go on differently: {view.states:,}"
    yield f"Paths: {_number(view)}"
    yield f"Choices on a path: {_length(view.shortest)} at least, {_length(view.longest)} at most"
    for turn in view.stuck:
        yield f'Stuck: at "{turn}" the rep can come to have nothing to say.'
    for turn in view.without_end:
        yield f'Without end: from "{turn}" no ending may be reached any more.'
    yield ""
    yield f"Endings, for somebody who {_WHO[view.chooser]}"
    yield from _endings(view)
    yield ""
    yield "Moments on every path"
    for skill in view.skills:
        yield from _skill(skill)
    if view.bots:
        yield ""
        yield f"What somebody who {_WHO[view.chooser]} would show"
        for skill in view.skills:
            yield from _spread(skill)
        yield ""
        yield "Handled well by those who choose without understanding"
        yield from _bots(view)


def _endings(view: PathsView) -> Iterator[str]:
    """Say how probable each ending is, and how much of that is not known."""
    if not view.settled:
        yield f"  not known, because {'a rep can be stuck' if view.exact else 'not every state was followed'}"
        return
    for ending, chance in view.endings.items():
        yield f"  {_chance(chance):>6}  {ending}"
    if view.unsettled >= _TOLD:
        yield f"  {view.unsettled:>6.1%}  still going round a circle: every share here may be wrong by as much"


def _spread(skill: SkillPaths) -> Iterator[str]:
    """Say how many moments of a skill are met and handled well, how probably, and at which levels they are answered."""
    yield f"  {skill.title}: {skill.share or 0.0:.0%} handled well"
    yield f"    moments met: {_numbers(skill.moments)}"
    yield f"    handled well: {_numbers(skill.handled)}"
    levels = ", ".join(f"{number:.1f} at level {level:d}" for level, number in skill.levels.items())
    yield f"    to be expected: {levels}"


def _numbers(chances: Mapping[int, float]) -> str:
    return ", ".join(f"{number} ({chance:.0%})" for number, chance in chances.items()) or "too many ways to tell"


def _number(view: PathsView) -> str:
    if view.paths is not None:
        return f"{view.paths:,}"
    if view.exact and view.longest is not None:
        return "more than a number of a thousand digits"
    return "endless, because a circle can be gone round again" if view.exact else "not counted"


def _length(way: Way | None) -> str:
    return "no limit" if way is None else str(len(way.steps))


def _chance(chance: float | None) -> str:
    return "never" if chance is None else f"{chance:.1%}"


def _skill(skill: SkillPaths) -> Iterator[str]:
    if skill.fewest is None or skill.fewest_handled is None:
        yield f"  {skill.title}: no path comes to an end"
        return
    if skill.most is None or skill.most_handled is None:
        yield f"  {skill.title}: {skill.fewest.value} at least, of them {skill.fewest_handled.value} handled well"
        return
    yield (
        f"  {skill.title}: {skill.fewest.value} at least, {skill.most.value} at most; "
        f"{skill.fewest_handled.value} to {skill.most_handled.value} of them handled well on one path"
    )
    if skill.fewest.value < skill.most.value:
        yield f"    fewest on: {' '.join(step.choice for step in skill.fewest.steps)}"


def _bots(view: PathsView) -> Iterator[str]:
    width = max(map(len, view.bots))
    for name, shares in view.bots.items():
        said = ", ".join(f"{skill} {share:.0%}" for skill, share in shares.items())
        yield f"  {name:<{width}}  {said}"
