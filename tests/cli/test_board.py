"""The command that opens the manager's board."""

from cli.front import Front


def test_where_nothing_can_be_drawn_the_board_is_said_line_by_line(office: Front) -> None:
    office.takes("Ana", 1)
    done = office("board", typed="ana\nb\n")
    assert done.code == 0
    assert done.out.startswith("Team board: 1 person; 0 ready,")
    assert "Ana: Not enough evidence." in done.out
    assert done.out.endswith("Everything is saved. Until next time.\n")


def test_looking_at_the_board_adds_nobody(office: Front) -> None:
    done = office("board", "--plain", "--as", "Boss", typed="")
    assert "Nobody has practised here yet." in done.out
    assert office.desk().records.reps() == ()


def test_the_team_is_still_printed_as_text(office: Front) -> None:
    assert office("team").out.startswith("Team readiness\n====")


def test_help_knows_it(office: Front) -> None:
    assert "board" in office("--help").out
    assert "--plain" in office("board", "--help").out
