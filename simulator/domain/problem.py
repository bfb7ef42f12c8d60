"""An author's mistake is a value: what, where and what next."""

from dataclasses import dataclass
from enum import StrEnum

Path = tuple[str | int, ...]
"""Where in a file's tree: keys and list positions from the top."""


class Severity(StrEnum):
    """How grave a problem is."""

    ERROR = "error"
    """It must be mended: the file cannot be used, or should not be."""
    WARNING = "warning"
    """It should be looked at."""
    NOTE = "note"
    """Good to know; told only when asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One mistake in a file, as seen by someone who knows the tree but not its lines."""

    code: str
    """The stable name of the kind of mistake, such as SIM101."""
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
    severity: Severity = Severity.ERROR
    """How grave it is."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Placed:
    """A problem with its place in a file: what people read."""

    file: str
    """The file as the person named it, or relative to the library."""
    line: int
    """Line, from 1."""
    column: int
    """Column, from 1."""
    code: str
    """The stable name of the kind of mistake."""
    message: str
    """What is wrong."""
    hint: str = ""
    """What to do next."""
    severity: Severity = Severity.ERROR
    """How grave it is."""

    def __str__(self) -> str:
        """Say it as `file:line:column: CODE message — hint`."""
        tail = f" — {self.hint}" if self.hint else ""
        return f"{self.file}:{self.line}:{self.column}: {self.code} {self.message}{tail}"
