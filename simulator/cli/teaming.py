"""`simulator team`: everyone's readiness, and what the owner of a team's server does."""

import sys
from argparse import Namespace
from pathlib import Path

from simulator.cli.printing import print_lines, write_report
from simulator.cli.typed import desk_of, records_of


def team(typed: Namespace) -> int:
    """Write everyone's standing; set up a server for a team; give somebody a login on it."""
    if typed.task is not None:
        return _server(typed)
    from simulator.usecases.report import rendered
    from simulator.usecases.report import team as gather

    view = gather(desk_of(typed))
    return write_report(lambda form: rendered(view, form), typed.format, typed.output)


def _server(typed: Namespace) -> int:
    from simulator.usecases.teaming import add_person, set_up_team

    url = records_of(typed)
    desk = desk_of(typed)
    if typed.task == "setup":
        print_lines(set_up_team(desk, url))
        return 0
    password = None
    if typed.password_file is not None:
        try:
            password = Path(typed.password_file).read_text(encoding="utf-8").partition("\n")[0]
        except (OSError, ValueError) as problem:
            print_lines([f"The password cannot be read from {typed.password_file}: {problem}"], sys.stderr)
            return 2
    print_lines(
        add_person(desk, url, typed.name, login=typed.login, role=typed.role, team=typed.team, password=password)
    )
    return 0
