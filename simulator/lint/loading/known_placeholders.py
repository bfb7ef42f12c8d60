"""SIM119: braces stand only around what is filled in."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from simulator.domain.problem import Severity
from simulator.domain.scenario import Scenario
from simulator.lint.loading.texts import outside_of_turns, within_turns
from simulator.lint.rule import Finding, Rule, example

_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")
_KNOWN: Final = frozenset({"rep", "customer", "company"})


def _check(scenario: Scenario) -> Iterator[Finding]:
    for place, key, text in chain(outside_of_turns(scenario), within_turns(scenario)):
        for found in _PLACEHOLDER.finditer(text) if "{" in text else ():
            if found.group(1) not in _KNOWN:
                message, hint = f'"{found.group()[:60]}" is not a placeholder', "known: {rep}, {customer}, {company}"
                yield Finding(message=message, hint=hint, path=(*place, key))


KNOWN_PLACEHOLDERS: Final = Rule[Scenario](
    code="SIM119",
    law="Only {rep}, {customer} and {company} stand in braces.",
    why="Anything else would be read out to the rep as it stands, braces and all.",
    failing=example('briefing: "{name} has called twice."\n'),
    passing=example('briefing: "{customer} has called twice."\n'),
    severity=Severity.ERROR,
    check=_check,
)
