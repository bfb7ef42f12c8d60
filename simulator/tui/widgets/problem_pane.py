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

    def show(self, problems: Sequence[Placed], home: str, own: str, *, looked: bool) -> None:
        """Show these problems, each by its place in the library at `home`; that is short in the `own` scenario."""
        # Whoever goes through the problems stays where they are; else the gravest is in sight.
        kept = self.list.marked if self.has_class("-here") else None
        again = 0 if kept is None else _again(self._problems, kept, problems[:MOST])
        self._problems = tuple(problems[:MOST])
        rows = [_row(problem, _place(problem, home, own)) for problem in self._problems]
        self.list.fill(rows, again if rows else None)
        if kept is None:
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


def _again(before: Sequence[Placed], kept: int, after: Sequence[Placed]) -> int:
    """Find a problem again, perhaps on another line since the file was saved; the first one where it is mended."""
    wanted = _said(before[kept])
    alike = [number for number, problem in enumerate(after) if _said(problem) == wanted]
    ordinal = sum(_said(problem) == wanted for problem in before[:kept])
    return alike[min(ordinal, len(alike) - 1)] if alike else 0


def _said(problem: Placed) -> tuple[str, str, str]:
    return problem.file, problem.code, problem.message


def _place(problem: Placed, home: str, own: str) -> str:
    """Name a place as shortly as it can be told: `33:9`, `walks/best 3:1`, `late-delivery 33:9`."""
    file = problem.file.removeprefix(home).removeprefix("scenarios/").removesuffix(".yaml")
    name = file.removeprefix(f"{own}/").removesuffix("scenario").removesuffix("/")
    return f"{name} {problem.line}:{problem.column}".strip()


def _row(problem: Placed, place: str) -> Row:
    sign, style = SIGNS[problem.severity]
    return Row(
        sign,
        lines(
            line((problem.severity, style), (f"  {problem.code}  {place}", "$soft")),
            shown(problem.message),
            shown(problem.hint, "$soft"),
        ),
        style,
    )
