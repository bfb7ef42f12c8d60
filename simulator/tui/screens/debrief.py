"""The debrief: what the attempt showed, then each turn with what else could have been said."""

from collections.abc import Iterable
from functools import partial

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from simulator.tui.action import Action
from simulator.tui.keys import bindings_of
from simulator.tui.requests import Converse, GoBack
from simulator.tui.screens.page import Page
from simulator.tui.sitting import Sitting
from simulator.tui.text import Words, line, lines, prose, shown
from simulator.tui.widgets.levels import LEGEND, SIGNS, level_style, levels, worst_sign
from simulator.tui.widgets.pick_list import PickList, Row
from simulator.tui.widgets.scrolled import Scrolled
from simulator.tui.widgets.strip import PlaceStrip
from simulator.usecases.debrief import AlternativeView, Debrief, DebriefTurn, SkillResult
from simulator.usecases.showing import first_name
from simulator.usecases.talk import Talk, practise_from


class DebriefScreen(Page):
    """The look back."""

    PLACE = "debrief"
    CSS_PATH = "debrief.tcss"
    BINDINGS = bindings_of("debrief")

    def __init__(self, sitting: Sitting, talk: Talk, view: Debrief) -> None:
        super().__init__(sitting)
        self.talk = talk
        self.view = view
        self.at = 0
        """0 is the result; from 1 on, a turn."""

    def title_words(self) -> Content:
        """Say which conversation this was."""
        return line(("Debrief", "bold"), (f"  {self.view.title}", ""))

    def remark(self) -> Content | None:
        """Say which kind it was."""
        return shown(f"{self.view.purpose}", "$soft")

    def body(self) -> Iterable[Widget]:
        """Leave room for the result or a turn."""
        yield PlaceStrip()
        # Two that scroll by themselves: what came of a choice stays in sight, however long the choices are.
        with Vertical(id="page"):
            with Scrolled(id="said-here", classes="reading"):
                yield Words(id="above")
                yield PickList(id="said")
            with Scrolled(id="came-of-it", classes="reading"):
                yield Words(id="answer")

    def on_mount(self) -> None:
        """Begin with the result."""
        super().on_mount()
        self.show(0)

    @property
    def turn(self) -> DebriefTurn | None:
        """The turn in view; None at the result."""
        return self.view.turns[self.at - 1] if self.at else None

    def show(self, at: int) -> None:
        """Show the result or a turn."""
        self.at = max(0, min(len(self.view.turns), at))
        self.query_one(PlaceStrip).say(("Result", *(_label(turn) for turn in self.view.turns)), self.at)
        for part in self.query(".reading").results(Scrolled):
            part.scroll_home(animate=False)
        self.set_class(self.turn is None, "-result")
        turn = self.turn
        said = self.query_one("#said", PickList)
        said.display = turn is not None
        if turn is None:
            self.query_one("#above", Words).say(_result(self.view))
            self.query_one("#answer", Words).say(_ending(self.view))
        else:
            self.query_one("#above", Words).say(_asked(self.view, turn))
            chosen = turn.alternatives.index(turn.chosen)
            said.fill([_row(alternative) for alternative in turn.alternatives], chosen)
            self._show_answer(turn.chosen)
        self.refresh_keys()

    def _show_answer(self, alternative: AlternativeView) -> None:
        self.query_one("#answer", Words).say(_answer(first_name(self.talk), alternative))

    def offers(self, action: Action) -> bool:
        """At the result there is only to go on."""
        return self.turn is not None or action.id not in {"debrief.choice", "debrief.practise"}

    def action_turn(self, key: str) -> None:
        """Go to the next turn, or to the one before."""
        self.show(self.at + (1 if key == "right" else -1))

    @on(PlaceStrip.Clicked)
    def click_turn(self, event: PlaceStrip.Clicked) -> None:
        """Go to the clicked turn."""
        self.show(event.number)

    def action_move(self, key: str) -> None:
        """Go to another thing that could have been said; at the result, scroll."""
        turn = self.turn
        if turn is None:
            self.action_scroll_page("pagedown" if key == "down" else "pageup")
            return
        said = self.query_one("#said", PickList)
        said.move(1 if key == "down" else -1)
        self._show_answer(turn.alternatives[said.marked or 0])

    @on(PickList.Clicked)
    def click_choice(self, event: PickList.Clicked) -> None:
        """Look at the clicked choice."""
        if self.turn is not None:
            event.list.mark(event.number)
            self._show_answer(self.turn.alternatives[event.number])

    def action_back(self) -> None:
        """Go back to the list of attempts where it was opened from there, else to home."""
        self.post_message(GoBack())

    def action_practise(self) -> None:
        """Begin practice at this turn, with the marked choice picked."""
        turn = self.turn
        if turn is None:
            return
        marked = turn.alternatives[self.query_one("#said", PickList).marked or 0]

        def show(talk: Talk) -> None:
            self.post_message(Converse(talk, marked.id))

        self.meanwhile(partial(practise_from, self.sitting.desk, self.talk, self.at - 1), show)


