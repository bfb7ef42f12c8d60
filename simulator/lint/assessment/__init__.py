"""Whether evidence can be won here, and enough of it: rules about judging (SIM5xx)."""

from typing import Final

from simulator.lint.assessment.both_kinds import BOTH_KINDS
from simulator.lint.assessment.critical_error_met import CRITICAL_ERROR_MET
from simulator.lint.assessment.enough_moments import ENOUGH_MOMENTS
from simulator.lint.assessment.exposed import EXPOSED
from simulator.lint.assessment.full_level import FULL_LEVEL
from simulator.lint.assessment.indicator_shown import INDICATOR_SHOWN
from simulator.lint.assessment.ready_in_reach import READY_IN_REACH
from simulator.lint.rule import Rule
from simulator.lint.subject import Proven, Shelf

RULES: Final[tuple[Rule[Proven], ...]] = (BOTH_KINDS, ENOUGH_MOMENTS, FULL_LEVEL, EXPOSED)
"""In the order of their codes."""

LIBRARY_RULES: Final[tuple[Rule[Shelf], ...]] = (READY_IN_REACH, INDICATOR_SHOWN, CRITICAL_ERROR_MET)
"""In the order of their codes."""
