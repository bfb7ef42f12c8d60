"""SIM506: every critical error that the bar names can be made somewhere."""

from collections.abc import Iterator
from typing import Final

from simulator.domain.problem import Severity
from simulator.lint.assessment.sample import assessment
from simulator.lint.rule import Finding, Rule
from simulator.lint.subject import Shelf


def _check(shelf: Shelf) -> Iterator[Finding]:
    met = {
        arrow.option.choice.critical
        for proven in shelf.scenarios
        for arrows in proven.space.arrows.values()
        for arrow in arrows
    }
    for error in shelf.bar.critical_errors if shelf.bar else ():
        if error not in met:
            yield Finding(
                message=f'no conversation lets a rep make the critical error "{error}"',
                hint="let a tempting choice be one",
                path=("critical_errors", error),
                at_key=True,
                file="rubrics/readiness.yaml",
            )


CRITICAL_ERROR_MET: Final = Rule[Shelf](
    code="SIM506",
    law="Every critical error that the bar names can be made in some conversation.",
    why=(
        "A report without that error then says nothing: it could not have been made. A rep who has never met the "
        "temptation meets it first with a live customer."
    ),
    failing=assessment(1, purpose="practice"),
    passing=assessment(1, critical=True, purpose="practice"),
    severity=Severity.NOTE,
    check=_check,
)
