"""SIM705: whoever practises can ask for a hint."""

from collections.abc import Iterator
from typing import Final

from simulator.domain.scenario import Purpose
from simulator.lint.craft.opening import opening
from simulator.lint.rule import Finding, Rule
from simulator.lint.subject import Proven


def _check(subject: Proven) -> Iterator[Finding]:
    if subject.scenario.purpose is not Purpose.PRACTICE:
        return
    for turn_id, turn in subject.scenario.turns.items():
        if turn.calls_for and not turn.cue.strip():
            message = f'"{turn_id}" calls for {" and ".join(turn.calls_for)} and has no "cue", so it has no hint'
            hint = "say what an attentive listener would notice here"
            yield Finding(message=message, hint=hint, path=("turns", turn_id), at_key=True)


HINT: Final = Rule[Proven](
    code="SIM705",
    law="In practice, every turn that calls for a skill has a cue.",
    why="The cue is the hint. Where it is missing, a rep who is stuck can only guess.",
    failing=opening(cue=""),
    passing=opening(cue="She counts her calls before she speaks of the fault."),
    check=_check,
)
