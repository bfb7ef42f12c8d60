"""What a list of choices comes to."""

from dataclasses import dataclass

from simulator.conversation.machine import Conversation, Position
from simulator.conversation.table import NotOffered
from simulator.domain.ids import SkillId
from simulator.domain.rubric import Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Walked:
    """What a list of choices comes to."""

    positions: tuple[Position, ...]
    """Every position from the start, as far as the choices could be made."""
    refused: str | None
    """The first choice that was not on offer."""
    levels: dict[SkillId, tuple[Level, ...]]
    """For each skill, the levels shown at its moments, in the order met."""
    critical: tuple[str, ...]
    """The critical errors met, in order."""

    @property
    def last(self) -> Position:
        """Where it stops."""
        return self.positions[-1]


def walked(conversation: Conversation, choices: tuple[str, ...]) -> Walked:
    """Make the choices one after another, as far as they are on offer."""
    positions = [conversation.start()]
    for choice in choices:
        try:
            positions.append(conversation.choose(positions[-1], choice))
        except NotOffered:
            return _walked(conversation, positions, choice)
    return _walked(conversation, positions, None)


def _walked(conversation: Conversation, positions: list[Position], refused: str | None) -> Walked:
    levels: dict[SkillId, tuple[Level, ...]] = {}
    critical: list[str] = []
    for after in positions[1:]:
        here = after.previous
        assert here is not None, "only the start has no position before it"
        turn = conversation.turn(here)
        assert turn is not None, "choices are made at turns"
        choice = turn.choice(after.choice or "")
        critical += [choice.critical] if choice.critical else []
        if here.visit() == 1:
            for skill in turn.calls_for:
                shown = (level for key, level in choice.shows.items() if key.partition(".")[0] == skill)
                levels[skill] = (*levels.get(skill, ()), *shown)
    return Walked(positions=tuple(positions), refused=refused, levels=levels, critical=tuple(critical))
