"""Every path of a small scenario, one by one: slow, obvious, and so what the analysis is held against."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from simulator.conversation.table import State, Table
from simulator.domain.ids import SkillId


@dataclass(frozen=True)
class Whole:
    """One path from the start to an ending, or to where the rep has nothing to say."""

    states: tuple[State, ...]
    choices: tuple[str, ...]
    chance: float
    """Its probability where everything on offer is equally probable."""

    @property
    def place(self) -> str:
        """Where it stops."""
        return self.states[-1].place


def paths(table: Table, most: int = 1_000) -> list[Whole] | None:
    """List every path of a scenario without circles; None where there are more than this."""
    found = list(islice(_paths(table), most + 1))
    return found if len(found) <= most else None


def _paths(table: Table) -> Iterator[Whole]:
    ahead = [Whole((table.start,), (), 1.0)]
    while ahead:
        path = ahead.pop()
        offered = table.offered(path.states[-1])
        if not offered:
            yield path
        for choice in offered:
            after = table.after(path.states[-1], choice.id)
            ahead.append(Whole((*path.states, after), (*path.choices, choice.id), path.chance / len(offered)))


def moments(table: Table, path: Whole, skill: SkillId) -> list[bool]:
    """Tell for each moment of a skill on a path whether it was handled well."""
    answers: dict[str, bool] = {}
    for state, choice_id in zip(path.states, path.choices, strict=False):
        turn = table.scenario.turns[state.place]
        if skill in turn.calls_for and state.place not in answers:
            levels = turn.choice(choice_id).shows
            answers[state.place] = next(
                level.handled_well for key, level in levels.items() if key.partition(".")[0] == skill
            )
    return list(answers.values())
