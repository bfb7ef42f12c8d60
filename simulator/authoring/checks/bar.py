"""What a rubric and the bar must be."""

import re
from collections.abc import Iterator

from simulator.domain.ids import ID_PATTERN
from simulator.domain.problem import Problem
from simulator.domain.rubric import Bar, Rubric
from simulator.domain.walk import Walk


def rubric_problems(rubric: Rubric) -> Iterator[Problem]:
    """Yield every mistake within one rubric."""
    yield from _odd_id(rubric.id, ("id",), at_key=False)
    for indicator in rubric.indicators:
        yield from _odd_id(indicator, ("indicators", indicator))
    if not rubric.indicators:
        message = "a skill without indicators cannot be shown"
        yield Problem(code="SIM150", message=message, hint="add observable behaviours", path=("indicators",))


def bar_problems(bar: Bar) -> Iterator[Problem]:
    """Yield every number of the bar that the rule cannot work with."""
    yield from _shares(bar)
    yield from _counts(bar)
    if not bar.skills:
        yield _number("skills", "the bar names no skill")
    for error in bar.critical_errors:
        yield from _odd_id(error, ("critical_errors", error))


def _shares(bar: Bar) -> Iterator[Problem]:
    for key, value in (("cut", bar.cut), ("sure", bar.sure), ("gap", bar.gap)):
        if not 1 <= value <= 99:  # noqa: PLR2004 - percent, open at both ends
            yield _number(key, f"{value} is not a percentage between 1 and 99")
    if bar.gap >= bar.sure:
        yield _number("gap", "gap must be below sure: else a rep could be both ready and not")
    for key, share in (("good", bar.prior.good), ("missed", bar.prior.missed)):
        if not 0 < share <= 1000:  # noqa: PLR2004 - more than a thousand imagined moments would drown the real ones
            yield _number("prior", f"{key} must be above 0 and at most 1000", key)
    if not 0 <= bar.correlation < 1:
        yield _number("correlation", "correlation goes from 0 to below 1")


def _counts(bar: Bar) -> Iterator[Problem]:
    for key, count in (
        ("min_scenarios", bar.min_scenarios),
        ("min_moments", bar.min_moments),
        ("evidence_days", bar.evidence_days),
        ("clean_after_critical", bar.clean_after_critical),
    ):
        if not 1 <= count <= 10_000:  # noqa: PLR2004 - beyond any use, and safe to compute with
            yield _number(key, f"{key} must be from 1 to 10000")


def walk_problems(walk: Walk) -> Iterator[Problem]:
    """Yield what is wrong with a walk by itself; whether it holds is asked of the conversation."""
    if not walk.choices:
        yield Problem(
            code="SIM140", message="this walk makes no choice", hint="name the choices in order", path=("choices",)
        )


def _odd_id(name: str, path: tuple[str, ...], *, at_key: bool = True) -> Iterator[Problem]:
    if not re.fullmatch(ID_PATTERN, name):
        message, hint = f'"{name[:60]}" cannot be used as an id', "use small letters, digits and -"
        yield Problem(code="SIM103", message=message, hint=hint, path=path, at_key=at_key)


def _number(key: str, message: str, *below: str) -> Problem:
    return Problem(code="SIM151", message=message, hint="see the comments in the shipped file", path=(key, *below))
