"""The manager's board as an app of its own: whoever looks at a team need be no rep."""

from collections.abc import Callable, Iterable
from pathlib import Path

from textual.screen import Screen

from simulator.tui.board_routes import BoardRoutes
from simulator.tui.screens.board import BoardScreen
from simulator.tui.sitting import Sitting
from simulator.usecases.desk import Desk
from simulator.usecases.settings import load_settings


class BoardApp(BoardRoutes):
    """The board, and what can be opened from it."""

    # Textual reads a screen's own styles when it is pushed; the default screen never is.
    CSS_PATH = ["app.tcss", "screens/board.tcss"]  # noqa: RUF012 - as Textual declares it
    TITLE = "Conversation simulator"

    def __init__(self, sitting: Sitting, note: str = "") -> None:
        super().__init__(sitting)
        self.board = BoardScreen(sitting)
        self._note = " ".join((note, *self.refused_keys)).strip()

    def get_default_screen(self) -> Screen[None]:
        """Show the board: its frame stands before anything is read from the records."""
        return self.board

    def on_mount(self) -> None:
        """Take signals, and say what is odd about the settings."""
        self.listen_for_signals()
        if self._note:
            self.call_after_refresh(self.board.note, self._note)

    def on_go_home(self) -> None:
        """Quit: below the board is nothing."""
        self.exit(0)


def run(desk: Desk, settings_file: Path, tell: Callable[[Iterable[str]], object]) -> int:
    """Run the board and return its exit code; `tell` says afterwards, on the terminal, what could not be recorded."""
    desk.library.bar()
    settings, note = load_settings(settings_file)
    sitting = Sitting(desk=desk, settings_file=settings_file, settings=settings)
    app = BoardApp(sitting, note)
    code = app.run()
    tell(
        f"Your {what.partition(' ')[0]} was not recorded: {' · '.join(filter(None, answers))}"
        for what, answers in sitting.unrecorded.items()
    )
    if app.crash is not None:
        raise app.crash
    return code or 0
