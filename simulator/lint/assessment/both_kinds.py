"""SIM501: every moment can be handled well, and can be missed."""

from collections.abc import Iterator, Sequence
from typing import Final

from simulator.analysis.flow import levels_shown
from simulator.domain.ids import SkillId
from simulator.domain.problem import Severity
from simulator.domain.scenario import Choice, Purpose, Turn
from simulator.lint.rule import Finding, Rule
from simulator.lint.subject import Proven
from simulator.lint.talk import good, poor, talk


def _check(proven: Proven) -> Iterator[Finding]:
    assessing = proven.scenario.purpose is Purpose.ASSESSMENT
    severity = Severity.ERROR if assessing else Severity.WARNING
    for turn_id, turn in proven.scenario.turns.items():
        for index, skill in enumerate(turn.calls_for if turn.choices else ()):
            for message, hint in _one_sided(proven, turn_id, turn, skill):
                path = ("turns", turn_id, "calls_for", index)
                yield Finding(message=message, hint=hint, path=path, severity=severity)


def _one_sided(proven: Proven, turn_id: str, turn: Turn, skill: SkillId) -> Iterator[tuple[str, str]]:
    well = {choice.id for choice in turn.choices if _handles(choice, skill)}
    missed = {choice.id for choice in turn.choices} - well
    if not missed:
        yield (
            f"every choice here handles {skill} well, so nobody can miss it",
            "add what a decent rep says under pressure",
        )
    if not well:
        yield f"no choice here handles {skill} well, so nobody can show it", "add a choice at level 2 or 3"
    if not well or not missed or all(choice.when is None for choice in turn.choices):
        return
    offered = tuple(_first_offers(proven, turn_id))
    for kind, lacking in (("handles it well", well), ("misses it", missed)):
        if any(lacking.isdisjoint(names) for names in offered):
            message = f"{skill} can be called for here while no choice that {kind} is on offer"
            yield message, f"let one of them be on offer always: {_conditions(turn, lacking)}"


def _first_offers(proven: Proven, turn_id: str) -> Iterator[Sequence[str]]:
    """Yield what can be on offer together when the turn is met for the first time; nothing where that is not known.

    Where nothing is on offer at all, that is a mistake of its own.
    """
    space = proven.space
    if not space.exact or turn_id not in space.arrows:
        return
    sets, which = space.offers[turn_id]
    met = range(len(sets)) if which is None else set(which)
    if which is not None and turn_id in space.round:
        met = {number for state, number in enumerate(which) if space.is_first(turn_id, state)}
    yield from (sets[number] for number in met if sets[number])


def _handles(choice: Choice, skill: SkillId) -> bool:
    return any(shown == skill and level.handled_well for shown, level in levels_shown(choice))


def _conditions(turn: Turn, names: set[str]) -> str:
    choices = (choice for choice in turn.choices if choice.id in names)
    return "; ".join(f"{choice.id} when {choice.when}" for choice in choices)


_NAMED: Final = good("Two calls, and the line is still down. That has cost you both of your mornings.")
_TICKET: Final = poor("Let me see what happened there. Have you got the number of the ticket at hand?")
_ALSO_NAMED: Final = good("So you rang, and rang again, and nobody took it on. That would try my patience too.")
_THEN: Final = (
    "So what happens now?",
    (
        good("You will have my own number. What would make tomorrow morning work for you?"),
        poor("We will get to it as soon as somebody is free, and they will let you know."),
    ),
)

BOTH_KINDS: Final = Rule[Proven](
    code="SIM501",
    law="Every moment that calls for a skill can be handled well, and can be missed.",
    why=(
        "A moment that cannot go wrong is counted in favour of everybody, and one that cannot go well against "
        "everybody: neither tells who has the skill. In an assessment both shift the verdict."
    ),
    failing=talk(("You again? I have rung twice about that line.", (_NAMED, _ALSO_NAMED)), _THEN),
    passing=talk(("You again? I have rung twice about that line.", (_NAMED, _TICKET)), _THEN),
    check=_check,
)
