"""Some questions one after another, above everything; at the end what is to be done is said, and y does it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import ModalScreen

from simulator.tui.text import Words, line, lines, shown
from simulator.tui.widgets.entry import Entry
from simulator.tui.widgets.pick_list import PickList, row
from simulator.tui.widgets.scrolled import Box, Scrolled
from simulator.usecases.refusal import Refused

Answers = tuple[str, ...]
"""What was answered so far, in the order of the questions."""


def nothing(_: Answers) -> str:
    """Begin with an empty line."""
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One question: to be picked from some answers, or to be typed."""

    asks: str
    name: str
    """What the answer is called once it is given."""
    options: Sequence[tuple[str, str]] = ()
    """Each answer and what it says; none where it is typed."""
    hint: str = ""
    begins: Callable[[Answers], str] = nothing
    """The line as it stands at first."""
    accept: Callable[[str], str] = str.strip
    """Makes an answer of what was typed, or raises Refused."""


class Steps(ModalScreen[Answers]):
    """Enter goes on, esc leaves everything as it was."""

    CSS_PATH = "steps.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-short"), (30, "-tall")]  # noqa: RUF012 - as Textual declares it
    AUTO_FOCUS = ""  # None would focus the line even while an answer is to be picked
    ALLOW_SELECT = False
    BINDINGS = [  # noqa: RUF012 - as Textual declares it
        Binding("escape", "leave", "Leave", priority=True),
        Binding("ctrl+c", "app.stop", "Stop", priority=True),
        Binding("down", "move(1)", "Down", priority=True),
        Binding("up", "move(-1)", "Up", priority=True),
        Binding("pagedown", "read(1)", "Read on", priority=True),
        Binding("pageup", "read(-1)", "Read back", priority=True),
        Binding("enter", "take", "Take"),
        Binding("y", "confirm", "Yes"),
        Binding("n,q", "leave", "No"),
        *(Binding(str(number), f"pick({number})", "Pick") for number in range(1, 10)),
    ]

    def __init__(
        self,
        heading: str,
        facts: Sequence[str],
        steps: Sequence[Step],
        confirm: Callable[[Answers], str],
        yes: str,
        answers: Answers = (),
        before: Answers = (),
    ) -> None:
        """Ask `steps`; `confirm` says what will be done, and nothing where it needs no yes; `yes` is what y does.

        `answers` are all of them, where they were given once already; of `before`, each stands there to be changed.
        """
        super().__init__()
        self._heading, self._facts, self._steps = heading, tuple(facts), tuple(steps)
        self._confirm, self._yes = confirm, yes
        self._answers = answers if len(answers) == len(steps) else ()
        self._before = before if len(before) <= len(steps) else ()
        self.left: Answers = ()
        """What was answered by the time that everything was left as it was."""
        self._picked: int | None = None
        """The number that was pressed last; the first answer is marked without one."""

    def compose(self) -> ComposeResult:
        """Put what it is about above the question."""
        with Box(id="steps"):
            yield Words(shown(self._heading, "bold $accent-ink"))
            with Scrolled(id="facts"):
                yield Words(lines(*self._facts))
            with Scrolled(id="so-far"):
                yield Words(id="given")
            yield Words(id="question")
            yield PickList(id="options")
            yield Entry()
            yield Words(id="refusal")
            yield Words(id="keys")

    def on_mount(self) -> None:
        """Ask the first."""
        self.query_one("#facts").display = bool(self._facts)
        self._ask()

    @property
    def _step(self) -> Step | None:
        """The question that stands; None once all are answered."""
        return self._steps[len(self._answers)] if len(self._answers) < len(self._steps) else None

    def _ask(self) -> None:
        self._picked = None
        step, entry, options = self._step, self.query_one(Entry), self.query_one("#options", PickList)
        given = zip(self._steps, self._answers, strict=False)
        said = [line((f"{each.name}: ", "$soft"), _said(each, answer)) for each, answer in given if answer]
        self.query_one("#given", Words).say(lines(*said))
        so_far = self.query_one("#so-far", Scrolled)
        so_far.display = bool(said)
        so_far.scroll_end(animate=False)
        before = self._before[len(self._answers)] if len(self._answers) < len(self._before) else ""
        self.query_one("#refusal", Words).say_if_any(Content(""))
        entry.display = step is not None and not step.options
        options.display = step is not None and bool(step.options)
        if step is None:
            self.set_focus(None)
            self.query_one("#question", Words).say_if_any(shown(self._confirm(self._answers), "bold"))
        elif step.options:
            self.set_focus(None)
            self.query_one("#question", Words).say_if_any(shown(step.asks, "bold"))
            at = next((at for at, (value, _) in enumerate(step.options) if value == before), 0)
            options.fill([row(f"{number}", words) for number, (_, words) in enumerate(step.options, start=1)], at)
        else:
            self.query_one("#question", Words).say_if_any(shown(step.asks, "bold"))
            entry.value, entry.placeholder = before or step.begins(self._answers), step.hint
            entry.select_all()  # It may have had the focus already, which alone would select it.
            entry.focus()
        self.query_one("#keys", Words).say_if_any(self._key_words(step))

    def _key_words(self, step: Step | None) -> Content:
        keys: tuple[tuple[str, str], ...]
        if step is None:
            keys = (("y", self._yes), ("n", "leave it"))
        elif step.options:
            keys = (("↑ ↓ 1-9", "mark"), ("enter", "go on"), ("esc", "leave it"))
        else:
            keys = (("enter", "go on"), ("esc", "leave it"))
        return line(*(part for cap, does in keys for part in ((cap, "bold $accent-ink"), (f" {does}   ", "$soft"))))

    def _answer(self, typed: str, step: Step) -> None:
        try:
            answer = step.accept(typed)
        except Refused as problem:
            self.query_one("#refusal", Words).say_if_any(shown(str(problem), "bold $bad"))
            return
        self._answers = (*self._answers, answer)
        if self._step is None and not self._confirm(self._answers):
            self.dismiss(self._answers)
        else:
            self._ask()

    @on(Entry.Submitted)
    def take_typed(self, event: Entry.Submitted) -> None:
        """Take what was typed, unless it cannot be used."""
        event.stop()
        if self._step is not None and not self._step.options:
            self._answer(event.value, self._step)

    def action_take(self) -> None:
        """Take the marked answer; where a yes is asked for, enter is none."""
        step, marked = self._step, self.query_one("#options", PickList).marked
        if step is not None and step.options and marked is not None:
            self._answer(step.options[marked][0], step)

    def action_pick(self, number: int) -> None:
        """Mark an answer by its number; the same number again takes it, as in a conversation."""
        step = self._step
        if step is None or number > len(step.options):
            return
        if number == self._picked:
            self._answer(step.options[number - 1][0], step)
        else:
            self._picked = number
            self.query_one("#options", PickList).mark(number - 1)

    @on(PickList.Clicked)
    def take_clicked(self, event: PickList.Clicked) -> None:
        """Mark the clicked answer; a second click takes it."""
        self.action_pick(event.number + 1)

    def action_move(self, step: int) -> None:
        """Move the mark."""
        if self.query_one("#options", PickList).display:
            self._picked = None
            self.query_one("#options", PickList).move(step)

    def action_read(self, pages: int) -> None:
        """Scroll what it is about, and what was answered so far."""
        for place in self.query("#facts, #so-far").results(Scrolled):
            place.scroll_relative(y=pages * 4, animate=False)

    def action_confirm(self) -> None:
        """Do it, once everything is answered."""
        if self._step is None:
            self.dismiss(self._answers)

    def action_leave(self) -> None:
        """Leave everything as it was."""
        typed = self._step is not None and not self._step.options
        self.left = (*self._answers, self.query_one(Entry).value) if typed else self._answers
        self.dismiss(None)


def _said(step: Step, answer: str) -> str:
    return next((words for value, words in step.options if value == answer), answer)
