"""What lint says: of the open scenario first, the gravest first."""

from collections.abc import Mapping, Sequence
from typing import Final

from textual.app import ComposeResult
from textual.content import Content

from simulator.domain.problem import Placed, Severity
from simulator.tui.text import Words, line, lines, shown
from simulator.tui.widgets.pane import Pane
from simulator.tui.widgets.pick_list import PickList, Row
from simulator.usecases.bench import Count

SIGNS: Final[Mapping[Severity, tuple[str, str]]] = {
    Severity.ERROR: ("✕", "bold $bad"),
    Severity.WARNING: ("▲", "bold $accent-ink"),
    Severity.NOTE: ("·", "bold $soft"),
}
"""A sign for each severity, with its style; the word stands beside it."""

MOST: Final = 60
"""Problems that are shown at once: mending them uncovers the others."""


class ProblemPane(Pane):
    """Problems, one of them marked."""

    NAME = "Problems"
    ENTER = "go to its line"

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._problems: tuple[Placed, ...] = ()

    def compose(self) -> ComposeResult:
        """Put the problems below the heading."""
        yield self.heading
        yield PickList(id="problems")
        yield Words(id="more")

    def show(self, problems: Sequence[Placed], own: str, *, looked: bool) -> None:
        """Show these problems; `own` is the folder of the open scenario, whose places need no file's name."""
        # Whoever goes through the problems stays where they are; else the gravest is in sight.
        marked = self.marked if self.has_class("-here") else None
        self._problems = tuple(problems[:MOST])
        rows = [_row(problem, own) for problem in self._problems]
        again = next((number for number, problem in enumerate(self._problems) if _same(problem, marked)), 0)
        self.list.fill(rows, again if rows else None)
        if marked is None:
            self.scroll_home(animate=False)
        left = len(problems) - MOST
        quiet = "No problems: it reads well." if looked else "Looking…"
        self.query_one("#more", Words).say(
            shown(f"and {left} more, once these are mended" if left > 0 else "" if rows else quiet, "$soft")
        )

    @property
    def marked(self) -> Placed | None:
        """The marked problem."""
        marked = self.list.marked
        return None if marked is None else self._problems[marked]


def counted(count: Count) -> Content:
    """Say how many problems there are, with their signs; nothing where there are none."""
    parts = ((count.errors, Severity.ERROR), (count.warnings, Severity.WARNING))
    return Content(" ").join(
        shown(f"{number}{SIGNS[severity][0]}", SIGNS[severity][1]) for number, severity in parts if number
    )


def _same(problem: Placed, other: Placed | None) -> bool:
    """Tell whether two are one problem, perhaps on another line since the file was saved."""
    return other is not None and (problem.file, problem.code, problem.message) == (
        other.file,
        other.code,
        other.message,
    )


def _row(problem: Placed, own: str) -> Row:
    sign, style = SIGNS[problem.severity]
    file = problem.file.removeprefix(own).removesuffix(".yaml")
    place = f"{problem.line}:{problem.column}"
    return Row(
        sign,
        lines(
            line((problem.severity, style), (f"  {problem.code}  {place if file == 'scenario' else ''}", "$soft")),
            shown("" if file == "scenario" else f"{file} {place}", "$soft"),
            shown(problem.message),
            shown(problem.hint, "$soft"),
        ),
        style,
    )
