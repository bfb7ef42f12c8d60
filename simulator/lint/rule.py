"""What a rule is: one law with its reason, both examples and its check. Tests, docs and `explain` are made from it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, Generic, TypeVar

from simulator.domain.problem import Path, Problem, Severity

SCENARIO_FILE: Final = "scenarios/sample/scenario.yaml"
"""Where the small scenario that examples change stands in its library."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Some files of the small library, changed."""

    files: Mapping[str, str]
    """File within the library → what is written there: top-level keys replace those of the small library's file of
    that name; a file that it does not have is written as it stands."""
    whole: bool = False
    """Whether the texts stand for whole files, and nothing of the small library's is kept."""
    some_turns: bool = False
    """Whether turns that are not among the scenario's changes stay as they are."""
    encoding: str = "utf-8"
    """How the editor saved these files."""
    asked: str = ""
    """The only file that lint is asked to look at; empty where it looks at all."""
    begun_on: str = ""
    """Top-level keys of the scenario as it was when a rep began it; empty where nobody has."""


def example(changed: str) -> Example:
    """Make an example of some top-level keys of the small scenario."""
    return Example(files={SCENARIO_FILE: changed})


def turns(changed: str) -> Example:
    """Make an example of some turns of the small scenario, written as they stand below `turns:`."""
    return Example(files={SCENARIO_FILE: f"turns:\n{changed}"}, some_turns=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Where a rule does not hold."""

    message: str
    """What is wrong, in a trainer's words."""
    hint: str = ""
    """What to do next; empty where the message says it."""
    path: Path = ()
    """Where in the tree: keys and list positions from the top."""
    at_key: bool = False
    """Whether the key itself is meant, rather than its value."""
    offset: int = 0
    """How far into a text on one line the mistake stands, in characters."""
    file: str = ""
    """The file within the library, such as `rubrics/empathy.yaml`; empty for the file that is looked at."""
    severity: Severity | None = None
    """Where it differs from the rule's own."""

    def inside(self, above: Path) -> "Finding":
        """Return it as seen from further up the tree."""
        return replace(self, path=(*above, *self.path))


@dataclass(frozen=True, kw_only=True)
class Law:
    """What must hold, why, and how it looks when it does and when it does not."""

    code: str
    """The stable name, such as SIM101. Never given to another law."""
    law: str
    """What must hold, in one sentence."""
    why: str
    """What goes wrong for a rep, a trainer or a manager where it does not; one to three sentences."""
    failing: Example
    """The smallest text that breaks this law."""
    passing: Example
    """The same text, mended."""
    severity: Severity = Severity.WARNING
    """How grave it is where a finding does not say otherwise."""


Subject_contra = TypeVar("Subject_contra", contravariant=True)


@dataclass(frozen=True, kw_only=True)
class Rule(Law, Generic[Subject_contra]):
    """A law with the check that finds where it is broken."""

    check: Callable[[Subject_contra], Iterable[Finding]]
    """Yield every place where the law is broken."""

    def findings(self, subject: Subject_contra) -> Iterator[tuple[str, Problem]]:
        """Yield each problem with its file within the library; an empty name is the file that is looked at."""
        for found in self.check(subject):
            yield found.file, self._problem(found)

    def problems(self, subject: Subject_contra) -> Iterator[Problem]:
        """Yield each problem of a rule that looks at one file only."""
        return (self._problem(found) for found in self.check(subject))

    def _problem(self, found: Finding) -> Problem:
        return Problem(
            code=self.code,
            message=found.message,
            hint=found.hint,
            path=found.path,
            at_key=found.at_key,
            offset=found.offset,
            severity=found.severity or self.severity,
        )
