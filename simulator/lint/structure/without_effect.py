"""SIM409: what is declared is asked about."""

from collections.abc import Iterator
from typing import Final

from simulator.conversation.condition import parse, parts_of
from simulator.domain.scenario import Scenario
from simulator.lint.asked import conditions
from simulator.lint.rule import Finding, Rule, example
from simulator.lint.subject import Proven


def _check(proven: Proven) -> Iterator[Finding]:
    scenario, certain = proven.scenario, proven.certain
    asked = _asked_about(scenario) | _held(proven)
    moved = certain.raised | certain.lowered
    for number, name in enumerate(scenario.feelings):
        # Reps see the first feeling as a bar: that it moves is use enough.
        if name not in asked and not (number == 0 and name in moved):
            yield _finding("feelings", name, "nothing asks about it" if name in moved else "nothing moves it")
    for name in scenario.facts:
        if name not in asked:
            yield _finding("facts", name, "nothing asks about it" if name in certain.learned else "nothing learns it")


def _asked_about(scenario: Scenario) -> frozenset[str]:
    whens = {when for _, when in conditions(scenario)}
    return frozenset(part.name for when in whens for part in parts_of(parse(when)))


def _held(proven: Proven) -> frozenset[str]:
    """Return what some walk says of its end."""
    return frozenset(name for _, walk in proven.walks for name in (*(walk.facts or ()), *(walk.feelings or ())))


def _finding(key: str, name: str, reason: str) -> Finding:
    message, hint = f'"{name}" makes no difference: {reason}', "ask about it in a when, or delete it"
    return Finding(message=message, hint=hint, path=(key, name), at_key=True)


_KNOWS_WHY: Final = "facts:\n  knows_why: She has said why it matters.\n"

WITHOUT_EFFECT: Final = Rule[Proven](
    code="SIM409",
    law="Every declared feeling and fact makes a difference somewhere.",
    why="What nothing asks about changes nothing for a rep, and the next author takes it for something that matters. "
    "The first feeling is let be where it moves, for reps see it as a bar, and so is what a walk says of its end; "
    "what is asked about and never changes is told where it is asked.",
    failing=example(_KNOWS_WHY + "  has_ticket: She has given the number of the ticket.\n"),
    passing=example(_KNOWS_WHY),
    check=_check,
)
