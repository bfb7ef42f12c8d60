"""The author's test: a path through a scenario and what it must come to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from simulator.domain.ids import SkillId
from simulator.domain.rubric import Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """A recorded path with its expected ending and evidence: `walks/<name>.yaml`."""

    format: Literal[1]
    """The version of the file format: 1."""
    choices: tuple[str, ...]
    """The choice at each turn, in order."""
    ending: str
    """The ending it must reach."""
    about: str = ""
    """What this path is an example of."""
    shows: Mapping[SkillId, tuple[Level, ...]] | None = None
    """For each skill, the levels shown at its moments, in the order met."""
    feelings: Mapping[str, int] | None = None
    """Feelings at the end, where they matter."""
    facts: tuple[str, ...] | None = None
    """The facts that hold at the end, no more and no fewer."""
    critical: tuple[str, ...] | None = None
    """The critical errors met, in order."""
