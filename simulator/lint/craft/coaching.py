"""SIM704: what a choice did is told by the coach."""

from collections.abc import Iterator
from typing import Final

from simulator.lint.craft.opening import opening
from simulator.lint.rule import Finding, Rule
from simulator.lint.subject import Proven


def _check(subject: Proven) -> Iterator[Finding]:
    for turn_id, turn in subject.scenario.turns.items():
        for number, choice in enumerate(turn.choices if turn.calls_for else ()):
            if not choice.why.strip():
                message = f'"{choice.id}" has no "why": after it the coach has nothing to say'
                hint = "say what it does, what that does to this customer, and what to try"
                yield Finding(message=message, hint=hint, path=("turns", turn_id, "choices", number))


COACHING: Final = Rule[Proven](
    code="SIM704",
    law="Every choice at a turn that calls for a skill has its coaching.",
    why="A level without a reason teaches nothing; in an assessment it is the only word that a rep gets afterwards.",
    failing=opening(why=""),
    passing=opening(why="You named what two calls had cost her, and she had no need to ring off."),
    check=_check,
)
