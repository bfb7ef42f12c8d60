"""SIM608: nobody handles a conversation well without listening."""

from collections.abc import Iterator, Mapping
from typing import Final

from simulator.analysis.bots import BOTS
from simulator.analysis.chooser import Chooser
from simulator.analysis.flow import Flow, levels_shown
from simulator.domain.ids import SkillId
from simulator.domain.problem import Severity
from simulator.domain.scenario import Turn
from simulator.lint.rule import Finding, Rule
from simulator.lint.subject import Proven
from simulator.lint.talk import THREE_TURNS, talk

_MOST: Final = 0.6
"""The share of moments that a way of choosing without listening must stay below."""
_ENOUGH: Final = 3
"""Moments below which a share tells nothing."""
_NAMED: Final = 3
"""Turns that a message names."""
_ALMOST: Final = 1e-9
"""Shares are sums of many small numbers."""

_WAYS: Final[Mapping[str, str]] = {
    "longest": "always says the longest",
    "shortest": "always says the shortest",
    "first": "always takes what is shown first",
    "last": "always takes what is shown last",
    "politest": "always says the politest",
    "most-words-from-the-customer": "always repeats most of the customer's words",
    "random": "takes anything",
    "always-empathy": "always says what has most words of feeling",
    "always-question": "always asks a question",
}


def _check(proven: Proven) -> Iterator[Finding]:
    told = set[Chooser]()
    for name, found in proven.bots.items():
        # The order shown is drawn for each attempt: the first, the last and any are one way of choosing.
        if BOTS[name] not in told:
            told.add(BOTS[name])
            yield from _passed(proven, name, found)


def _passed(proven: Proven, name: str, found: Flow) -> Iterator[Finding]:
    for index, skill in enumerate(proven.scenario.skills):
        expected = found.skills[skill]
        if expected.moments > _ENOUGH - _ALMOST and expected.share > _MOST - _ALMOST:
            way = _WAYS.get(name, f"chooses as {name} does")
            message = f"whoever {way} handles {expected.share:.0%} of the moments for {skill} well without listening"
            turns = _given_away(proven, BOTS[name], skill)
            hint = f"change what a poor choice looks like, above all at {', '.join(turns)}"
            yield Finding(message=message, hint=hint, path=("skills", index))


def _given_away(proven: Proven, chooser: Chooser, skill: SkillId) -> list[str]:
    """Name the turns at which a way of choosing is surest to handle the skill well."""
    turns = {name: proven.scenario.turns[name] for name in proven.space.arrows}
    sure = {name: _share(turn, chooser, skill) for name, turn in turns.items() if skill in turn.calls_for}
    return sorted(sure, key=lambda name: -sure[name])[:_NAMED]


def _share(turn: Turn, chooser: Chooser, skill: SkillId) -> float:
    weights = chooser(turn, turn.choices)
    well = (
        any(shown == skill and level.handled_well for shown, level in levels_shown(choice)) for choice in turn.choices
    )
    return sum(weight for weight, yes in zip(weights, well, strict=True) if yes)


_MORE: Final = (
    "You had people waiting on it all that while.",
    "Your own people had to wait for you.",
    "And you have my own number till then.",
)
_WORDIER: Final = tuple(
    (customer, [said._replace(say=f"{said.say} {more}") if said.level.handled_well else said for said in choices])
    for (customer, choices), more in zip(THREE_TURNS, _MORE, strict=True)
)

BOT_PASSES: Final = Rule[Proven](
    code="SIM608",
    law="No way of choosing without listening handles three in five moments of a skill well.",
    why=(
        "Evidence that can be won by always saying the longest, or by asking a question every time, is no evidence. "
        "Conversations with fewer than three moments for the skill are left out: they are too short to tell."
    ),
    failing=talk(*_WORDIER),
    passing=talk(*THREE_TURNS),
    severity=Severity.ERROR,
    check=_check,
)
