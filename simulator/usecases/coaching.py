"""What may stand beside a conversation: coaching in practice, the goal and the facts in an assessment."""

from dataclasses import dataclass

from simulator.usecases.debrief import ShownView, answered
from simulator.usecases.desk import Desk
from simulator.usecases.showing import fill, view_of
from simulator.usecases.talk import Talk


@dataclass(frozen=True, slots=True, kw_only=True)
class Coaching:
    """What a panel beside the conversation may say now."""

    called_for: tuple[str, ...] = ()
    """Practice: titles of the skills that the turn just answered called for."""
    shown: tuple[ShownView, ...] = ()
    """Practice: what the last choice showed."""
    why: str = ""
    """Practice: why the mood moved, and the coach's reason."""
    hint: str = ""
    """Practice: the hint, once asked for."""
    goal: str
    briefing: str = ""
    """Assessment: what the rep knew beforehand."""


def coaching(desk: Desk, talk: Talk) -> Coaching:
    """Gather what may be said now; in an assessment nothing that judges."""
    goal = fill(talk, talk.scenario.goal)
    if not talk.practice:
        return Coaching(goal=goal, briefing=fill(talk, talk.scenario.briefing))
    last, view = answered(desk, talk), view_of(talk)
    return Coaching(
        called_for=last.calls_for if last else (),
        shown=last.chosen.shown if last else (),
        why=f"{view.why} {view.coached}".strip(),
        hint=view.hint,
        goal=goal,
    )
