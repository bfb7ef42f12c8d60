"""SIM412: choices that are on offer together come to different things."""

from collections.abc import Iterator, Sequence
from typing import Final

from simulator.domain.problem import Severity
from simulator.domain.scenario import Choice
from simulator.lint.rule import Finding, Rule
from simulator.lint.structure.same_words import MAX_COMPARED, words
from simulator.lint.structure.shown import SUM_UP, turns
from simulator.lint.structure.together import together
from simulator.lint.subject import Proven


def _check(proven: Proven) -> Iterator[Finding]:
    for turn_id, turn in proven.scenario.turns.items():
        for (index, choice), before in _same(turn.choices[:MAX_COMPARED]):
            other = next((one for one in before if together(proven.space, turn_id, one, choice)), None)
            if other is not None and words(other.say) != words(choice.say):
                yield Finding(
                    message=f'"{choice.id}" differs from "{other.id}" in nothing but its words',
                    hint="let it lead elsewhere, show something else or move her feelings otherwise",
                    path=("turns", turn_id, "choices", index),
                )


def _same(choices: Sequence[Choice]) -> Iterator[tuple[tuple[int, Choice], Sequence[Choice]]]:
    """Yield each choice with those above it that come to the same."""
    known: dict[object, list[Choice]] = {}
    for index, choice in enumerate(choices):
        moves = frozenset((name, move) for name, move in choice.effects.items() if move)
        comes_to = (choice.to, moves, frozenset(choice.learns), frozenset(choice.shows.items()), choice.critical)
        before = known.setdefault(comes_to, [])
        if before:
            yield (index, choice), before
        before.append(choice)


FALSE_CHOICE: Final = Rule[Proven](
    code="SIM412",
    law="Choices that are on offer together differ in more than their words.",
    why="Where two choices show the same, move the same and lead to the same, it makes no difference which of them a "
    "rep takes.",
    failing=turns(SUM_UP, '{id: read-back, say: "Eight tomorrow, one number. What have I missed?", to: calm}'),
    passing=turns(SUM_UP, '{id: promise, say: "Somebody will get to it when they are free.", to: gone}'),
    severity=Severity.NOTE,
    check=_check,
)
