"""SIM151: the readiness rule can work with the bar's numbers."""

from collections.abc import Iterator
from typing import Final

from simulator.domain.problem import Severity
from simulator.domain.rubric import Bar
from simulator.lint.rule import Example, Finding, Rule

_FILE: Final = "rubrics/readiness.yaml"


def _check(bar: Bar) -> Iterator[Finding]:
    yield from _shares(bar)
    yield from _counts(bar)
    if not bar.skills:
        yield _number("skills", "the bar names no skill")


def _shares(bar: Bar) -> Iterator[Finding]:
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


def _counts(bar: Bar) -> Iterator[Finding]:
    for key, count in (
        ("min_scenarios", bar.min_scenarios),
        ("min_moments", bar.min_moments),
        ("evidence_days", bar.evidence_days),
        ("clean_after_critical", bar.clean_after_critical),
        ("fresh_start_days", bar.fresh_start_days),
    ):
        if not 1 <= count <= 10_000:  # noqa: PLR2004 - beyond any use, and safe to compute with
            yield _number(key, f"{key} must be from 1 to 10000")


def _number(key: str, message: str, *below: str) -> Finding:
    return Finding(message=message, hint="see the comments in the shipped file", path=(key, *below))


BAR_CAN_BE_MET: Final = Rule[Bar](
    code="SIM151",
    law="The bar names its skills, and its numbers are ones that the readiness rule can work with.",
    why="With other numbers everybody would be ready, or nobody, or both.",
    failing=Example(files={_FILE: "cut: 100\n"}),
    passing=Example(files={_FILE: "cut: 75\n"}),
    severity=Severity.ERROR,
    check=_check,
)
