"""SIM507: an assessment puts reps in the way of a critical error."""

from collections.abc import Iterator
from typing import Final

from simulator.domain.problem import Severity
from simulator.domain.scenario import Purpose
from simulator.lint.assessment.sample import assessment
from simulator.lint.rule import Finding, Rule
from simulator.lint.subject import Proven


def _check(proven: Proven) -> Iterator[Finding]:
    if proven.scenario.purpose is not Purpose.ASSESSMENT:
        return
    arrows = (arrow for arrows in proven.space.arrows.values() for arrow in arrows)
    if all(arrow.option.choice.critical is None for arrow in arrows):
        message = "no choice in this assessment is a critical error, so it cannot show that a rep avoids one"
        hint = "let a tempting choice be one: a promise that nobody can keep, for instance"
        yield Finding(message=message, hint=hint, path=("purpose",))


EXPOSED: Final = Rule[Proven](
    code="SIM507",
    law="An assessment has a choice that is a critical error.",
    why=(
        "That a rep made no critical error tells something only where one could be made. After one, fresh assessments "
        "without any reopen the way: those that cannot have any reopen it for nothing."
    ),
    failing=assessment(3),
    passing=assessment(3, critical=True),
    severity=Severity.NOTE,
    check=_check,
)
