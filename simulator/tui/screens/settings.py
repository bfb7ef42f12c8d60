"""Settings: how a person likes the app."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from simulator.tui.keys import bindings_of
from simulator.tui.requests import Restyled
from simulator.tui.screens.page import Page
from simulator.tui.text import Words, line, lines, shown
from simulator.tui.widgets.pick_list import PickList, Row
from simulator.usecases.settings import DENSITIES, THEMES, Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One thing that can be set."""

    label: str
    sentence: str
    value: Callable[[Settings], str]
    turned: Callable[[Settings], Settings]
    """The settings with the next value."""


def _next(values: tuple[str, ...], value: str) -> str:
    return values[(values.index(value) + 1) % len(values)]


def _on(value: bool) -> str:  # noqa: FBT001 - the switch itself is the argument
    return "on" if value else "off"


SETTINGS = (
    Setting(
        label="Theme",
        sentence="Light or dark.",
        value=lambda settings: settings.theme,
        turned=lambda settings: replace(settings, theme=_next(THEMES, settings.theme)),
    ),
    Setting(
        label="Density",
        sentence="Compact leaves out blank lines and the newest evidence.",
        value=lambda settings: settings.density,
        turned=lambda settings: replace(settings, density=_next(DENSITIES, settings.density)),
    ),
    Setting(
        label="Motion",
        sentence="On: the customer's words appear letter by letter; any key shows them at once.",
        value=lambda settings: _on(settings.motion),
        turned=lambda settings: replace(settings, motion=not settings.motion),
    ),
    Setting(
        label="Plain mode",
        sentence="On: from the next start, whole lines of text instead of this screen; made for screen readers.",
        value=lambda settings: _on(settings.plain),
        turned=lambda settings: replace(settings, plain=not settings.plain),
    ),
)
"""What can be set by turning through values; the goal is written."""


class SettingsScreen(Page):
    """What can be set."""

    PLACE = "settings"
    CSS_PATH = "settings.tcss"
    BINDINGS = bindings_of("settings")

    def title_words(self) -> Content:
        """Say where this is."""
        return shown("Settings", "bold")

    def body(self) -> Iterable[Widget]:
        """List the settings."""
        yield PickList(id="settings")
        yield Vertical(id="ask")
        yield Words(id="file")

    def on_mount(self) -> None:
        """Mark the first."""
        super().on_mount()
        self._show(0)
        self.query_one("#file", Words).say(lines(("Kept in", "$soft"), (f"{self.sitting.settings_file}", "$soft")))

    def _show(self, marked: int) -> None:
        settings = self.sitting.settings
        rows = [_row(setting.label, setting.value(settings), setting.sentence) for setting in SETTINGS]
        rows.append(_row("Goal", settings.goal or "none", "What you want to get better at, in your own words."))
        self.query_one("#settings", PickList).fill(rows, marked)

    def action_move(self, key: str) -> None:
        """Move the mark."""
        self.query_one("#settings", PickList).move(1 if key == "down" else -1)

    @on(PickList.Clicked)
    def click_setting(self, event: PickList.Clicked) -> None:
        """Change the clicked setting."""
        event.list.mark(event.number)
        self.action_change("enter")

    def action_change(self, key: str) -> None:
        """Change the marked setting."""
        del key
        marked = self.query_one("#settings", PickList).marked or 0
        if marked == len(SETTINGS):
            self._ask_goal()
            return
        note = self.sitting.remember(SETTINGS[marked].turned(self.sitting.settings))
        self._show(marked)
        self.post_message(Restyled(note))

    def _ask_goal(self) -> None:
        from simulator.tui.widgets.entry import Entry

        if not self.query(Entry):
            entry = Entry(self.sitting.settings.goal, hint="e.g. stay calm when someone is angry")
            self.query_one("#ask").mount(entry)
            entry.focus()
            self.refresh_keys()

    def on_input_submitted(self) -> None:
        """Keep the goal."""
        from simulator.tui.widgets.entry import Entry

        note = self.sitting.set_goal(self.query_one(Entry).value)
        self.call_later(self.take_question_away)
        self._show(len(SETTINGS))
        self.post_message(Restyled(note or "Your goal is kept."))

    def action_back(self) -> None:
        """Go back to the screen below."""
        self.dismiss()


def _row(label: str, value: str, sentence: str) -> Row:
    return Row("", lines(line((f"{label:<12}", "bold"), (value, "$accent-ink")), (sentence, "$soft")))
