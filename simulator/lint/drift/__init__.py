"""What has moved since: rules about walks and attempts begun on another version (SIM3xx)."""

from typing import Final

from simulator.lint.drift.begun_elsewhere import BEGUN_ELSEWHERE
from simulator.lint.drift.uncovered import UNCOVERED
from simulator.lint.drift.walk_holds import WALK_HOLDS
from simulator.lint.rule import Rule
from simulator.lint.subject import Proven

RULES: Final[tuple[Rule[Proven], ...]] = (WALK_HOLDS, UNCOVERED, BEGUN_ELSEWHERE)
"""In the order of their codes."""
