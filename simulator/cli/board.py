"""The command `board`: everybody's standing for whoever looks after them, in the app or line by line."""

from argparse import Namespace

from simulator.cli.printing import print_lines
from simulator.cli.typed import desk_of, own_settings, wants_lines


def board(typed: Namespace) -> int:
    """Open the manager's board."""
    desk = desk_of(typed)
    if wants_lines(typed):
        from simulator.plain.board import look_around
        from simulator.plain.voice import standard_voice

        look_around(desk, standard_voice())
        return 0
    from simulator.tui.board import run

    return run(desk, own_settings(), print_lines)
