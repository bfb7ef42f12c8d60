"""All rules, by what they look at. A rule stands in its folder's `RULES`; nothing else need be told of it."""

from typing import Final

from simulator.lint import assessment, craft, drift, giveaways, structure
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

ALL: Final[tuple[Law, ...]] = (*OF_SCENARIOS, *OF_LIBRARIES, WITHOUT_REASON, UNUSED)
"""Every law that is kept here."""
