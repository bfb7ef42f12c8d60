"""A report as a row of plain blocks: Markdown and terminal text both write these, so they say the same."""

from dataclasses import dataclass

from simulator.reports.views import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The name of a part; level 1 is the report itself."""

    level: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A few sentences; a strong one stands out."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets:
    """A list of sentences."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Named lines."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows and columns; the first column names the row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """What was said, line by line, and what it shows."""

    lines: tuple[Fact, ...]
    """Who spoke, and their words."""
    shows: tuple[str, ...]


Block = Heading | Paragraph | Bullets | Facts | Table | Talk
