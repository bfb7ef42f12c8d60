"""`simulator team`: everyone's readiness, and what the owner of a team's server does."""

import sys
from argparse import Namespace
from pathlib import Path
from typing import Final

from simulator.cli.printing import print_lines
from simulator.cli.typed import desk_of, records_of
from simulator.cli.writing import ENDINGS, write_report

MANY: Final = 30
"""From so many people on, their report takes about a second."""


def team(typed: Namespace) -> int:
    """Write everyone's standing; or set up a team's server, and look after who is on it."""
    if typed.task is not None:
        return _server(typed)
    if typed.brief:
        return _in_brief(typed)
    from simulator.cli.progress import progress_bar
    from simulator.usecases.report import rendered
    from simulator.usecases.report import team as gather

    desk = desk_of(typed)
    return write_report(typed, lambda form: rendered(gather(desk, progress_bar(unit=" people", least=MANY)), form))


def _in_brief(typed: Namespace) -> int:
    from simulator.reports.team_in_brief import BRIEF_FORMATS, render_brief
    from simulator.usecases.board_in_brief import team_in_brief

    endings = {ending: form for ending, form in ENDINGS.items() if form in BRIEF_FORMATS}
    if typed.format not in {None, *BRIEF_FORMATS}:
        print_lines([f"The team in brief comes as {', '.join(BRIEF_FORMATS)}, not as {typed.format}."], sys.stderr)
        return 2
    desk = desk_of(typed)
    return write_report(typed, lambda form: render_brief(team_in_brief(desk), form), endings)


def _server(typed: Namespace) -> int:
    from simulator.usecases.teaming import list_team, remove_person, set_up_team

    url = records_of(typed)
    if typed.task == "add":
        return _add(typed, url)
    if typed.task == "setup":
        print_lines(set_up_team(desk_of(typed), url))
    elif typed.task == "remove":
        print_lines(remove_person(url, typed.name))
    else:
        print_lines(list_team(url))
    return 0


def _add(typed: Namespace, url: str | None) -> int:
    """Give a person a login, with the password from a file or one that is made here."""
    from simulator.usecases.teaming import add_person

    password = None
    if typed.password_file is not None:
        try:
            password = Path(typed.password_file).read_text(encoding="utf-8").partition("\n")[0]
        except (OSError, ValueError) as problem:
            why = getattr(problem, "strerror", None) or "it holds no text"
            print_lines([f"The password cannot be read from {typed.password_file}: {why}."], sys.stderr)
            return 2
        if not password:
            print_lines([f"The first line of {typed.password_file} is empty: it is to be the password."], sys.stderr)
            return 2
    print_lines(
        add_person(
            desk_of(typed), url, typed.name, login=typed.login, role=typed.role, team=typed.team, password=password
        )
    )
    return 0
