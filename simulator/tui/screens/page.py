"""What every screen has: a title, keys, a note, and a way to ask for something that may be refused."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar, TypeVar, cast

from textual.app import App, ComposeResult
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input
from textual.worker import Worker

from simulator.tui.action import Action
from simulator.tui.actions import actions_of, with_reading_on
from simulator.tui.requests import GoHome
from simulator.tui.screens.asking import Asking
from simulator.tui.screens.dialog import Dialog
from simulator.tui.sitting import Sitting
from simulator.tui.text import Words, shown
from simulator.tui.widgets.key_bar import KeyBar
from simulator.tui.widgets.scrolled import Scrolled
from simulator.tui.widgets.title_bar import TitleBar

T = TypeVar("T")

A_WHILE = 1.5
"""Seconds after which it is said that something takes a while: a server may be silent for fifteen."""

ONE_MOMENT = "One moment: the records are slow to answer."
"""What is said then."""

TOO_SMALL = "This needs a little more room: make the window at least 60 columns by 15 lines. All is saved."
"""What a tiny terminal says."""


def _is_typed(action: Action) -> bool:
    return all(len(key) == 1 or key == "question_mark" for key in action.key.split(","))


class Page(Asking):
    """A screen of the app."""

    PLACE: ClassVar[str] = ""
    """Its name in the table of actions."""
    HORIZONTAL_BREAKPOINTS = [(0, "-thin"), (60, "-narrow"), (110, "-wide")]  # noqa: RUF012 - as Textual declares it
    VERTICAL_BREAKPOINTS = [(0, "-low"), (15, "-short"), (30, "-tall")]  # noqa: RUF012 - as Textual declares it
    AUTO_FOCUS = None
    ALLOW_SELECT = False

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self.busy = False

    def compose(self) -> ComposeResult:
        """Put the body between title and keys."""
        yield TitleBar(self.title_words(), self.remark())
        yield from self.body()
        yield Words(id="note")
        yield KeyBar(self._keys_shown, lambda: self.sitting.keys, self.run_listed)
        yield Words(shown(TOO_SMALL), classes="too-small")

    def title_words(self) -> Content:
        """Say where this is."""
        return shown("Conversation simulator", "bold")

    def remark(self) -> Content | None:
        """Say what belongs to it."""
        return None

    def body(self) -> Iterable[Widget]:
        """Return what the screen shows."""
        return ()

    def on_mount(self) -> None:
        """Take on the settings."""
        self.restyle()

    def restyle(self) -> None:
        """Take on changed settings."""
        self.set_class(self.sitting.settings.density == "compact", "-compact")
        self.refresh_keys()

    def refresh_keys(self) -> None:
        """Show what can be done now."""
        self.query_one(KeyBar).refresh()

    @property
    def face(self) -> App[object]:
        """The app, with its type in full: Textual leaves its result open."""
        return cast("App[object]", self.app)  # pyright: ignore[reportUnknownMemberType] - see above

    def places(self) -> tuple[str, ...]:
        """Say which actions belong here now."""
        return (self.PLACE,)

    def offered(self) -> Sequence[Action]:
        """List what can be done here now; while a question stands, only what answers it."""
        places = ("asking",) if self.asking else self.places()
        offered = [self._called(action) for action in actions_of(*places) if self._fits(action)]
        # While something is typed, a letter is a letter.
        return [action for action in offered if not _is_typed(action)] if self.query(Input) else offered

    def _fits(self, action: Action) -> bool:
        return self.offers(action) and not (action.does == "leave" and self.is_lowest)

    @property
    def is_lowest(self) -> bool:
        """Whether there is nothing to go back to from here."""
        return False

    def _called(self, action: Action) -> Action:
        return replace(action, label="quit") if action.does == "back" and self.is_lowest else action

    def _keys_shown(self) -> Sequence[Action]:
        """List what the last line shows: where there is more to read than fits, also the key for it."""
        return with_reading_on(self.offered()) if self._has_more() else self.offered()

    def _has_more(self) -> bool:
        return any(scroll.below for scroll in self.query(Scrolled).filter(".reading"))

    def on_scrolled_moved(self) -> None:
        """Show or hide the key for what does not fit."""
        self.refresh_keys()

    def offers(self, action: Action) -> bool:
        """Tell whether an action of this screen makes sense now."""
        del action
        return True

    def run_listed(self, action: Action) -> None:
        """Do something by a click in the key bar or from the palette."""
        does = f"{action.does}({action.key.split(',')[-1]!r})" if "," in action.key else action.does
        self.call_later(self.run_action, does)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keep keys from doing what nobody can see."""
        del parameters
        return action in {"back", "leave"} or not (self.has_class("-thin") or self.has_class("-low"))

    def note(self, text: str) -> None:
        """Say something in one line above the keys, until the next thing is done; empty for nothing."""
        words = self.query_one("#note", Words)
        if not text and not words.has_class("-said"):
            return
        words.say(shown(text))
        words.set_class(bool(text), "-said")

    def meanwhile(
        self,
        act: Callable[[], T],
        then: Callable[[T], Awaitable[None] | None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do something that may take time or be refused; then go on with what it returned, or where it failed."""
        if not self.busy:
            self.busy = True
            moment = self.set_timer(A_WHILE, partial(self.note, ONE_MOMENT))
            self.aside(partial(self._meanwhile, act, then, moment, failed))

    def load(self, act: Callable[[], T], then: Callable[[T], Awaitable[None] | None]) -> None:
        """Read something for this screen; a later reading takes the place of one that is still going on."""
        self.aside(partial(self._meanwhile, act, then), group="load", exclusive=True)

    def aside(self, work: Callable[[], Awaitable[None]], *, group: str = "default", exclusive: bool = False) -> None:
        """Do something beside the keys; it just ends when the screen is taken away meanwhile."""

        async def done() -> None:
            try:
                await work()
            except Exception:
                # A screen's parts leave before it does, and its workers are only then cancelled: what they cannot find
                # any more is no mistake. Such a screen says of itself that it is not on display.
                if self.display:
                    raise

        # Not begun here: what is dropped before its turn comes must not complain that nobody waited for it.
        _: Worker[None] = self.run_worker(done, group=group, exclusive=exclusive)

    async def _meanwhile(
        self,
        act: Callable[[], T],
        then: Callable[[T], Awaitable[None] | None],
        moment: Timer | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        begun = time.monotonic()
        try:
            result = await asyncio.to_thread(act)
        except Exception as problem:
            self.busy = False
            self._over(moment, begun)
            if not self.answer(problem):
                raise
            if failed is not None:
                failed(problem)
            return
        self.busy = False
        self._over(moment, begun)
        if (shown_later := then(result)) is not None:
            await shown_later

    def _over(self, moment: Timer | None, begun: float) -> None:
        """Take back that something takes a while, where that was said."""
        if moment is not None:
            moment.stop()
            if time.monotonic() - begun >= A_WHILE:
                self.note("")

    def answer(self, problem: Exception) -> bool:
        """Say what could not be done; False where it is our own mistake."""
        from simulator.tui.refusals import said_of

        words = said_of(problem)
        if words is None:
            return False
        self.face.push_screen(Dialog(words))
        return True

    def action_back(self) -> None:
        """Go back to home."""
        self.post_message(GoHome())

    def action_leave(self) -> None:
        """Go back by esc, which is quickly pressed: never out of the program, and from a question only out of that."""
        if self.asking:
            self.action_drop()
        elif not self.is_lowest:
            self.action_back()

    def action_scroll_page(self, key: str) -> None:
        """Scroll what there is to read."""
        for scroll in self.query(Scrolled).filter(".reading"):
            step = scroll.scroll_page_up if key == "pageup" else scroll.scroll_page_down
            self.call_after_refresh(partial(step, animate=False))
