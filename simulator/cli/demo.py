"""The demo in plain lines: to be typed at, or, where nobody can type, the board, one report and one debrief."""

from pathlib import Path

from simulator.cli.deciding import can_ask
from simulator.cli.printing import print_lines, print_text
from simulator.domain.attempt import Rep
from simulator.plain.debrief import say_result
from simulator.plain.voice import standard_voice
from simulator.usecases.desk import Desk
from simulator.usecases.report import rendered, report, team
from simulator.usecases.talk import resume


def show(desk: Desk, people: tuple[Rep, ...], settings_file: Path) -> None:
    """Show what a manager and a rep would see, with example people."""
    if can_ask():
        from simulator.plain.demo import try_out

        try_out(desk, standard_voice(), people, settings_file)
        return
    print_lines(["These are example people; nothing here is kept.", "", "The team board:", ""])
    print_text(rendered(team(desk), "text"))
    print_lines(["", f"The report of {people[0].name}:", ""])
    print_text(rendered(report(desk, people[0]), "text"))
    attempts = desk.records.attempts(people[0].id)
    if attempts:
        print_lines(["", f"The debrief of the latest conversation of {people[0].name}:", ""])
        say_result(desk, standard_voice(), resume(desk, attempts[-1].id))
