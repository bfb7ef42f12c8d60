"""All rules, by what they look at. A rule stands in its folder's `RULES`; nothing else need be told of it."""

from typing import Final

from simulator.lint import across, assessment, craft, drift, giveaways, loading, structure
from simulator.lint.rule import Law, Rule
from simulator.lint.silence import UNUSED, WITHOUT_REASON
from simulator.lint.subject import Proven, Shelf

OF_SCENARIOS: Final[tuple[Rule[Proven], ...]] = (
    *structure.RULES,
    *assessment.RULES,
    *giveaways.RULES,
    *craft.RULES,
    *drift.RULES,
)
"""Rules about one sound scenario."""

OF_LIBRARIES: Final[tuple[Rule[Shelf], ...]] = (*assessment.LIBRARY_RULES, *giveaways.LIBRARY_RULES)
"""Rules about all scenarios together."""

_TOLD_ABOVE: Final = {rule.law for rule in OF_SCENARIOS}
"""A law that holds for a scenario may be held for all of them together as well: it is one law."""

ALL: Final[tuple[Law, ...]] = (
    *loading.RULES,
    *across.RULES,
    *OF_SCENARIOS,
    *(rule for rule in OF_LIBRARIES if rule.law not in _TOLD_ABOVE),
    WITHOUT_REASON,
    UNUSED,
)
"""Every law that is kept here."""
