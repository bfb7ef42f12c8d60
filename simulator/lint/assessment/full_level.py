"""SIM503: every skill can be shown in full."""

from collections.abc import Iterator
from typing import Final

from simulator.analysis.extremes import Way, least
from simulator.analysis.flow import levels_shown
from simulator.domain.ids import SkillId
from simulator.domain.rubric import Level
from simulator.domain.scenario import Choice
from simulator.lint.rule import Finding, Rule
from simulator.lint.subject import Proven
from simulator.lint.talk import Said, good, poor, talk
from simulator.lint.walked import walked


def _check(proven: Proven) -> Iterator[Finding]:
    levels = _reachable_levels(proven)
    for index, skill in enumerate(proven.scenario.skills):
        # Where nothing calls for it, there is nothing to show: that is said elsewhere.
        if skill in levels:
            for message, hint in _short_of(proven, skill, levels[skill]):
                yield Finding(message=message, hint=hint, path=("skills", index))


def _short_of(proven: Proven, skill: SkillId, levels: set[Level]) -> Iterator[tuple[str, str]]:
    if Level.EXEMPLARY not in levels:
        yield f"no choice that can be come to shows {skill} at level 3", "write the best that could be said somewhere"
    way = None if _walked_well(proven, skill) else _fewest_missed(proven, skill)
    if way is not None and way.value:
        missed = ", ".join(_missed(proven, skill, way))
        message = f"no path handles {skill} well throughout: the best one misses it {_times(way.value)}, at {missed}"
        yield message, "let a choice that handles it well be on offer there, or lead past it"


def _reachable_levels(proven: Proven) -> dict[SkillId, set[Level]]:
    levels: dict[SkillId, set[Level]] = {}
    for arrows in proven.space.arrows.values():
        for arrow in arrows:
            for skill, level in levels_shown(arrow.option.choice):
                levels.setdefault(skill, set()).add(level)
    return levels


def _walked_well(proven: Proven, skill: SkillId) -> bool:
    """Tell whether a walk handles a skill well throughout: then nothing need be searched."""
    ways = (walked(proven.conversation, walk.choices) for _, walk in proven.walks)
    return any(
        way.last.state.place in proven.scenario.endings
        and all(level.handled_well for level in way.levels.get(skill, ()))
        for way in ways
    )


def _fewest_missed(proven: Proven, skill: SkillId) -> Way | None:
    missing = _missing(proven, skill)
    return least(proven.space, lambda turn, choice: (turn, choice) in missing)


def _missed(proven: Proven, skill: SkillId, way: Way) -> dict[str, None]:
    """Name the turns at which a path misses a skill."""
    missing = _missing(proven, skill)
    return {step.turn: None for step in way.steps if (step.turn, step.choice) in missing}


def _missing(proven: Proven, skill: SkillId) -> set[tuple[str, str]]:
    """Return each choice that misses a skill, by its turn."""
    turns = proven.scenario.turns.items()
    return {(turn_id, choice.id) for turn_id, turn in turns for choice in turn.choices if _misses(choice, skill)}


def _misses(choice: Choice, skill: SkillId) -> bool:
    return any(shown == skill and not level.handled_well for shown, level in levels_shown(choice))


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"


_OPENING: Final = "You again? I have rung twice about that line."
_TICKET: Final = poor("Let me see what happened there. Have you got the number of the ticket at hand?")

FULL_LEVEL: Final = Rule[Proven](
    code="SIM503",
    law="Every skill that is listed can be shown at level 3, and handled well from the first moment to the last.",
    why=(
        "A rep who does everything right must be able to see it: where the best is out of reach, the conversation "
        "teaches that effort does not show, and an assessment marks everybody down."
    ),
    failing=talk(
        (
            _OPENING,
            (Said(Level.EFFECTIVE, "Two calls, and the line is still down. I am sorry that it took two."), _TICKET),
        ),
        top="skills: [empathy]\n",
    ),
    passing=talk(
        (
            _OPENING,
            (good("Two calls, and the line is still down. What did both mornings cost you?"), _TICKET),
        ),
        top="skills: [empathy]\n",
    ),
    check=_check,
)
