"""SIM411: a conversation is small enough to be proven."""

from collections.abc import Iterator
from typing import Final

from simulator.analysis.exploring import MAX_ARROWS, MAX_STATES
from simulator.conversation.condition import Compare, parse, parts_of
from simulator.lint.asked import conditions
from simulator.lint.rule import Example, Finding, Rule
from simulator.lint.structure.shown import PROMISE, SUM_UP, turns
from simulator.lint.subject import Proven

_MOST: Final = 3
"""Feelings that are named."""


def _check(proven: Proven) -> Iterator[Finding]:
    if proven.space.exact:
        return
    message = (
        f"this conversation can stand in too many ways to go through them all (at most {MAX_STATES:,} ways and "
        f"{MAX_ARROWS:,} choices in them, and fewer where a circle comes to new ones each time round): "
        "what is worked out for it are bounds"
    )
    multiplied = ", ".join(_multiplied(proven))
    hint = "narrow the bounds of its feelings, join facts, or cut it in two"
    hint += f"; most of them come from {multiplied}" if multiplied else ""
    yield Finding(message=message, hint=hint, path=("feelings",), at_key=True)


def _multiplied(proven: Proven) -> Iterator[str]:
    """Say what multiplies the ways to stand, the most first: only what is asked about does."""
    scenario = proven.scenario
    asked = {part for _, when in conditions(scenario) for part in parts_of(parse(when))}
    feelings = {part.name for part in asked if isinstance(part, Compare)}
    values = {name: 1 + high - low for name in feelings for low, high in [proven.certain.reach(name)]}
    for name in sorted(values, key=lambda name: (-values[name], name))[:_MOST]:
        yield f"{name} ({values[name]:,} values)"
    facts = {part.name for part in asked} & proven.certain.learned
    if facts:
        yield "one fact (times 2)" if len(facts) == 1 else f"{len(facts)} facts (times {2 ** len(facts):,})"


_ASKED: Final = ("why", "when", "where", "who", "which", "what")


def _example(most: int, *asked: str) -> Example:
    feelings = (("trust", 1), ("haste", 0))
    declared = "feelings:\n"
    declared += "".join(f"  {name}: {{start: {start}, min: 0, max: {most}}}\n" for name, start in feelings)
    declared += "facts:\n" + "".join(f"  knows_{ask}: She has said {ask} that was.\n" for ask in asked)
    asks = (f'{{id: ask-{ask}, say: "{ask.title()} was that?", learns: [knows_{ask}], to: what-now}}' for ask in asked)
    moves = (
        '{id: wait, say: "Take your time.", effects: {trust: +1}, to: what-now}',
        '{id: press, say: "I need to know now.", effects: {haste: +1}, to: what-now}',
    )
    known = " and ".join(f"knows_{ask}" for ask in asked)
    promise = f"{{when: trust >= {most} and haste < {most} and {known}, {PROMISE[1:]}"
    return turns(SUM_UP, *asks, *moves, promise, above=declared)


TOO_LARGE: Final = Rule[Proven](
    code="SIM411",
    law="A conversation is small enough to go through all of it.",
    why="Beyond a limit, conditions are no longer followed: what is said of skills, endings and guessing are then "
    "bounds, and what can never be reached or offered is not found.",
    failing=_example(99, *_ASKED),
    passing=_example(4, "why"),
    check=_check,
)
