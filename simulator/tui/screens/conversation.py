"""The conversation: the customer speaks, the rep picks what to say, and says it."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from textual import events, on
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget

from simulator.records.protocol import Conflict
from simulator.tui.action import Action
from simulator.tui.keys import bindings_of
from simulator.tui.memory import QUIET, tidy
from simulator.tui.requests import GoBack, LookBack
from simulator.tui.screens.dialog import Dialog
from simulator.tui.screens.page import Page
from simulator.tui.sitting import Sitting
from simulator.tui.text import Words, line, lines
from simulator.tui.widgets.choice_list import ChoiceList
from simulator.tui.widgets.coach_panel import CoachPanel
from simulator.tui.widgets.mood_bar import mood_bar
from simulator.tui.widgets.pick_list import PickList
from simulator.tui.widgets.title_bar import TitleBar
from simulator.tui.widgets.transcript import Transcript
from simulator.usecases.coaching import coaching
from simulator.usecases.showing import TAKEN_BACK, Line, Speaker, TalkView, fill, turns_spoken, view_of
from simulator.usecases.talk import Talk, choose, hint, resume, rewind

ONLY_IN_PRACTICE = frozenset({"hint", "rewind", "why"})


class ConversationScreen(Page):
    """A talk in front of one person."""

    PLACE = "conversation"
    CSS_PATH = "conversation.tcss"
    BINDINGS = bindings_of("conversation")

    def __init__(self, sitting: Sitting, talk: Talk, armed: str = "") -> None:
        super().__init__(sitting)
        self.talk = talk
        self.view = view_of(talk)
        self._armed = armed
        self._rest: Timer | None = None
        """Runs out once the rep takes time to read."""

    def title_words(self) -> Content:
        """Say with whom."""
        customer = self.talk.scenario.customer.name
        return line((customer, "bold"), (f"  {self.talk.attempt.purpose} · {self.view.title}", "$soft"))

    def remark(self) -> Content | None:
        """Say how they feel."""
        return mood_bar(self.view)

    def body(self) -> Iterable[Widget]:
        """Show what was said, and what can be said."""
        with Horizontal(id="floor"):
            with Vertical(id="stage"):
                yield Transcript()
                yield ChoiceList(id="choices")
                yield Words(id="ended")
            yield CoachPanel()

    def on_mount(self) -> None:
        """Begin where the talk stands."""
        super().on_mount()
        self.query_one(Transcript).begin(turns_spoken(self.talk))
        self._show(armed=self._armed)
        if self._armed:
            self.note("You are back at this turn: say something else, or the same again.")

    def places(self) -> tuple[str, ...]:
        """After the end there is only the debrief to open."""
        return ("ended",) if self.talk.ended else ("conversation",)

    def offers(self, action: Action) -> bool:
        """Offer what the talk allows now."""
        return {
            "hint": self.view.can_hint,
            "rewind": self.view.can_rewind,
            "why": bool(self.view.why),
        }.get(action.does, True)

    def offered(self) -> Sequence[Action]:
        """Name only the numbers of choices that are there."""
        return [self._numbered(action) if action.does == "choose" else action for action in super().offered()]

    def _numbered(self, action: Action) -> Action:
        numbers = [f"{option.number}" for option in self.view.options]
        if len(numbers) == 1:
            return replace(action, id=f"{action.id}.1", key="1", cap="1", does="choose('1')")
        return replace(action, key=",".join(numbers), cap=f"1-{len(numbers)}")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Close in an assessment what belongs to practice."""
        if action in ONLY_IN_PRACTICE and not self.talk.practice:
            return False
        return super().check_action(action, parameters)

    def on_key(self, event: events.Key) -> None:
        """Let no moving text keep anybody waiting."""
        del event
        self.query_one(Transcript).finish()

    def action_back(self) -> None:
        """Go back to what was looked back at, else home; all is saved."""
        self.post_message(GoBack())

    def action_choose(self, key: str) -> None:
        """Pick a choice by its number; the same number again says it."""
        self._pick(int(key) - 1)

    def _pick(self, number: int) -> None:
        choices = self.query_one(ChoiceList)
        if self.busy or number >= choices.size_of_list:
            return
        if choices.marked == number:
            self.action_say()
        else:
            choices.mark(number)
            self.note("")

    def action_move(self, key: str) -> None:
        """Move the pick."""
        if not self.busy:
            self.query_one(ChoiceList).move(1 if key == "down" else -1)

    def action_say(self) -> None:
        """Say what is picked; after the end, look back."""
        if self.talk.ended:
            self.post_message(LookBack(self.talk))
        elif (picked := self.query_one(ChoiceList).picked) is not None:
            self._act(partial(choose, self.sitting.desk, self.talk, picked.id), self._said)

    @on(PickList.Clicked)
    def click_choice(self, event: PickList.Clicked) -> None:
        """Pick the clicked choice; a second click says it."""
        self._pick(event.number)

    def action_rewind(self) -> None:
        """Take the last choice back."""
        if self.view.can_rewind:
            self._act(partial(rewind, self.sitting.desk, self.talk), self._taken_back)

    def action_hint(self) -> None:
        """Ask for the hint."""
        if self.view.can_hint:
            self._act(partial(hint, self.sitting.desk, self.talk), self._hinted)

    def action_why(self) -> None:
        """Say why the mood moved."""
        if self.view.why:
            self._remark("Why", self.view.why)

    def action_facts(self) -> None:
        """Show the briefing again."""
        known = fill(self.talk, self.talk.scenario.briefing)
        self.face.push_screen(Dialog((fill(self.talk, self.talk.scenario.goal), known)))

    def _act(self, act: Callable[[], Talk], then: Callable[[Talk], Awaitable[None] | None]) -> None:
        """Make a move; the screen changes only after it is stored."""
        self.note("")
        self.meanwhile(act, then)

    async def _said(self, talk: Talk) -> None:
        self._take(talk)
        # All at once: painting before the new bubbles are in place would only make the answer come later.
        with self.face.batch_update():
            await self.query_one(Transcript).add(self.view.spoken, moving=self.sitting.settings.motion)
            self._show()
            self.note(self.view.kept)
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(QUIET, tidy)

    def _taken_back(self, talk: Talk) -> None:
        self._take(talk)
        self.query_one(Transcript).take_back()
        self._show()
        self.note(TAKEN_BACK)

    def _hinted(self, talk: Talk) -> None:
        self._take(talk)
        self._remark("Hint", self.view.hint)
        self._show(keep_pick=True)

    def _remark(self, name: str, text: str) -> None:
        self.query_one(Transcript).remark(Line(speaker=Speaker.COACH, name=name, text=text))

    def _take(self, talk: Talk) -> None:
        self.talk, self.view = talk, view_of(talk)

    def _show(self, *, armed: str = "", keep_pick: bool = False) -> None:
        choices, picked = self.query_one(ChoiceList), armed
        if keep_pick and choices.picked is not None:
            picked = choices.picked.id
        self.query_one(TitleBar).say(self.title_words(), self.remark())
        choices.offer(self.view.options, picked)
        choices.display = not self.talk.ended
        self._show_ending(self.view)
        if self.has_class("-wide"):
            self.query_one(CoachPanel).say(coaching(self.sitting.desk, self.talk))
        self.refresh_keys()

    def _show_ending(self, view: TalkView) -> None:
        ended = self.query_one("#ended", Words)
        ended.display = view.ending is not None
        if view.ending is not None:
            head = line("The conversation has ended: ", (view.ending.outcome, "bold $accent-ink"), ".")
            ended.say(lines(head, ("Enter looks back at it.", "$soft")))

    def on_resize(self) -> None:
        """Fill the panel when the window has grown wide enough for it."""
        self.call_after_refresh(lambda: self.query_one(CoachPanel).say(coaching(self.sitting.desk, self.talk)))

    def answer(self, problem: Exception) -> bool:
        """Where another window went on, show where the talk stands now."""
        if not isinstance(problem, Conflict):
            return super().answer(problem)
        self.meanwhile(partial(resume, self.sitting.desk, self.talk.attempt.id), self._went_on)
        return True

    def _went_on(self, talk: Talk) -> None:
        self._take(talk)
        self.query_one(Transcript).begin(turns_spoken(talk))
        self._show()
        self.note("This conversation went on in another window; here is where it stands now.")
