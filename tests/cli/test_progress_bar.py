"""What takes a while says on a terminal how far it is, and leaves no trace."""

import io
from pathlib import Path

from team import assemble

from simulator.cli.progress import progress_bar
from simulator.usecases.report import team


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_bar_grows_and_is_wiped_at_the_end() -> None:
    shown = Terminal()
    bar = progress_bar(shown, " people")
    bar(1, 4)
    bar(2, 4)
    first, second = shown.getvalue().split("\r")[1:]
    assert second.endswith("2 of 4 people")
    assert (first.count("#"), second.count("#")) == (7, 15)
    bar(4, 4)
    *_, last, wiped, nothing = shown.getvalue().split("\r")
    assert last.endswith("4 of 4 people")
    assert len(wiped) >= len(last)
    assert (wiped.strip(), nothing) == ("", "")


def test_what_is_over_at_once_shows_no_bar() -> None:
    shown = Terminal()
    bar = progress_bar(shown, least=5)
    bar(1, 4)
    bar(4, 4)
    assert shown.getvalue() == ""
    bar(1, 5)
    assert "1 of 5" in shown.getvalue()


def test_no_terminal_hears_nothing() -> None:
    shown = io.StringIO()
    progress_bar(shown)(1, 2)
    assert shown.getvalue() == ""


def test_the_report_on_a_team_tells_everybody_who_is_read(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    team(assemble(str(tmp_path / "team.db")).desk(), lambda done, of: told.append((done, of)))
    assert told == [(number, 8) for number in range(1, 9)]
