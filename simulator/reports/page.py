"""Views as standalone HTML: the only place that knows Jinja.

Everything is escaped by the environment and nothing is marked safe. Control and bidirectional characters are
shown by name, as in a terminal, because an escaped one would still reorder the line it stands in.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

from simulator.reports.team_views import TeamView
from simulator.reports.views import ReadinessView
from simulator.reports.wording import on_one_line

if TYPE_CHECKING:
    from jinja2 import Environment


def as_html(view: ReadinessView | TeamView) -> str:
    """Write a view as one HTML file that needs nothing else: no script, no network."""
    name = "readiness.html.j2" if isinstance(view, ReadinessView) else "team.html.j2"
    return _environment().get_template(name).render(view=view)


@cache
def _environment() -> "Environment":
    """Build the one environment; `select_autoescape` would leave `.html.j2` unescaped."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("simulator.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _shown(value: object) -> object:
    """Make a text visible on one line; what a template has already escaped passes through."""
    if not isinstance(value, str) or hasattr(value, "__html__"):
        return value
    # A number never parts from its percent sign.
    return re.sub(r"(?<=\d) %", "\u00a0%", on_one_line(value))
