"""The app: opens screens on request, and nothing else."""

import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.screen import Screen

from simulator.domain.attempt import Rep
from simulator.domain.ids import ScenarioId
from simulator.domain.member import Member
from simulator.domain.scenario import Purpose
from simulator.tui.routes import Routes
from simulator.tui.screens.home import HomeScreen
from simulator.tui.sitting import Sitting
from simulator.usecases.desk import Desk
from simulator.usecases.logins import is_new_here
from simulator.usecases.settings import load_settings

if TYPE_CHECKING:
    from simulator.tui.screens.palette import Command


class SimulatorApp(Routes):
    """The app on one sitting."""

    # Textual reads a screen's own styles when it is pushed; the default screen never is.
    CSS_PATH = ["app.tcss", "screens/home.tcss"]  # noqa: RUF012 - as Textual declares it
    TITLE = "Conversation simulator"

    def __init__(
        self,
        sitting: Sitting,
        *,
        who: Callable[[], Rep | Member | None],
        open_scenario: ScenarioId | None = None,
        purpose: Purpose | None = None,
        note: str = "",
    ) -> None:
        super().__init__(sitting)
        self._who = who
        self._opening = (open_scenario, purpose)
        self.plain_wanted = False
        self._note = " ".join((note, *self.refused_keys)).strip()

    def get_default_screen(self) -> Screen[None]:
        """Begin with home: its frame stands before anything is read from the records."""
        return HomeScreen(self.sitting)

    def on_mount(self) -> None:
        """Read the records once the first frame is on the screen."""
        self.listen_for_signals()
        self.call_after_refresh(self.on_try_again)

    def on_try_again(self) -> None:
        """Find out who sits here: the first thing that needs the records."""
        self.home.load(self._who, self._begin)

    def _begin(self, who: Rep | Member | None) -> None:
        if isinstance(who, Member):
            self.look_after_team(self._note)
            return
        self.sitting.rep = rep = who
        if self._note:
            self.home.note(self._note)
        if rep is None:
            from simulator.tui.screens.first_run import FirstRunScreen

            self.push_screen(FirstRunScreen(self.sitting))
            return
        scenario, purpose = self._opening
        if scenario is None and is_new_here(self.sitting.desk, self.sitting.settings_file):
            from simulator.tui.screens.first_run import FirstRunScreen

            self.push_screen(FirstRunScreen(self.sitting))
        elif scenario is None:
            self.refresh_home()
        else:
            self.brief(scenario, purpose)

    def on_quit(self) -> None:
        """Quit; everything is saved already."""
        self.exit(0)

    def on_go_plain(self) -> None:
        """Quit, to go on in plain mode."""
        self.plain_wanted = True
        self.exit(0)

    def more_commands(self) -> "Iterable[Command]":
        """Let the palette find every conversation."""
        from simulator.tui.screens.palette import Command
        from simulator.usecases.shelf import scenario_order

        for row in self.home.view.scenarios if self.home.view else ():
            opens = partial(self.brief, row.id, row.purpose)
            yield Command(label=row.title, sentence=f"{row.customer}, {row.purpose}", cap="", run=opens)
        # Whoever came straight into a conversation has not seen home yet; what each is for is found on opening it.
        if self.home.view is None and self.sitting.rep is not None and self.here.PLACE != "first-run":
            for each in sorted(self.sitting.desk.library.summaries(), key=scenario_order):
                opens = partial(self.brief, each.id, None)
                yield Command(label=each.title, sentence=each.customer.name, cap="", run=opens)


def run(
    desk: Desk,
    *,
    rep: Rep | Callable[[], Rep | Member | None] | None,
    settings_file: Path,
    open_scenario: ScenarioId | None = None,
    purpose: Purpose | None = None,
    seed: int | None = None,
    go_plain: Callable[[], int] | None = None,
) -> int:
    """Run the app and return its exit code.

    A `rep` that is a function is asked once the first frame is on the screen, so that nobody waits for the records.
    `go_plain` is called where the person asks for plain mode on the first run.
    """
    desk.library.bar()
    settings, note = load_settings(settings_file)
    sitting = Sitting(desk=desk, settings_file=settings_file, settings=settings, seed=seed)
    who = rep if callable(rep) else lambda: rep
    app = SimulatorApp(sitting, who=who, open_scenario=open_scenario, purpose=purpose, note=note)
    code = app.run()
    if app.crash is not None:
        raise app.crash
    if app.plain_wanted:
        if go_plain is not None:
            return go_plain()
        sys.stdout.write("Plain mode is on from now. Start again to use it.\n")
    return code or 0
