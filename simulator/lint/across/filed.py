"""A file's value in its place among the others."""

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.domain.ids import SkillId
from simulator.domain.rubric import Bar, Rubric
from simulator.domain.scenario import Scenario


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """What one file holds, what it is called, and what the rest of its library has."""

    value: Scenario | Rubric | Bar
    name: str
    """The name of a scenario's folder, or of any other file without its ending."""
    rubrics: Mapping[SkillId, Rubric]
    """The rubrics that can be read, by skill."""
    rubric_files: frozenset[str] = frozenset()
    """The names of all files of rubrics, without their endings, whether they can be read or not."""
    critical_errors: tuple[str, ...] | None = None
    """The critical errors that the bar declares; None where it cannot be read, which is a mistake of its own."""
