"""The command `preview`: the workbench, or in plain lines what changes with each save."""

import sys
from argparse import Namespace

from simulator.cli.typed import desk_of, own_settings, wants_lines
from simulator.domain.ids import ScenarioId


def preview(typed: Namespace) -> int:
    """Open the author's workbench."""
    desk = desk_of(typed)
    scenario = ScenarioId(typed.scenario) if typed.scenario else None
    if scenario is not None and scenario not in desk.library.ids:
        # Says that there is none, and which is near.
        desk.library.scenario(scenario)
    if wants_lines(typed):
        from simulator.plain.voice import standard_voice
        from simulator.plain.watch import standard_input, watch

        heard = standard_input() if sys.stdin.isatty() else None
        return watch(desk.library, scenario, standard_voice(), heard)
    from simulator.tui.bench import run

    return run(desk, own_settings(), scenario)
