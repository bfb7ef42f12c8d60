"""SIM403: an ending can always be reached."""

from collections.abc import Iterator
from typing import Final

from simulator.domain.problem import Severity
from simulator.lint.phrases import way_there
from simulator.lint.rule import Finding, Rule
from simulator.lint.structure.shown import SUM_UP, turns
from simulator.lint.structure.way_out import never_out
from simulator.lint.subject import Proven


def _check(proven: Proven) -> Iterator[Finding]:
    found = [(turn, states, proven.ways.nearest(turn, states)) for turn, states in never_out(proven.space).items()]
    for turn, states, nearest in sorted(found, key=lambda one: proven.ways.choices(one[0], one[2])):
        always = len(states) == len(proven.space.states[turn])
        message = (
            f'from "{turn}" no ending can be reached'
            if always
            else f'at "{turn}" a rep can stand where no ending can be reached any more'
        )
        hint = "lead a choice out of the loop"
        # Where conditions were not followed, that nothing leads out is certain, but no way there is.
        if proven.space.exact:
            hint += f"; the way there: {way_there(proven, turn, [nearest])}"
        yield Finding(message=message, hint=hint, path=("turns", turn), at_key=True)


NO_WAY_OUT: Final = Rule[Proven](
    code="SIM403",
    law="Wherever a conversation stands, an ending can still be reached.",
    why="A rep in a loop without a way out talks on for ever: nothing is ever finished, shown or counted.",
    failing=turns("{when: knows_why, " + SUM_UP[1:], '{id: wait, say: "One moment, I am looking.", to: what-now}'),
    passing=turns("{when: knows_why, " + SUM_UP[1:], '{id: wait, say: "One moment, I am looking.", to: gone}'),
    severity=Severity.ERROR,
    check=_check,
)