def _label(turn: DebriefTurn) -> str:
    counted = [part.level for part in turn.chosen.shown] if turn.calls_for else []
    return f"{turn.number}{worst_sign(counted)}"


def _result(view: Debrief) -> Content:
    outcome = line(("How it came out: ", "$soft"), (view.outcome or "not finished", "bold $accent-ink"))
    return lines(
        outcome,
        *(_skill(skill, max(len(skill.sentence) for skill in view.skills)) for skill in view.skills),
        *((f"✕ Critical error: {error}", "bold $bad") for error in view.critical),
        *([(view.follows, "$bad")] if view.follows else []),
        (LEGEND, "$soft"),
        " ",
        (_counting(view), "italic"),
        " ",
    )


def _skill(skill: SkillResult, longest: int) -> Content:
    return line(f"  {skill.sentence:<{longest}}  ", levels(skill.levels))


def _ending(view: Debrief) -> Content:
    said = line((f"{view.customer}: ", "bold $customer"), view.last_words) if view.last_words else Content("")
    return lines(said, " " if said else "", prose(view.text))


def _counting(view: Debrief) -> str:
    if view.counts:
        return "This assessment counts towards your readiness."
    if view.purpose == "assessment":
        return "You had met this customer before, so this counts for nothing."
    return "This was practice: it counts neither for nor against you."


def _asked(view: Debrief, turn: DebriefTurn) -> Content:
    called = f"Called for {' and '.join(turn.calls_for).lower()}. " if turn.calls_for else ""
    return lines(
        line((f"{view.customer} ", "bold $customer"), (f"({turn.mood})  ", "$soft"), turn.customer),
        line((called, "bold"), ("To notice: " if turn.cue else "", "$soft"), (turn.cue, "$soft")),
        " ",
    )


def _row(alternative: AlternativeView) -> Row:
    worst = min((part.level for part in alternative.shown), default=None)
    sign, style = (SIGNS[worst], level_style(worst)) if worst is not None else ("·", "$soft")
    you = ("You said: ", "bold $rep") if alternative.chosen else ("", "")
    return Row(sign, line(you, alternative.text), style)


def _answer(customer: str, alternative: AlternativeView) -> Content:
    return lines(
        line((f"{customer} ", "bold $customer"), (f"({alternative.mood})  ", "$soft"), alternative.answer),
        *(
            line(
                (f"{SIGNS[part.level]} {part.word}", level_style(part.level)),
                (f"  {part.indicator} ({part.skill.lower()})", ""),
            )
            for part in alternative.shown
        ),
        (f"✕ Critical error: {alternative.critical}" if alternative.critical else "", "bold $bad"),
        line(("Coach: " if alternative.why else "", "bold $coach"), (alternative.why, "italic $coach")),
    )
