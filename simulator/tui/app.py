"""The app: opens screens on request, and nothing else."""

import asyncio
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from textual.screen import Screen

from simulator.domain.attempt import Rep
from simulator.domain.ids import ScenarioId
from simulator.domain.scenario import Purpose
from simulator.tui import requests
from simulator.tui.keys import usable_keys
from simulator.tui.routes import Routes
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.page import Page
from simulator.tui.sitting import Sitting
from simulator.tui.theme import theme_name, themes
from simulator.usecases.desk import Desk
from simulator.usecases.settings import load_settings

STOPPED = 128
"""Exit codes of programs stopped by a signal begin here."""


class SimulatorApp(Routes):
    """The app on one sitting."""

    # Textual reads a screen's own styles when it is pushed; the default screen never is.
    CSS_PATH = ["app.tcss", "screens/home.tcss"]  # noqa: RUF012 - as Textual declares it
    ENABLE_COMMAND_PALETTE = False
    TITLE = "Conversation simulator"

    def __init__(
        self,
        sitting: Sitting,
        *,
        who: Callable[[], Rep | None],
        open_scenario: ScenarioId | None = None,
        purpose: Purpose | None = None,
        note: str = "",
    ) -> None:
        super().__init__(sitting)
        self._who = who
        self._opening = (open_scenario, purpose)
        self.plain_wanted = False
        for theme in themes():
            self.register_theme(theme)
        self._restyle()
        sitting.keys, refused = usable_keys(sitting.settings.keys)
        self._note = " ".join((note, *refused)).strip()
        self.set_keymap(sitting.keys)

    @property
    def crash(self) -> Exception | None:
        """What went wrong in the app itself, if anything did."""
        return self._exception

    def get_default_screen(self) -> Screen[None]:
        """Begin with home: its frame stands before anything is read from the records."""
        return HomeScreen(self.sitting)

    def on_mount(self) -> None:
        """Read the records once the first frame is on the screen."""
        self._listen_for_signals()
        self.call_after_refresh(self.on_try_again)

    def on_try_again(self) -> None:
        """Find out who sits here: the first thing that needs the records."""
        self.home.load(self._who, self._begin)

    def _begin(self, rep: Rep | None) -> None:
        self.sitting.rep = rep
        if self._note:
            self.home.note(self._note)
        if rep is None:
            from simulator.tui.screens.first_run import FirstRunScreen

            self.push_screen(FirstRunScreen(self.sitting))
            return
        scenario, purpose = self._opening
        if scenario is None:
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

    def on_restyled(self, request: requests.Restyled) -> None:
        """Take on changed settings at once."""
        self._restyle()
        for screen in self.screen_stack:
            if isinstance(screen, Page):
                screen.restyle()
        self.here.note(request.note)

    def _restyle(self) -> None:
        settings = self.sitting.settings
        self.theme = theme_name(settings.theme, few_colours=self.console.color_system == "standard")
        self.animation_level = "full" if settings.motion else "none"

    def action_help(self) -> None:
        """Say what can be done on this screen."""
        from simulator.tui.screens.help import HelpScreen

        if self.page is not None:
            self.push_screen(HelpScreen(self.page.offered(), self.sitting.keys))

    def action_settings(self) -> None:
        """Open the settings, or close them."""
        from simulator.tui.screens.settings import SettingsScreen

        if isinstance(self.screen, SettingsScreen):
            self.screen.action_back()
        elif self.page is not None:
            self.push_screen(SettingsScreen(self.sitting))

    def action_palette(self) -> None:
        """Open the command palette."""
        from simulator.tui.screens.palette import Command, PaletteScreen

        if self.page is None:
            return
        page = self.page
        commands = [
            Command(
                label=action.label.capitalize(),
                sentence=action.sentence,
                cap=action.cap,
                run=partial(page.run_listed, action),
            )
            for action in page.offered()
            if action.palette
        ]
        commands += [
            Command(
                label=row.title,
                sentence=f"{row.customer}, {row.purpose}",
                cap="",
                run=partial(self.brief, row.id, row.purpose),
            )
            for row in (self.home.view.scenarios if self.home.view else ())
        ]
        self.push_screen(PaletteScreen(commands), lambda command: command.run() if command else None)

    def action_stop(self) -> None:
        """Quit at once, as Ctrl-C asks for."""
        self._stop(signal.SIGINT)

    def _stop(self, number: int) -> None:
        self.exit(STOPPED + number, return_code=STOPPED + number)

    def _listen_for_signals(self) -> None:
        """Restore the terminal also when the program is told to stop from outside."""
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            # Windows has no SIGHUP and no handlers in loops; loops outside the main thread take none.
            with suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
                number = getattr(signal, name)
                asyncio.get_running_loop().add_signal_handler(number, self._stop, number)

    def _print_error_renderables(self) -> None:
        """Print nothing: our mistakes are reported by the command line, without a traceback."""
        self._exit_renderables.clear()


def run(
    desk: Desk,
    *,
    rep: Rep | Callable[[], Rep | None] | None,
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
