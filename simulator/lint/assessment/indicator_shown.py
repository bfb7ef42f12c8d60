"""SIM505: every behaviour that a rubric names can be shown."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from simulator.domain.problem import Severity
from simulator.lint.rule import Example, Finding, Rule
from simulator.lint.subject import Shelf

_OFTEN: Final = 8
"""Choices that an indicator needs to be met now and then."""

_MANY: Final = 5
"""Conversations of which something may be expected together."""


def _check(shelf: Shelf) -> Iterator[Finding]:
    shown = Counter(
        key
        for proven in shelf.scenarios
        for turn in proven.scenario.turns.values()
        for choice in turn.choices
        for key in choice.shows
    )
    for skill, rubric in shelf.rubrics.items():
        for indicator in rubric.indicators:
            found = _finding(shown[f"{skill}.{indicator}"], len(shelf.scenarios))
            if found is not None:
                message, severity = found
                yield Finding(
                    message=message,
                    hint="let a choice show it where it fits, or leave it out of the rubric",
                    path=("indicators", indicator),
                    at_key=True,
                    file=f"rubrics/{skill}.yaml",
                    severity=severity,
                )


def _finding(times: int, scenarios: int) -> tuple[str, Severity] | None:
    if not times:
        # A library of a few conversations cannot show everything yet.
        severity = Severity.WARNING if scenarios >= _MANY else Severity.NOTE
        return "no choice in any conversation shows this", severity
    # One conversation can show few of them often.
    if times < _OFTEN and scenarios > 1:
        return f"only {times} choice{'s show' if times > 1 else ' shows'} this in all conversations", Severity.NOTE
    return None


_FILE: Final = "rubrics/empathy.yaml"
_NAMES: Final = "  names-stake: {title: Names what is at stake, about: Says what it costs this customer.}\n"
_LEAVES: Final = "  respects-choice: {title: Leaves the choice with them, about: Treats a no as theirs to say.}\n"

INDICATOR_SHOWN: Final = Rule[Shelf](
    code="SIM505",
    law="Every indicator of a rubric is shown by some choices in the library.",
    why=(
        "Reps read the rubric as what is expected of them, and a behaviour that no conversation asks for is a promise "
        "not kept: it is neither practised nor seen."
    ),
    failing=Example(files={_FILE: f"indicators:\n{_NAMES}{_LEAVES}"}),
    passing=Example(files={_FILE: f"indicators:\n{_NAMES}"}),
    check=_check,
)
