"""A view in the form that was asked for."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from simulator.reports.as_csv import as_csv
from simulator.reports.as_json import as_json
from simulator.reports.blocks import Block
from simulator.reports.document import readiness_document
from simulator.reports.markdown import markdown
from simulator.reports.page import as_html
from simulator.reports.team_document import team_document
from simulator.reports.team_views import TeamView
from simulator.reports.terminal import text
from simulator.reports.views import ReadinessView

View = ReadinessView | TeamView
"""What can be rendered."""


def _document(view: View) -> Iterable[Block]:
    return readiness_document(view) if isinstance(view, ReadinessView) else team_document(view)


_WRITERS: Final[Mapping[str, Callable[[View], str]]] = {
    "html": as_html,
    "md": lambda view: markdown(_document(view)),
    "text": lambda view: text(_document(view)),
    "json": as_json,
    "csv": as_csv,
}

FORMATS: Final = tuple(_WRITERS)
"""The forms a report can take."""


def render(view: View, form: str) -> str:
    """Write the view; in CSV the evidence of one rep, or the board of a team. ValueError for an unknown form."""
    if form not in _WRITERS:
        raise ValueError(f'no report comes as "{form}": choose {", ".join(FORMATS)}')
    return _WRITERS[form](view)
