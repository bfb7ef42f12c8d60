"""What both apps are, for reps and for authors: themes, help, palette, settings, and a clean end."""

import asyncio
import os
import signal
import threading
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from textual.app import App

from simulator.tui import requests
from simulator.tui.keys import usable_keys
from simulator.tui.screens.page import Page
from simulator.tui.sitting import Sitting
from simulator.tui.theme import theme_name, themes

if TYPE_CHECKING:
    from simulator.tui.screens.palette import Command

STOPPED = 128
"""Exit codes of programs stopped by a signal begin here."""

GONE_SECONDS = 3.0
"""How long the program may take to end in good order once its terminal has gone."""


class Face(App[int], inherit_bindings=False):
    """An app of pages."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        for theme in themes():
            self.register_theme(theme)
        self._restyle()
        sitting.keys, self.refused_keys = usable_keys(sitting.settings.keys)
        self.set_keymap(sitting.keys)

    @property
    def crash(self) -> Exception | None:
        """What went wrong in the app itself, if anything did."""
        return self._exception

    @property
    def page(self) -> Page | None:
        """The page in view; None while something lies over it."""
        return self.screen if isinstance(self.screen, Page) else None

    @property
    def here(self) -> Page:
        """The topmost page."""
        return next(screen for screen in reversed(self.screen_stack) if isinstance(screen, Page))

    def on_restyled(self, request: requests.Restyled) -> None:
        """Take on changed settings at once."""
        self._restyle()
        for screen in self.screen_stack:
            if isinstance(screen, Page):
                screen.restyle()
        self.here.note(request.note)

    def _restyle(self) -> None:
        settings = self.sitting.settings
        self.theme = theme_name(settings.theme, self.console.color_system)
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
        commands += self.more_commands()
        self.push_screen(PaletteScreen(commands), lambda command: command.run() if command else None)

    def more_commands(self) -> "Iterable[Command]":
        """Return what the palette finds besides actions."""
        return ()

    def action_stop(self) -> None:
        """Quit at once, as Ctrl-C asks for."""
        self.stop(signal.SIGINT)

    def stop(self, number: int) -> None:
        """Quit as a signal asks for."""
        self.exit(STOPPED + number, return_code=STOPPED + number)

    def listen_for_signals(self) -> None:
        """Restore the terminal also when the program is told to stop from outside."""
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            # Windows has no SIGHUP and no handlers in loops; loops outside the main thread take none.
            with suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
                number = getattr(signal, name)
                asyncio.get_running_loop().add_signal_handler(number, self.stop, number)
        with suppress(AttributeError, ValueError):
            signal.signal(signal.SIGHUP, partial(self._terminal_gone, asyncio.get_running_loop()))

    def _terminal_gone(self, loop: asyncio.AbstractEventLoop, number: int, _frame: object) -> None:
        """Quit, and do not wait for a screen that nobody can draw on any more.

        What is written to a terminal that has gone can block for ever, and the loop with it: so this is no handler of
        the loop, and has a limit. Nothing is lost: what was said is stored before it is shown.
        """
        if not loop.is_closed():
            loop.call_soon_threadsafe(self.stop, number)
            last = threading.Timer(GONE_SECONDS, os._exit, (STOPPED + number,))
            last.daemon = True
            last.start()

    def _print_error_renderables(self) -> None:
        """Print nothing: our mistakes are reported by the command line, without a traceback."""
        self._exit_renderables.clear()
