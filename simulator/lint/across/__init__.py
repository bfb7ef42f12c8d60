"""What must hold between a file and the rest of its library: rules about names that lead elsewhere (SIM2xx)."""

from typing import Final

from simulator.lint.across.critical_errors_declared import CRITICAL_ERRORS_DECLARED
from simulator.lint.across.filed import Filed
from simulator.lint.across.indicators_defined import INDICATORS_DEFINED
from simulator.lint.across.named_alike import NAMED_ALIKE
from simulator.lint.across.skills_defined import SKILLS_DEFINED
from simulator.lint.rule import Rule

RULES: Final[tuple[Rule[Filed], ...]] = (NAMED_ALIKE, SKILLS_DEFINED, INDICATORS_DEFINED, CRITICAL_ERRORS_DECLARED)
"""In the order of their codes."""
