"""A small set of walks that together make every choice: a net under the whole conversation."""

from dataclasses import dataclass

from simulator.analysis.cover import cover
from simulator.analysis.exploring import explore
from simulator.analysis.extremes import Step
from simulator.conversation.machine import conversation_of
from simulator.domain.ids import ScenarioId
from simulator.usecases.desk import Desk
from simulator.usecases.refusal import Refused
from simulator.usecases.saving import Saved, recorded, write_walks

_ABOUT = "One of {} walks that together make every choice that can be made."


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """The walks that were written, and what they leave out."""

    walks: tuple[Saved, ...]
    never: tuple[Step, ...]
    """Choices that no path to an ending makes."""
    left: tuple[str, ...]
    """Walks of an earlier set, by name, that this one did not need and that stand there still."""


def cover_walks(desk: Desk, scenario_id: ScenarioId, *, force: bool = False) -> Covered:
    """Write walks cover-01, cover-02 and so on; Refused where not every path can be followed."""
    space = explore(conversation_of(desk.library.scenario(scenario_id).scenario).table)
    if not space.exact:
        raise Refused(
            f'"{scenario_id}" has too many states to follow every path. Keep walks one by one: '
            f"simulator walk {scenario_id} CHOICE … --save NAME"
        )
    found = cover(space)
    if not found.ways:
        raise Refused(f'No path of "{scenario_id}" comes to an end: simulator lint says where it is cut off.')
    width = max(2, len(str(len(found.ways))))
    names = [f"cover-{number:0{width}d}" for number in range(1, len(found.ways) + 1)]
    about = _ABOUT.format(len(found.ways)) if len(found.ways) > 1 else "One walk that makes every choice."
    walks = {
        name: recorded(desk, scenario_id, [step.choice for step in way.steps], about)
        for name, way in zip(names, found.ways, strict=True)
    }
    written = write_walks(desk, scenario_id, walks, force=force)
    folder = desk.library.root / "scenarios" / scenario_id / "walks"
    others = sorted(file.stem for file in folder.glob("cover-*.yaml") if file.stem not in walks)
    return Covered(walks=written, never=found.never, left=tuple(others))
